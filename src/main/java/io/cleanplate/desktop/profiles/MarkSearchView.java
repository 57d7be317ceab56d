package io.cleanplate.desktop.profiles;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/** The search for a source's mark, to be shown over the window: how far it is, and what was found. Belongs to the JavaFX thread. */
public final class MarkSearchView extends VBox {
    private static final PseudoClass FOUND = PseudoClass.getPseudoClass("found");

    private final MarkSearchViewModel model;
    private final Label title = new Label();
    private final Label says = wrapped();
    private final Label trouble = wrapped();
    private final VBox body = new VBox();
    private final HBox buttons = new HBox();
    private final ProgressBar bar = new ProgressBar();
    private Subscription following = Subscription.EMPTY;

    /** Shows a search. */
    public MarkSearchView(MarkSearchViewModel model) {
        this.model = model;
        getStylesheets()
                .add(Objects.requireNonNull(MarkSearchView.class.getResource("/io/cleanplate/desktop/profiles.css"))
                        .toExternalForm());
        getStyleClass().addAll("sheet", "mark-search");
        title.getStyleClass().add(Styles.TITLE_4);
        says.setId("mark-says");
        trouble.setId("mark-trouble");
        trouble.getStyleClass().add("error");
        bar.setMaxWidth(Double.MAX_VALUE);
        body.setMinHeight(0);
        VBox.setVgrow(body, Priority.ALWAYS);
        buttons.getStyleClass().add("sheet-buttons");
        getChildren().addAll(title, says, body, trouble, buttons);
        show(model.stateProperty().get(), true);
        sceneProperty().addListener((value, was, is) -> follow(is != null));
    }

    /** A view that is shown no longer is not held by its model. */
    private void follow(boolean shown) {
        following.unsubscribe();
        following = Subscription.EMPTY;
        if (shown) {
            focusLast();
            following = Subscription.combine(
                    listen(
                            model.stateProperty(),
                            (was, is) -> show(is, !is.getClass().equals(was.getClass()))),
                    model.troubleProperty().subscribe(text -> {
                        trouble.setText(text);
                        shown(trouble, !text.isEmpty());
                    }));
        }
    }

    private static <T> Subscription listen(ObservableValue<T> value, BiConsumer<T, T> then) {
        return value.subscribe(then);
    }

    private void show(SearchState state, boolean another) {
        pseudoClassStateChanged(FOUND, state instanceof SearchState.Found);
        switch (state) {
            case SearchState.None none -> {
                // The window is about to close.
            }
            case SearchState.Searching searching -> {
                if (another) {
                    head("Finding the mark of " + ProfileWords.source(searching.source()));
                    body.getChildren().setAll(bar);
                    buttons(stop(), workOn());
                }
                says.setText(searching.says());
                bar.setProgress(searching.progress());
            }
            case SearchState.Found found -> showFound(found);
            case SearchState.Nothing nothing -> {
                head("No mark of " + ProfileWords.source(nothing.source()) + " found");
                says.setText(nothing.says());
                Label next = wrapped();
                next.setText(
                        "A mark is learned from pictures that differ and bear it alike: try again when more of them"
                                + " have come in. Until then paint over it.");
                next.getStyleClass().add("muted");
                body.getChildren().setAll(next);
                Button close = close("Close");
                close.setDefaultButton(true);
                buttons(again(), close);
            }
            case SearchState.Failed failed -> {
                head("The mark of " + ProfileWords.source(failed.source()));
                says.setText(failed.says());
                body.getChildren().clear();
                Button again = again();
                again.setDefaultButton(true);
                buttons(close("Close"), again);
            }
        }
    }

    private void showFound(SearchState.Found found) {
        head("The mark of " + ProfileWords.source(found.source()));
        says.setText(found.says());
        VBox marks = new VBox();
        marks.getStyleClass().add("sections");
        boolean several = found.marks().size() > 1;
        found.marks().forEach(mark -> marks.getChildren().add(new FoundMarkBox(mark, found.source(), several)));
        ScrollPane scroll = new ScrollPane(marks);
        scroll.setFitToWidth(true);
        scroll.setAccessibleText("What was found");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        body.getChildren().setAll(scroll);
        Button again = again();
        again.visibleProperty().bind(model.troubleProperty().isNotEmpty());
        again.managedProperty().bind(again.visibleProperty());
        buttons(again, close("Not now"), keep(found.marks()));
    }

    private void head(String text) {
        title.setText(text);
    }

    /** The last one is what most people want. */
    private void buttons(Button... in) {
        buttons.getChildren().setAll(in);
        focusLast();
    }

    private void focusLast() {
        if (getScene() != null && !buttons.getChildren().isEmpty()) {
            buttons.getChildren().getLast().requestFocus();
        }
    }

    private Button keep(List<FoundChoice> marks) {
        Button keep = new Button();
        keep.setId("keep-mark");
        keep.setDefaultButton(true);
        Observable[] ticked = marks.stream().map(FoundChoice::wantedProperty).toArray(Observable[]::new);
        keep.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> wanted(marks) > 1 ? "Keep and use them" : "Keep and use it", ticked));
        keep.disableProperty()
                .bind(Bindings.createBooleanBinding(() -> wanted(marks) == 0, ticked)
                        .or(model.keepingProperty()));
        keep.setOnAction(event -> model.keep());
        return keep;
    }

    private static long wanted(List<FoundChoice> marks) {
        return marks.stream().filter(mark -> mark.wantedProperty().get()).count();
    }

    private Button stop() {
        Button stop = close("Stop");
        stop.setId("stop-search");
        return stop;
    }

    private Button workOn() {
        Button on = new Button("Work on meanwhile");
        on.setId("work-on");
        on.setOnAction(event -> model.workOn());
        return on;
    }

    private Button again() {
        Button again = new Button("Search again");
        again.setId("search-again");
        again.setOnAction(event -> model.again());
        return again;
    }

    private Button close(String label) {
        Button close = new Button(label);
        close.setId("close-search");
        close.setCancelButton(true);
        close.setOnAction(event -> model.dismiss());
        return close;
    }

    private static Label wrapped() {
        Label label = new Label();
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }

    private static void shown(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}

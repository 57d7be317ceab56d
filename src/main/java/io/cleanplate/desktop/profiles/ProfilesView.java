package io.cleanplate.desktop.profiles;

import atlantafx.base.theme.Styles;
import io.cleanplate.desktop.common.Notice;
import io.cleanplate.watermark.KeptProfile;
import java.util.List;
import java.util.Objects;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** The known marks of a customer's sources, to be shown over the window. Belongs to the JavaFX thread. */
public final class ProfilesView extends VBox {
    private final ProfilesViewModel model;
    private final CustomerMarks marks;
    private final ListView<KeptProfile> list;
    private final ComboBox<String> customer = new ComboBox<>();
    private final ProfileDetail detail;
    private final StackPane middle = new StackPane();
    private final HBox both;
    private final MessageStrip strip = new MessageStrip();
    private Subscription following = Subscription.EMPTY;
    private boolean taking;

    /**
     * Shows the marks.
     *
     * @param services tell the time
     */
    public ProfilesView(ProfilesViewModel model, MarkServices services) {
        this.model = model;
        this.marks = model.marks();
        getStylesheets()
                .add(Objects.requireNonNull(ProfilesView.class.getResource("/io/cleanplate/desktop/profiles.css"))
                        .toExternalForm());
        getStyleClass().addAll("sheet", "known-marks");
        list = new ListView<>(marks.profiles());
        list.setId("known-marks-list");
        list.setAccessibleText("Known marks");
        list.setCellFactory(view -> new ProfileCell());
        list.getSelectionModel().selectedItemProperty().addListener((value, was, is) -> chose(is));
        detail = new ProfileDetail(model, services.clock());
        HBox.setHgrow(detail, Priority.ALWAYS);
        both = new HBox(list, detail);
        both.getStyleClass().add("list-and-detail");
        middle.setMinHeight(0);
        setVgrow(middle, Priority.ALWAYS);
        getChildren().addAll(head(), strip, middle, foot());
        sceneProperty().addListener((value, was, is) -> follow(is != null));
        addEventHandler(KeyEvent.KEY_PRESSED, this::leaveQuestion);
        // A list keeps Esc to itself, for edits that this one has not.
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::leave);
    }

    private void leave(KeyEvent event) {
        leaveQuestion(event);
        if (event.getCode() == KeyCode.ESCAPE && !event.isConsumed()) {
            event.consume();
            model.close();
        }
    }

    /** Esc means no to a question, and closes the window where there is none. */
    private void leaveQuestion(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && model.questionProperty().get() != null) {
            event.consume();
            model.dismissQuestion();
        }
    }

    private Node head() {
        Label title = new Label("Known marks");
        title.getStyleClass().add(Styles.TITLE_4);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Label of = new Label("Customer");
        of.setLabelFor(customer);
        of.getStyleClass().add("muted");
        customer.setId("known-marks-customer");
        customer.setAccessibleText("Customer");
        customer.valueProperty().addListener((value, was, is) -> {
            if (is != null && !taking) {
                model.show(is);
            }
        });
        HBox head = new HBox(title, space, of, customer);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("progress-line");
        return head;
    }

    private Node foot() {
        Button close = new Button("Close");
        close.setId("close-known-marks");
        close.setCancelButton(true);
        close.setOnAction(event -> model.close());
        HBox foot = new HBox(close);
        foot.getStyleClass().add("sheet-buttons");
        return foot;
    }

    /** A view that is shown no longer is not held by its model. */
    private void follow(boolean shown) {
        following.unsubscribe();
        following = Subscription.EMPTY;
        if (!shown) {
            return;
        }
        ListChangeListener<Object> lists = change -> take();
        marks.customers().addListener(lists);
        following = Subscription.combine(
                () -> marks.customers().removeListener(lists),
                marks.customerProperty().subscribe(now -> take()),
                marks.chosenProperty().subscribe(this::mark),
                marks.failureProperty().subscribe(now -> showMiddle()),
                marks.readingProperty().subscribe(now -> showMiddle()),
                model.messageProperty().subscribe(message -> strip.show(message, model::dismissMessage)),
                detail.follow());
        list.requestFocus();
    }

    private void take() {
        taking = true;
        if (!customer.getItems().equals(marks.customers())) {
            customer.getItems().setAll(marks.customers());
        }
        customer.setValue(marks.customerProperty().get());
        taking = false;
    }

    private void chose(@Nullable KeptProfile kept) {
        // Null is nobody's choice: the list has it for a moment while it gets other rows.
        if (kept != null && !kept.equals(marks.chosenProperty().get())) {
            marks.choose(kept);
        }
    }

    private void mark(@Nullable KeptProfile kept) {
        if (kept != null && !kept.equals(list.getSelectionModel().getSelectedItem())) {
            list.getSelectionModel().select(kept);
            list.scrollTo(kept);
        }
        showMiddle();
    }

    private void showMiddle() {
        String failure = marks.failureProperty().get();
        if (!failure.isEmpty()) {
            say(failure, List.of(new Notice.Choice("Try again", marks::reload)));
        } else if (!marks.profiles().isEmpty()) {
            if (!middle.getChildren().contains(both)) {
                middle.getChildren().setAll(both);
                list.requestFocus();
            }
        } else if (marks.readingProperty().get()) {
            middle.getChildren().clear();
        } else {
            String whose = marks.customerProperty().get();
            say(
                    whose == null
                            ? "There is no customer yet, and no mark is known."
                            : "No mark of " + whose + "'s sources is known yet. Open one of its pictures and press"
                                    + " Ctrl+M: the mark is learned from all pending pictures of that source.",
                    List.of());
        }
    }

    private void say(String text, List<Notice.Choice> choices) {
        Label words = new Label(text);
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        words.getStyleClass().add("words");
        VBox message = new VBox(words);
        message.getStyleClass().add("message");
        for (Notice.Choice choice : choices) {
            Button button = new Button(choice.label());
            button.setDefaultButton(true);
            button.setOnAction(event -> choice.run().run());
            message.getChildren().add(button);
        }
        middle.getChildren().setAll(message);
        message.requestFocusTraversal(TraversalDirection.NEXT);
    }
}

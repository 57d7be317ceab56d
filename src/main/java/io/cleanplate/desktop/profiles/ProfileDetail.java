package io.cleanplate.desktop.profiles;

import atlantafx.base.controls.ToggleSwitch;
import atlantafx.base.theme.Styles;
import io.cleanplate.desktop.common.Notice;
import io.cleanplate.watermark.KeptProfile;
import io.cleanplate.watermark.Profile;
import io.cleanplate.watermark.ProfileView;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;

/** One known mark: how it looks, what is known of it, and what can be done with it. */
final class ProfileDetail extends VBox {
    private static final double WIDTH = 276;
    private static final double HEIGHT = 120;

    private final ProfilesViewModel model;
    private final CustomerMarks marks;
    private final InstantSource clock;
    private final NameField name;
    private final ToggleSwitch used = new ToggleSwitch("In use");
    private final Label trouble = wrapped("");
    private final VBox facts = new VBox();
    private final HBox actions = new HBox();
    private final VBox below = new VBox();

    ProfileDetail(ProfilesViewModel model, InstantSource clock) {
        this.model = model;
        this.marks = model.marks();
        this.clock = clock;
        getStyleClass().add("profile-detail");
        setMinWidth(0);
        name = new NameField(model::rename);
        HBox.setHgrow(name, Priority.ALWAYS);
        used.setId("use-mark");
        used.setAccessibleText("Take this mark out of pictures when they are opened");
        used.setTooltip(new Tooltip("Take this mark out of pictures when they are opened"));
        used.setMinWidth(USE_PREF_SIZE);
        used.selectedProperty().addListener((value, was, is) -> moved(is));
        HBox head = new HBox(name, used);
        head.getStyleClass().add("head");
        trouble.setId("mark-warning");
        trouble.setGraphic(new FontIcon(MaterialDesignA.ALERT_OUTLINE));
        trouble.getStyleClass().add("trouble");
        trouble.setMaxWidth(Double.MAX_VALUE);
        facts.getStyleClass().add("facts");
        ScrollPane scroll = new ScrollPane(facts);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setAccessibleText("About this mark");
        setVgrow(scroll, Priority.ALWAYS);
        actions.getStyleClass().add("actions");
        getChildren().addAll(head, trouble, scroll, below);
    }

    /** Follows the model from now on. */
    Subscription follow() {
        return Subscription.combine(
                marks.chosenProperty().subscribe(this::show),
                marks.earlierProperty().subscribe(versions -> showActions()),
                model.questionProperty().subscribe(this::ask),
                model.busyProperty().subscribe(busy -> {
                    used.setDisable(busy);
                    actions.setDisable(busy);
                    showSwitch();
                }));
    }

    private void show(@Nullable KeptProfile kept) {
        setVisible(kept != null);
        if (kept == null) {
            return;
        }
        name.show(kept.name());
        showSwitch();
        trouble.setText(kept.trouble());
        trouble.setVisible(!kept.trouble().isEmpty());
        trouble.setManaged(!kept.trouble().isEmpty());
        facts.getChildren().setAll(planes(kept.profile()), table(kept), history(kept.profile()));
        showActions();
    }

    /** The switch shows what is so, not what was clicked. */
    private void showSwitch() {
        KeptProfile kept = marks.chosenProperty().get();
        used.setSelected(kept != null && kept.enabled());
    }

    private void moved(boolean wanted) {
        KeptProfile kept = marks.chosenProperty().get();
        if (kept != null && wanted != kept.enabled()) {
            model.use(wanted);
        }
    }

    private static Node planes(Profile profile) {
        HBox planes = new HBox(
                captioned(
                        Plates.opacity(profile, WIDTH, HEIGHT),
                        "Opacity, " + ProfileWords.opacity(new ProfileView(profile))),
                captioned(Plates.colour(profile, WIDTH, HEIGHT), "Colour"));
        planes.getStyleClass().add("planes");
        return planes;
    }

    private static Node captioned(Region plate, String text) {
        Label caption = new Label(text);
        caption.getStyleClass().add("caption");
        VBox both = new VBox(plate, caption);
        both.getStyleClass().add("captioned");
        both.setPrefWidth(0);
        HBox.setHgrow(both, Priority.ALWAYS);
        return both;
    }

    private Node table(KeptProfile kept) {
        Profile profile = kept.profile();
        GridPane table = new GridPane();
        table.getStyleClass().add("table");
        row(table, "Sources", ProfileWords.sources(kept.sources()));
        row(table, "Pictures", ProfileWords.sizeAndPlace(profile));
        row(
                table,
                "Learned from",
                ProfileWords.pictures(profile.quality().pictures()) + ". " + ProfileWords.quality(profile.quality())
                        + ".");
        row(table, "Version", String.valueOf(profile.version()));
        row(table, "Last change", ProfileWords.change(kept.stamp(), clock.instant()));
        return table;
    }

    private static void row(GridPane table, String what, String value) {
        Label heading = new Label(what);
        heading.getStyleClass().add("muted");
        heading.setMinWidth(USE_PREF_SIZE);
        Label text = wrapped(value);
        GridPane.setHgrow(text, Priority.ALWAYS);
        table.addRow(table.getRowCount(), heading, text);
    }

    private static Node history(Profile profile) {
        Label heading = new Label("History");
        heading.getStyleClass().add(Styles.TEXT_CAPTION);
        VBox history = new VBox(heading);
        history.getStyleClass().add("history");
        profile.history()
                .reversed()
                .forEach(
                        event -> history.getChildren().add(wrapped(ProfileWords.event(event, ZoneId.systemDefault()))));
        return history;
    }

    private void showActions() {
        KeptProfile kept = marks.chosenProperty().get();
        if (kept == null) {
            return;
        }
        Button again =
                button("find-again", "Find again", "Learn this mark anew from pending pictures", model::findAgain);
        actions.getChildren().setAll(again);
        List<KeptProfile> others = marks.profiles().stream()
                .filter(other -> !other.id().equals(kept.id()))
                .toList();
        if (!others.isEmpty()) {
            actions.getChildren().add(merge(others));
        }
        if (!marks.earlierProperty().get().isEmpty()) {
            int version = marks.earlierProperty().get().getFirst().version();
            actions.getChildren()
                    .add(button(
                            "go-back",
                            "Back to version " + version,
                            "The mark as it was then, as a new version",
                            model::goBack));
        }
        Button delete = button("delete-mark", "Delete", "Forget this mark", model::askDelete);
        delete.getStyleClass().addAll(Styles.DANGER, Styles.BUTTON_OUTLINED);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        actions.getChildren().addAll(space, delete);
        if (model.questionProperty().get() == null) {
            below.getChildren().setAll(actions);
        }
    }

    private Node merge(List<KeptProfile> others) {
        MenuButton merge = new MenuButton("Merge with");
        merge.setId("merge-mark");
        merge.setMinWidth(USE_PREF_SIZE);
        merge.setMnemonicParsing(false);
        merge.setTooltip(new Tooltip("One mark of two that are the same"));
        for (KeptProfile other : others) {
            MenuItem item = new MenuItem(other.name());
            item.setMnemonicParsing(false);
            item.setOnAction(event -> model.askMerge(other));
            merge.getItems().add(item);
        }
        return merge;
    }

    private static Button button(String id, String label, String hint, Runnable run) {
        Button button = new Button(label);
        button.setId(id);
        button.setMinWidth(USE_PREF_SIZE);
        button.setTooltip(new Tooltip(hint));
        button.setOnAction(event -> run.run());
        return button;
    }

    private void ask(@Nullable ProfileQuestion question) {
        if (question == null) {
            boolean asked = !below.getChildren().contains(actions);
            below.getChildren().setAll(actions);
            if (asked && getScene() != null) {
                actions.getChildren().getFirst().requestFocus();
            }
            return;
        }
        Button cancel = new Button("Cancel");
        cancel.setId("mark-question-no");
        cancel.setOnAction(event -> model.dismissQuestion());
        HBox choices = new HBox(cancel);
        choices.getStyleClass().add("actions");
        for (Notice.Choice choice : question.choices()) {
            Button button = new Button(choice.label());
            button.setMnemonicParsing(false);
            if (question.grave()) {
                button.getStyleClass().add(Styles.DANGER);
            }
            button.setOnAction(event -> choice.run().run());
            choices.getChildren().add(button);
        }
        Label text = wrapped(question.text());
        text.setId("mark-question");
        VBox asking = new VBox(text, choices);
        asking.getStyleClass().add("mark-question");
        below.getChildren().setAll(asking);
        // A key pressed in haste must not change what everybody uses: the way back has the focus.
        cancel.requestFocus();
    }

    private static Label wrapped(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }
}

package io.cleanplate.desktop.settings;

import atlantafx.base.theme.Styles;
import io.cleanplate.desktop.common.FolderLink;
import io.cleanplate.desktop.common.FolderList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The settings form, to be shown over the window. Belongs to the JavaFX thread. */
public final class SettingsView extends VBox {
    private final SettingsViewModel model;
    private final Ways ways;
    private final Map<SettingField, Node> controls = new LinkedHashMap<>();

    /**
     * Where the form leads.
     *
     * @param devices names of the devices to offer; others can be typed
     * @param folders to be listed and opened
     * @param chooseFolder asks the person for a folder, beginning at the one given; empty when they think better of it
     * @param close ends the form
     */
    public record Ways(
            List<String> devices,
            List<FolderLink> folders,
            Function<String, Optional<String>> chooseFolder,
            Runnable close) {
        /** Copies the lists. */
        public Ways {
            devices = List.copyOf(devices);
            folders = List.copyOf(folders);
        }
    }

    /** Shows a form. */
    public SettingsView(SettingsViewModel model, Ways ways) {
        this.model = model;
        this.ways = ways;
        getStyleClass().addAll("sheet", "settings");
        VBox sections = new VBox(
                section("You", row(model.editorName(), text(model.editorName()), "Goes into cleaned_by.")),
                section("Newsroom", newsroom()),
                section(
                        "Cleaned pictures",
                        row(model.outputFolder(), outputFolder(), "Where the newsroom's other programs can read."),
                        row(
                                model.baseUrl(),
                                text(model.baseUrl()),
                                "Written before the picture's path in place of the folder, such as https://cdn.example.org/clean.")),
                section(
                        "Removing",
                        row(model.model(), choice(model.model(), List.of("auto", "see-through", "lama")), ""),
                        row(model.device(), devices(), "A change counts after a restart."),
                        row(
                                model.margin(),
                                text(model.margin()),
                                "Pixels around the mask that the model sees, 0 to 512. Empty is the model's own."),
                        row(
                                model.feather(),
                                text(model.feather()),
                                "Pixels of blending at the edge, 0 to 3. Empty is 1.")),
                section("Look", row(model.theme(), choice(model.theme(), List.of("system", "light", "dark")), "")),
                section("Folders", new FolderList(ways.folders())));
        sections.getStyleClass().add("sections");
        ScrollPane scroll = new ScrollPane(sections);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        setVgrow(scroll, Priority.ALWAYS);
        Label title = new Label("Settings");
        title.getStyleClass().add(Styles.TITLE_4);
        getChildren().addAll(title, scroll, buttons());
    }

    private Node buttons() {
        Button save = new Button("Save");
        save.setId("save");
        save.setDefaultButton(true);
        save.setOnAction(event -> save());
        Button cancel = new Button("Cancel");
        cancel.setId("cancel");
        cancel.setCancelButton(true);
        cancel.setOnAction(event -> ways.close().run());
        HBox buttons = new HBox(cancel, save);
        buttons.getStyleClass().add("sheet-buttons");
        return buttons;
    }

    private void save() {
        Optional<SettingField> wrong = model.save();
        if (wrong.isEmpty()) {
            ways.close().run();
        } else {
            Node control = controls.get(wrong.get());
            if (control != null) {
                control.requestFocus();
            }
        }
    }

    private Node newsroom() {
        TextField address = text(model.mongoUrl());
        address.setPromptText("mongodb://user:password@host:27017/news");
        Label known = new Label(model.knownUrl().orElse(""));
        known.setId("known-url");
        known.setMinWidth(0);
        known.setMaxWidth(Double.MAX_VALUE);
        Button change = new Button("Change");
        change.setId("change-url");
        change.setMinWidth(USE_PREF_SIZE);
        change.setDisable(model.mongoUrl().setBy() != null);
        change.setOnAction(event -> {
            model.replaceUrl();
            address.requestFocus();
        });
        HBox kept = new HBox(known, change);
        kept.setAlignment(Pos.CENTER_LEFT);
        kept.getStyleClass().add("progress-line");
        HBox.setHgrow(known, Priority.ALWAYS);
        shown(kept, false);
        shown(address, false);
        model.replacingUrlProperty().subscribe(replacing -> {
            shown(address, replacing);
            shown(kept, !replacing);
        });
        Button test = new Button("Test the connection");
        test.setId("test-url");
        test.setMnemonicParsing(false);
        test.disableProperty().bind(model.testingProperty());
        test.setOnAction(event -> model.test());
        Label result = wrapped(new Label());
        result.setId("test-result");
        result.textProperty()
                .bind(Bindings.createStringBinding(this::testText, model.testedProperty(), model.testingProperty()));
        model.testedProperty().subscribe(found -> {
            result.getStyleClass().removeAll("good", "error");
            if (found != null) {
                result.getStyleClass().add(found.good() ? "good" : "error");
            }
        });
        HBox.setHgrow(result, Priority.ALWAYS);
        HBox trial = new HBox(test, result);
        test.setMinWidth(USE_PREF_SIZE);
        trial.setAlignment(Pos.CENTER_LEFT);
        trial.getStyleClass().add("progress-line");
        return row(
                model.mongoUrl(),
                new VBox(6, kept, address, trial),
                "Leave it empty for the demo newsroom. Not shown again once saved. A change counts after a restart.");
    }

    private String testText() {
        SettingsViewModel.TestResult result = model.testedProperty().get();
        return model.testingProperty().get() ? "Trying" : result == null ? "" : result.text();
    }

    private Node outputFolder() {
        TextField field = text(model.outputFolder());
        HBox.setHgrow(field, Priority.ALWAYS);
        Button choose = new Button("Choose");
        choose.setMinWidth(USE_PREF_SIZE);
        choose.setAccessibleText("Choose the folder for cleaned pictures");
        choose.setDisable(model.outputFolder().setBy() != null);
        choose.setOnAction(event -> ways.chooseFolder()
                .apply(field.getText())
                .ifPresent(model.outputFolder().valueProperty()::set));
        HBox line = new HBox(field, choose);
        line.getStyleClass().add("progress-line");
        return line;
    }

    private TextField text(SettingField field) {
        TextField control = new TextField();
        control.textProperty().bindBidirectional(field.valueProperty());
        field.errorProperty()
                .subscribe(error -> control.pseudoClassStateChanged(Styles.STATE_DANGER, !error.isEmpty()));
        return known(control, field);
    }

    private ComboBox<String> choice(SettingField field, List<String> values) {
        ComboBox<String> control = new ComboBox<>();
        control.getItems().setAll(values);
        control.valueProperty().bindBidirectional(field.valueProperty());
        return known(control, field);
    }

    private ComboBox<String> devices() {
        ComboBox<String> control = choice(model.device(), ways.devices());
        control.setEditable(true);
        // What is typed counts without Enter, which would save the form.
        control.getEditor()
                .textProperty()
                .addListener((value, was, is) -> model.device().valueProperty().set(is));
        return control;
    }

    private <C extends Control> C known(C control, SettingField field) {
        controls.put(field, control);
        control.setId(id(field));
        control.setAccessibleText(field.label());
        control.setDisable(field.setBy() != null);
        control.setMaxWidth(Double.MAX_VALUE);
        return control;
    }

    /** Such as {@code field-your-name}. */
    static String id(SettingField field) {
        return "field-" + field.label().toLowerCase(java.util.Locale.ROOT).replace(' ', '-');
    }

    private static Node row(SettingField field, Node control, String help) {
        Label label = new Label(field.label());
        label.setLabelFor(control);
        label.getStyleClass().add("form-label");
        VBox right = new VBox(control);
        right.getStyleClass().add("form-value");
        Label more = hint(field.setBy(), help);
        if (!more.getText().isEmpty()) {
            right.getChildren().add(more);
        }
        Label error = wrapped(new Label());
        error.setId(id(field) + "-error");
        error.getStyleClass().add("error");
        error.textProperty().bind(field.errorProperty());
        field.errorProperty().subscribe(text -> {
            shown(error, !text.isEmpty());
            control.setAccessibleHelp(text.isEmpty() ? more.getText() : text);
        });
        right.getChildren().add(error);
        GridPane.setHgrow(right, Priority.ALWAYS);
        GridPane row = new GridPane();
        row.getStyleClass().add("form");
        row.addRow(0, label, right);
        return row;
    }

    private static Label hint(@Nullable String setBy, String help) {
        Label hint = wrapped(new Label(setBy == null ? help : "Set by " + setBy + "."));
        hint.getStyleClass().add("muted");
        return hint;
    }

    private static Node section(String title, Node... rows) {
        Label heading = new Label(title);
        heading.getStyleClass().add(Styles.TEXT_CAPTION);
        VBox section = new VBox(heading);
        section.getChildren().addAll(rows);
        section.getStyleClass().add("section");
        return section;
    }

    private static Label wrapped(Label label) {
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }

    private static void shown(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}

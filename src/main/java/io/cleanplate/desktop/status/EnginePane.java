package io.cleanplate.desktop.status;

import atlantafx.base.theme.Styles;
import io.cleanplate.desktop.status.EngineControl.Device;
import io.cleanplate.desktop.status.EngineControl.Download;
import io.cleanplate.desktop.status.EngineControl.Model;
import io.cleanplate.desktop.status.EngineControl.Options;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Models and devices to choose from. Belongs to the JavaFX thread. */
public final class EnginePane extends VBox {
    private final EngineViewModel model;

    /** Shows what the view model finds, also when that changes. */
    public EnginePane(EngineViewModel model) {
        this.model = model;
        getStyleClass().add("engine-pane");
        model.optionsProperty().addListener((value, was, is) -> fill(is));
        model.fetchingProperty()
                .addListener((value, was, is) -> fill(model.optionsProperty().get()));
        fill(model.optionsProperty().get());
    }

    private void fill(@Nullable Options options) {
        getChildren().clear();
        if (options == null) {
            getChildren().add(muted("Looking at models and devices"));
            return;
        }
        getChildren().add(heading("Model", options.modelSetBy()));
        ToggleGroup models = new ToggleGroup();
        for (Model each : options.models()) {
            getChildren().add(row(each, options, models));
        }
        getChildren().add(heading("Device", options.deviceSetBy()));
        ToggleGroup devices = new ToggleGroup();
        for (Device each : options.devices()) {
            getChildren().add(row(each, options, devices));
        }
    }

    private Node row(Model each, Options options, ToggleGroup group) {
        RadioButton choice =
                radio(each.name() + ", " + each.state(), group, each.name().equals(options.model()));
        choice.setId("model-" + each.name());
        choice.setDisable(options.modelSetBy() != null || each.download() != null);
        choice.setOnAction(event -> model.chooseModel(each.name()));
        VBox row = new VBox(choice, indented(muted(each.description())));
        if (each.download() != null) {
            row.getChildren().add(indented(fetch(each, each.download())));
        }
        return row;
    }

    private Node row(Device each, Options options, ToggleGroup group) {
        RadioButton choice = radio(each.label(), group, each.name().equals(options.device()));
        choice.setId("device-" + each.name());
        choice.setDisable(options.deviceSetBy() != null || each.whyNot() != null);
        choice.setOnAction(event -> model.chooseDevice(each.name()));
        VBox row = new VBox(choice);
        if (each.whyNot() != null) {
            row.getChildren().add(indented(muted(each.whyNot())));
        }
        return row;
    }

    private Node fetch(Model each, Download download) {
        if (model.fetchingProperty().get().equals(each.name())) {
            ProgressBar bar = new ProgressBar();
            bar.setAccessibleText("Fetching " + each.name());
            bar.progressProperty().bind(model.progressProperty());
            Button cancel = new Button("Cancel");
            cancel.setMnemonicParsing(false);
            cancel.setId("cancel-fetch");
            cancel.getStyleClass().add(Styles.SMALL);
            cancel.setOnAction(event -> model.cancelFetch());
            HBox line = new HBox(bar, cancel);
            line.getStyleClass().add("progress-line");
            return line;
        }
        Label consent = muted("Downloads " + download.megabytes() + " MB from " + download.host() + ", once. Licence: "
                + download.licence() + ". Pictures never leave this machine.");
        Button button =
                new Button("Fetch " + each.name() + " (" + download.megabytes() + " MB from " + download.host() + ")");
        button.setMnemonicParsing(false);
        button.setId("fetch-" + each.name());
        button.getStyleClass().addAll(Styles.SMALL, Styles.ACCENT);
        button.setDisable(!model.fetchingProperty().get().isEmpty());
        button.setOnAction(event -> model.fetch(each));
        VBox box = new VBox(consent, button);
        box.getStyleClass().add("consent");
        return box;
    }

    private static RadioButton radio(String text, ToggleGroup group, boolean selected) {
        RadioButton button = new RadioButton(text);
        button.setMnemonicParsing(false);
        button.setToggleGroup(group);
        button.setSelected(selected);
        return button;
    }

    private static Node heading(String text, @Nullable String setBy) {
        Label heading = new Label(text);
        heading.getStyleClass().add(Styles.TEXT_CAPTION);
        return setBy == null ? heading : new VBox(heading, muted("Set by " + setBy + "."));
    }

    private static Node indented(Node node) {
        HBox box = new HBox(node);
        box.getStyleClass().add("indented");
        return box;
    }

    private static Label muted(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        label.getStyleClass().add("muted");
        return label;
    }
}

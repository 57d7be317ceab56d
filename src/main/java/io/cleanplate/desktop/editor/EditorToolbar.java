package io.cleanplate.desktop.editor;

import atlantafx.base.theme.Styles;
import io.cleanplate.desktop.common.Action;
import io.cleanplate.desktop.common.ActionControls;
import java.util.Locale;
import javafx.beans.value.ObservableBooleanValue;
import javafx.event.ActionEvent;
import javafx.event.EventHandler;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;

/** The strip above the picture, in groups that go to a second row where a window is narrow. */
public final class EditorToolbar extends FlowPane {
    private static final double GAP = 8;
    private static final double MODEL_WIDTH = 128;

    private final EditorViewModel editor;
    private final EditorActions actions;

    /** @param maskFiles asks people for a file and loads or saves the mask */
    public EditorToolbar(EditorViewModel editor, EditorActions actions, MaskFiles maskFiles) {
        super(GAP, GAP);
        this.editor = editor;
        this.actions = actions;
        getStyleClass().add("editor-toolbar");
        setPadding(new Insets(GAP));
        getChildren()
                .addAll(
                        tools(),
                        brushSize(),
                        new MaskMenu(editor, actions, maskFiles),
                        group(ActionControls.iconButton(actions.undo()), ActionControls.iconButton(actions.redo())),
                        removal(),
                        results());
    }

    private Node tools() {
        HBox row = group();
        for (Tool tool : Tool.values()) {
            ToggleButton button = ActionControls.iconToggle(actions.tool(tool));
            keepInStep(button, editor.tools().toolProperty().isEqualTo(tool));
            row.getChildren().add(button);
        }
        return row;
    }

    private Node brushSize() {
        // The thumb moves along the logarithm: small brushes need fine steps, large ones do not.
        Slider slider = new Slider(0, Math.log(ToolsViewModel.MAX_DIAMETER), 0);
        slider.setPrefWidth(90);
        slider.setAccessibleText("Brush size");
        slider.setTooltip(new Tooltip("Brush size in pixels of the picture"));
        follow(slider, editor.tools().brushDiameterProperty().get());
        editor.tools().brushDiameterProperty().addListener((value, was, is) -> follow(slider, is.doubleValue()));
        slider.valueProperty().addListener((value, was, is) -> {
            double diameter = Math.rint(Math.exp(is.doubleValue()));
            if (Math.abs(Math.log(editor.tools().brushDiameterProperty().get()) - is.doubleValue()) > 1e-9) {
                editor.tools().brushDiameterProperty().set(diameter);
            }
        });
        Label number = new Label();
        number.setMinWidth(48);
        number.textProperty().bind(editor.tools().brushDiameterProperty().asString(Locale.ROOT, "%.0f px"));
        return group(slider, number);
    }

    private static void follow(Slider slider, double diameter) {
        slider.setValue(Math.log(diameter));
    }

    private Node removal() {
        ChoiceBox<String> model = new ChoiceBox<>();
        model.getItems().setAll(editor.removal().models());
        model.valueProperty().bindBidirectional(editor.removal().modelProperty());
        model.setPrefWidth(MODEL_WIDTH);
        model.setAccessibleText("Model");
        model.setTooltip(new Tooltip("Model: see-through restores what shines through, lama invents what is hidden"));
        Button remove = ActionControls.button(actions.remove());
        remove.getStyleClass().add(Styles.ACCENT);
        ProgressBar progress = new ProgressBar();
        progress.setPrefWidth(90);
        progress.setAccessibleText("Progress of the removal");
        progress.progressProperty().bind(editor.removal().progressProperty());
        Button cancel = ActionControls.iconButton(actions.cancel());
        HBox running = group(progress, cancel);
        running.visibleProperty().bind(editor.removal().busyProperty());
        running.managedProperty().bind(running.visibleProperty());
        return group(model, remove, running);
    }

    private Node results() {
        ToggleButton split = ActionControls.iconToggle(actions.split());
        keepInStep(split, editor.tools().splitProperty());
        Label status = new Label();
        status.getStyleClass().add(Styles.TEXT_MUTED);
        status.textProperty().bind(editor.picture().statusProperty());
        HBox stepper = group(
                ActionControls.iconButton(actions.previousResult()),
                ActionControls.iconButton(actions.nextResult()),
                status);
        stepper.visibleProperty().bind(editor.picture().resultsProperty().greaterThan(0));
        stepper.managedProperty().bind(stepper.visibleProperty());
        return group(held(actions.compare()), split, stepper);
    }

    /** A button for what lasts as long as it is held down. */
    private static Button held(Action action) {
        Button button = ActionControls.iconButton(action);
        button.setOnAction(event -> {});
        button.armedProperty().addListener((value, was, is) -> {
            Runnable released = action.released();
            if (is) {
                action.run().run();
            } else if (released != null) {
                released.run();
            }
        });
        return button;
    }

    /** A toggle does not choose for itself: it shows what the view model says, also after it was pressed. */
    private static void keepInStep(ToggleButton button, ObservableBooleanValue on) {
        button.setSelected(on.get());
        on.addListener((value, was, is) -> button.setSelected(is));
        EventHandler<ActionEvent> act = button.getOnAction();
        button.setOnAction(event -> {
            act.handle(event);
            button.setSelected(on.get());
        });
    }

    private static HBox group(Node... nodes) {
        HBox row = new HBox(GAP / 2, nodes);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }
}

package io.cleanplate.desktop.editor;

import io.cleanplate.desktop.common.Action;
import io.cleanplate.desktop.common.ActionControls;
import javafx.scene.control.ColorPicker;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.paint.Color;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;

/** The menu of what is done to the whole mask and how it is shown. */
final class MaskMenu extends MenuButton {
    private static final int WHITE = 0xFFFFFF;

    MaskMenu(EditorViewModel editor, EditorActions actions, MaskFiles files) {
        super("Mask");
        Action load = Action.of("Mask", "Load mask", () -> files.toLoad().ifPresent(editor.mask()::load))
                .icon(MaterialDesignF.FOLDER_OPEN_OUTLINE)
                .when(editor.picture().openProperty());
        Action save = Action.of("Mask", "Save mask", () -> files.toSave().ifPresent(editor.mask()::save))
                .icon(MaterialDesignC.CONTENT_SAVE_OUTLINE)
                .when(editor.picture().openProperty());
        actions.mask().stream().map(ActionControls::menuItem).forEach(getItems()::add);
        getItems()
                .addAll(
                        new SeparatorMenuItem(),
                        ActionControls.menuItem(load),
                        ActionControls.menuItem(save),
                        new SeparatorMenuItem(),
                        overlay(editor.tools()));
    }

    private static CustomMenuItem overlay(ToolsViewModel tools) {
        ColorPicker color = new ColorPicker(colorOf(tools.overlayColorProperty().get()));
        color.setAccessibleText("Colour of the mask");
        color.setOnAction(event -> tools.overlayColorProperty().set(numberOf(color.getValue())));
        Slider opacity = new Slider(0, 1, 0);
        opacity.setAccessibleText("Opacity of the mask");
        opacity.valueProperty().bindBidirectional(tools.overlayOpacityProperty());
        HBox row = new HBox(8, new Label("Shown as"), color, opacity);
        return new CustomMenuItem(row, false);
    }

    private static Color colorOf(int rgb) {
        return Color.web(String.format("#%06x", rgb & WHITE));
    }

    private static int numberOf(Color color) {
        return Integer.parseInt(color.toString().substring(2, 8), 16);
    }
}

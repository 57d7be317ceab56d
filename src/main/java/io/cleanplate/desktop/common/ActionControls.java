package io.cleanplate.desktop.common;

import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/** Makes controls of actions, alike everywhere: accessible text, tooltip with the key, greyed out while not to be done. */
public final class ActionControls {
    private ActionControls() {}

    /** A button that shows only the action's icon. */
    public static Button iconButton(Action action) {
        Button button = bind(new Button(), action);
        button.getStyleClass().add("button-icon");
        return button;
    }

    /** A button with icon and label. */
    public static Button button(Action action) {
        Button button = bind(new Button(action.label()), action);
        button.setMnemonicParsing(false);
        return button;
    }

    /** A toggle that shows only the action's icon; whoever makes it keeps its selection in step. */
    public static ToggleButton iconToggle(Action action) {
        ToggleButton button = bind(new ToggleButton(), action);
        button.getStyleClass().add("button-icon");
        return button;
    }

    /** A toggle with the action's label; whoever makes it keeps its selection in step. */
    public static ToggleButton toggle(Action action) {
        ToggleButton button = bind(new ToggleButton(action.label()), action);
        button.setMnemonicParsing(false);
        return button;
    }

    /**
     * An entry of a menu. Its key stands behind the label as text, not as accelerator: keys are handled by
     * {@link KeyBindings}, which leaves letters to fields while somebody types.
     */
    public static MenuItem menuItem(Action action) {
        MenuItem item = new MenuItem(action.hint());
        Ikon icon = action.icon();
        if (icon != null) {
            item.setGraphic(new FontIcon(icon));
        }
        item.setMnemonicParsing(false);
        item.setOnAction(event -> action.run().run());
        action.available().addListener((value, was, is) -> item.setDisable(!is));
        item.setDisable(!action.available().get());
        return item;
    }

    private static <B extends ButtonBase> B bind(B button, Action action) {
        Ikon icon = action.icon();
        if (icon != null) {
            button.setGraphic(new FontIcon(icon));
        }
        button.setAccessibleText(action.label());
        button.setTooltip(new Tooltip(action.hint()));
        button.setOnAction(event -> action.run().run());
        action.available().addListener((value, was, is) -> button.setDisable(!is));
        button.setDisable(!action.available().get());
        return button;
    }
}

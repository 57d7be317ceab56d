package io.cleanplate.desktop.common;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/**
 * Triggers actions by their keys, wherever in a window the focus is. Keys without Ctrl, Alt or Meta are left to text fields
 * while somebody types in one. Belongs to the JavaFX thread.
 */
public final class KeyBindings {
    private final Scene scene;
    private final List<Action> actions;
    private @Nullable Action held;
    private @Nullable KeyCode heldKey;

    private KeyBindings(Scene scene, List<Action> actions) {
        this.scene = scene;
        this.actions = List.copyOf(actions);
    }

    /** Listens to a window's keys from now on. */
    public static void install(Scene scene, List<Action> actions) {
        KeyBindings bindings = new KeyBindings(scene, actions);
        scene.addEventFilter(KeyEvent.KEY_PRESSED, bindings::pressed);
        scene.addEventFilter(KeyEvent.KEY_RELEASED, bindings::released);
        scene.windowProperty().addListener((value, was, window) -> {
            if (window != null) {
                // A key that goes up in another window is never told to this one.
                window.focusedProperty().addListener((focus, had, has) -> bindings.letGo());
            }
        });
    }

    private void pressed(KeyEvent event) {
        if (heldKey != null && heldKey == event.getCode()) {
            event.consume();
            return;
        }
        if (plain(event) && typing(scene.getFocusOwner())) {
            return;
        }
        for (Action action : actions) {
            KeyCombination key = action.key();
            if (key != null && key.match(event)) {
                event.consume();
                trigger(action, event.getCode());
                return;
            }
        }
    }

    private void trigger(Action action, KeyCode code) {
        if (!action.available().get()) {
            return;
        }
        if (action.released() != null) {
            held = action;
            heldKey = code;
        }
        action.run().run();
    }

    private void released(KeyEvent event) {
        if (heldKey != null && heldKey == event.getCode()) {
            event.consume();
            letGo();
        }
    }

    private void letGo() {
        Action was = held;
        held = null;
        heldKey = null;
        if (was != null && was.released() != null) {
            was.released().run();
        }
    }

    private static boolean plain(KeyEvent event) {
        return !event.isShortcutDown() && !event.isAltDown() && !event.isMetaDown() && !event.isControlDown();
    }

    private static boolean typing(@Nullable Node focus) {
        return focus instanceof TextInputControl field && field.isEditable();
    }
}

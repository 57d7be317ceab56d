package io.cleanplate.desktop.common;

import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Control;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCharacterCombination;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/**
 * Triggers actions by their keys, wherever in a window the focus is. Keys without Ctrl, Alt or Meta are left to text fields
 * while somebody types in one, and the keys that steer controls to a control that was reached by keyboard. Belongs to the
 * JavaFX thread.
 */
public final class KeyBindings {
    private static final Set<KeyCode> STEERING =
            Set.of(KeyCode.TAB, KeyCode.SPACE, KeyCode.ENTER, KeyCode.UP, KeyCode.DOWN, KeyCode.LEFT, KeyCode.RIGHT);

    private final Scene scene;
    private final List<Action> actions;
    private final BooleanSupplier paused;
    private @Nullable Action held;
    private @Nullable KeyCode heldKey;

    private KeyBindings(Scene scene, List<Action> actions, BooleanSupplier paused) {
        this.scene = scene;
        this.actions = List.copyOf(actions);
        this.paused = paused;
    }

    /** Listens to a window's keys from now on. */
    public static void install(Scene scene, List<Action> actions) {
        install(scene, actions, () -> false);
    }

    /**
     * Listens to a window's keys from now on, except while paused.
     *
     * @param paused whether something lies over the window that has all keys to itself
     */
    public static void install(Scene scene, List<Action> actions, BooleanSupplier paused) {
        KeyBindings bindings = new KeyBindings(scene, actions, paused);
        scene.addEventFilter(KeyEvent.KEY_PRESSED, bindings::pressed);
        scene.addEventFilter(KeyEvent.KEY_TYPED, bindings::typed);
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
        if (paused.getAsBoolean() || (plain(event) && wanted(scene.getFocusOwner(), event.getCode()))) {
            return;
        }
        for (Action action : actions) {
            KeyCombination key = action.key();
            if (key != null && !(key instanceof KeyCharacterCombination) && key.match(event)) {
                event.consume();
                trigger(action, event.getCode());
                return;
            }
        }
    }

    /** Which keys type a character differs between keyboards, so the character that came out is looked at. */
    private void typed(KeyEvent event) {
        if (paused.getAsBoolean() || event.isShortcutDown() || typing(scene.getFocusOwner())) {
            return;
        }
        for (Action action : actions) {
            if (action.key() instanceof KeyCharacterCombination key
                    && key.getCharacter().equals(event.getCharacter())) {
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

    private static boolean wanted(@Nullable Node focus, KeyCode code) {
        return (typing(focus) && !code.isFunctionKey())
                || (focus instanceof Control && focus.isFocusVisible() && STEERING.contains(code));
    }

    private static boolean typing(@Nullable Node focus) {
        return focus instanceof TextInputControl field && field.isEditable();
    }
}

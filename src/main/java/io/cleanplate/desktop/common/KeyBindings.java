package io.cleanplate.desktop.common;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Control;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCharacterCombination;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/**
 * Triggers actions by their keys, wherever in a window the focus is: of several with one key the first that can be done now.
 * Keys without Ctrl, Alt or Meta are left to text fields while somebody types in one, and the keys that steer controls to a
 * control that was reached by keyboard. Arrow keys go on to the picture while no action for them can be done, and keys that
 * are to be tapped always do. Belongs to the JavaFX thread.
 */
public final class KeyBindings {
    private static final Set<KeyCode> STEERING =
            Set.of(KeyCode.TAB, KeyCode.SPACE, KeyCode.ENTER, KeyCode.UP, KeyCode.DOWN, KeyCode.LEFT, KeyCode.RIGHT);

    private final Scene scene;
    private final List<Action> actions;
    private final BooleanSupplier paused;
    private final KeyTap tap;
    private final Set<KeyCode> down = EnumSet.noneOf(KeyCode.class);
    private final Set<MouseButton> buttons = EnumSet.noneOf(MouseButton.class);
    private @Nullable Action held;
    private @Nullable KeyCode heldKey;

    private KeyBindings(Scene scene, List<Action> actions, BooleanSupplier paused, LongSupplier nanoTime) {
        this.scene = scene;
        this.actions = List.copyOf(actions);
        this.paused = paused;
        this.tap = new KeyTap(nanoTime);
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
        install(scene, actions, paused, System::nanoTime);
    }

    /** @param nanoTime counts nanoseconds, from anywhere; tells a key that is tapped from one that is held */
    static void install(Scene scene, List<Action> actions, BooleanSupplier paused, LongSupplier nanoTime) {
        KeyBindings bindings = new KeyBindings(scene, actions, paused, nanoTime);
        scene.addEventFilter(KeyEvent.KEY_PRESSED, bindings::pressed);
        scene.addEventFilter(KeyEvent.KEY_TYPED, bindings::typed);
        scene.addEventFilter(KeyEvent.KEY_RELEASED, bindings::released);
        scene.addEventFilter(MouseEvent.MOUSE_PRESSED, bindings::mouse);
        scene.addEventFilter(MouseEvent.MOUSE_RELEASED, bindings::mouse);
        scene.windowProperty().addListener((value, was, window) -> {
            if (window != null) {
                // A key that goes up in another window is never told to this one.
                window.focusedProperty().addListener((focus, had, has) -> bindings.forget());
            }
        });
    }

    private void pressed(KeyEvent event) {
        if (heldKey != null && heldKey == event.getCode()) {
            event.consume();
            return;
        }
        boolean repeated = !down.add(event.getCode());
        if (!repeated) {
            tap.cancel();
        }
        if (paused.getAsBoolean() || (plain(event) && wanted(scene.getFocusOwner(), event.getCode()))) {
            return;
        }
        List<Action> meant = actions.stream()
                .filter(action -> action.key() != null
                        && !(action.key() instanceof KeyCharacterCombination)
                        && action.key().match(event))
                .toList();
        Action first = available(meant).orElse(null);
        if (first != null && first.tapped()) {
            if (!repeated && buttons.isEmpty()) {
                tap.begin(first, event.getCode());
            }
            keepFromControls(event);
        } else if (first != null) {
            event.consume();
            trigger(first, event.getCode());
        } else if (meant.stream().anyMatch(action -> !action.tapped())
                && !event.getCode().isArrowKey()) {
            event.consume();
        }
    }

    private void mouse(MouseEvent event) {
        if (event.getEventType() == MouseEvent.MOUSE_PRESSED) {
            buttons.add(event.getButton());
        } else {
            buttons.remove(event.getButton());
        }
        tap.cancel();
    }

    private static Optional<Action> available(List<Action> meant) {
        return meant.stream().filter(action -> action.available().get()).findFirst();
    }

    /** A button that was clicked has the focus, and would take the key for a click of its own. */
    private void keepFromControls(KeyEvent event) {
        if (scene.getFocusOwner() instanceof Control) {
            event.consume();
        }
    }

    /** Which keys type a character differs between keyboards, so the character that came out is looked at. */
    private void typed(KeyEvent event) {
        if (paused.getAsBoolean() || event.isShortcutDown() || typing(scene.getFocusOwner())) {
            return;
        }
        List<Action> meant = actions.stream()
                .filter(action -> action.key() instanceof KeyCharacterCombination key
                        && key.getCharacter().equals(event.getCharacter()))
                .toList();
        if (!meant.isEmpty()) {
            event.consume();
            available(meant).ifPresent(action -> trigger(action, event.getCode()));
        }
    }

    private void trigger(Action action, KeyCode code) {
        if (action.released() != null) {
            held = action;
            heldKey = code;
        }
        action.run().run();
    }

    private void released(KeyEvent event) {
        down.remove(event.getCode());
        if (paused.getAsBoolean()) {
            tap.cancel();
        }
        if (tap.waitsFor(event.getCode())) {
            keepFromControls(event);
            tap.end();
        }
        if (heldKey != null && heldKey == event.getCode()) {
            event.consume();
            letGo();
        }
    }

    private void forget() {
        down.clear();
        buttons.clear();
        tap.cancel();
        letGo();
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
                || (focus instanceof Control && focus.isFocusVisible() && STEERING.contains(code))
                || (code.isArrowKey() && steersByArrows(focus));
    }

    /** Lists and sliders do, also after a click; buttons have no use for them. */
    private static boolean steersByArrows(@Nullable Node focus) {
        return focus instanceof Control && !(focus instanceof ButtonBase);
    }

    private static boolean typing(@Nullable Node focus) {
        return focus instanceof TextInputControl field && field.isEditable();
    }
}

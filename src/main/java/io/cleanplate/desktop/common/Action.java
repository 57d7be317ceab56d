package io.cleanplate.desktop.common;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.input.KeyCharacterCombination;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;

/**
 * Something an editor can do: the one place for its name, icon and key, from which buttons, menus, tooltips and the sheet of
 * shortcuts are made. Belongs to the JavaFX thread.
 *
 * @param group the menu or heading that it stands under
 * @param label what it does, as a command: {@code Remove watermark}
 * @param icon drawn on its button; null for none
 * @param key triggers it anywhere in the window, plain letters not while typing in a field; null for none
 * @param available whether it can be done now
 * @param run does it
 * @param released what happens when its key goes up again, for what lasts as long as the key is held; null for nothing
 * @param tapped whether its key has to be tapped, since holding it down means something else
 */
public record Action(
        String group,
        String label,
        @Nullable Ikon icon,
        @Nullable KeyCombination key,
        ObservableBooleanValue available,
        Runnable run,
        @Nullable Runnable released,
        boolean tapped) {
    private static final ObservableBooleanValue ALWAYS = Bindings.createBooleanBinding(() -> true);

    /** An action that can always be done and has neither icon nor key. */
    public static Action of(String group, String label, Runnable run) {
        return new Action(group, label, null, null, ALWAYS, run, null, false);
    }

    /** The same with an icon. */
    public Action icon(Ikon drawn) {
        return new Action(group, label, drawn, key, available, run, released, tapped);
    }

    /** The same with a key, written as {@link KeyCombination#valueOf} reads it: {@code B}, {@code Shortcut+Z}. */
    public Action key(String combination) {
        return new Action(group, label, icon, KeyCombination.valueOf(combination), available, run, released, tapped);
    }

    /**
     * The same with a character as its key, such as {@code ?}: whichever keys type it on the keyboard at hand. Plain
     * characters do nothing while somebody types in a field.
     */
    public Action typed(String character) {
        return new Action(
                group,
                label,
                icon,
                new KeyCharacterCombination(character, KeyCombination.SHIFT_ANY),
                available,
                run,
                released,
                tapped);
    }

    /** The same, to be done only while a condition holds. */
    public Action when(ObservableBooleanValue condition) {
        return new Action(group, label, icon, key, condition, run, released, tapped);
    }

    /** The same, lasting as long as its key is held. */
    public Action untilReleased(Runnable end) {
        return new Action(group, label, icon, key, available, run, end, tapped);
    }

    /**
     * The same, done when its key goes up again: soon after it went down, and with nothing else done meanwhile. So the key
     * may be held down for something else, such as to move the picture.
     */
    public Action onTap() {
        return new Action(group, label, icon, key, available, run, released, true);
    }

    /** Its label with its key, as tooltips show it. */
    public String hint() {
        return key == null ? label : label + " (" + keyText() + ")";
    }

    /** Its key as it is printed on keyboards; empty when it has none. */
    public String keyText() {
        return key == null
                ? ""
                : key.getDisplayText()
                        .replace("OPEN_BRACKET", "[")
                        .replace("CLOSE_BRACKET", "]")
                        .replace("\u21b5", "Enter");
    }
}

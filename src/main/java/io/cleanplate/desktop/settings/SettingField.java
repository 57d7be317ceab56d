package io.cleanplate.desktop.settings;

import io.cleanplate.error.InputException;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** One value of the form, as text; empty is not chosen. Belongs to the JavaFX thread. */
public final class SettingField {
    private final String label;
    private final Check check;
    private final @Nullable String setBy;
    private final StringProperty value;
    private final ReadOnlyStringWrapper error = new ReadOnlyStringWrapper("");

    /** Refuses texts by {@link InputException}. */
    @FunctionalInterface
    interface Check {
        void check(String where, String text);
    }

    SettingField(String label, @Nullable String value, Check check, @Nullable String setBy) {
        this.label = label;
        this.check = check;
        this.setBy = setBy;
        this.value = new SimpleStringProperty(value == null ? "" : value);
        this.value.addListener((property, was, is) -> error.set(""));
    }

    /** What it is called. */
    public String label() {
        return label;
    }

    /** The variable of the environment that sets it, which then cannot be changed here; null when none does. */
    public @Nullable String setBy() {
        return setBy;
    }

    /** The text; empty is not chosen. */
    public StringProperty valueProperty() {
        return value;
    }

    /** What is wrong with the text, in a sentence; empty when nothing is known to be. */
    public ReadOnlyStringProperty errorProperty() {
        return error.getReadOnlyProperty();
    }

    /** What was chosen; null for nothing. */
    @Nullable
    String chosen() {
        String text = value.get() == null ? "" : value.get().strip();
        return text.isEmpty() ? null : text;
    }

    /** Checks the text, and tells what is wrong with it. */
    boolean valid() {
        String text = chosen();
        error.set("");
        if (text == null || setBy != null) {
            return true;
        }
        try {
            check.check(label, text);
            return true;
        } catch (InputException e) {
            error.set(e.getMessage());
            return false;
        }
    }
}

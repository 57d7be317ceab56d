package io.cleanplate.desktop.settings;

import io.cleanplate.config.Preferences;
import java.util.Objects;

/**
 * What was saved in the form.
 *
 * @param before what held
 * @param after what holds now
 */
public record SettingsChange(Preferences.Work before, Preferences.Work after) {
    /** Whether another newsroom was named: its services start anew with the program. */
    public boolean newsroom() {
        return !Objects.equals(before.mongoUrl(), after.mongoUrl());
    }

    /** Whether another model or device was named. */
    public boolean engine() {
        return !Objects.equals(before.model(), after.model()) || device();
    }

    /** Whether cleaned pictures go elsewhere from now on. */
    public boolean output() {
        return !Objects.equals(before.outputFolder(), after.outputFolder())
                || !Objects.equals(before.baseUrl(), after.baseUrl());
    }

    /** Whether something counts only after a restart: the newsroom, and the device, which is chosen once in a process. */
    public boolean restartNeeded() {
        return newsroom() || device();
    }

    private boolean device() {
        return !Objects.equals(before.device(), after.device());
    }
}

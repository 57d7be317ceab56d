package io.cleanplate.desktop.common;

import java.time.Duration;
import java.util.function.LongSupplier;
import javafx.beans.value.ChangeListener;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;

/**
 * A key that went down and may turn out to be a tap: up again soon, with nothing else pressed meanwhile, and its action to be
 * done all that time. Belongs to the JavaFX thread.
 */
final class KeyTap {
    private static final long LONGEST = Duration.ofMillis(500).toNanos();

    private final LongSupplier nanoTime;
    private final ChangeListener<Boolean> watch = (value, was, is) -> cancel();
    private @Nullable Action action;
    private @Nullable KeyCode key;
    private long since;

    /** @param nanoTime counts nanoseconds, from anywhere */
    KeyTap(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** The key of an action that can be done now went down. */
    void begin(Action tapped, KeyCode code) {
        cancel();
        action = tapped;
        key = code;
        since = nanoTime.getAsLong();
        // Another picture may come for a moment, for which it can be done as well.
        tapped.available().addListener(watch);
    }

    /** It is none, whatever follows. */
    void cancel() {
        if (action != null) {
            action.available().removeListener(watch);
        }
        action = null;
        key = null;
    }

    /** Whether a tap of this key is under way. */
    boolean waitsFor(KeyCode code) {
        return key == code;
    }

    /** The key went up: does the action if that was soon enough. */
    void end() {
        Action tapped = action;
        boolean soon = nanoTime.getAsLong() - since <= LONGEST;
        cancel();
        if (tapped != null && soon) {
            tapped.run().run();
        }
    }
}

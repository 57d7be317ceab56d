package io.cleanplate.desktop.settings;

import javafx.animation.PauseTransition;
import javafx.util.Duration;

/** Waits by JavaFX's clock. Belongs to the JavaFX thread. */
public final class AfterAMoment implements PreferencesStore.QuietTime {
    private final PauseTransition pause;

    /** Waits that long. */
    public AfterAMoment(java.time.Duration moment) {
        this.pause = new PauseTransition(Duration.millis((double) moment.toMillis()));
    }

    @Override
    public void then(Runnable action) {
        pause.setOnFinished(event -> action.run());
        pause.playFromStart();
    }
}

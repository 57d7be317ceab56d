package io.cleanplate.desktop.queue;

import java.time.Duration;
import javafx.animation.PauseTransition;

/** The window's own delay. Belongs to the JavaFX thread. */
public final class PauseDelay implements Delay {
    @Override
    public Runnable after(Duration wait, Runnable action) {
        PauseTransition pause = new PauseTransition(javafx.util.Duration.millis((double) wait.toMillis()));
        pause.setOnFinished(event -> action.run());
        pause.play();
        return pause::stop;
    }
}

package io.cleanplate.desktop.common;

/** Tells people something inside the window. To be called on the JavaFX thread. */
@FunctionalInterface
public interface Notifier {
    /** Shows a notice. */
    void show(Notice notice);
}

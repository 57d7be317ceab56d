package io.cleanplate.desktop.editor.canvas;

import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Group;
import javafx.scene.shape.Shape;

/** A line drawn light on dark, so that it is seen on any picture. Belongs to the JavaFX thread. */
final class TwoTone<S extends Shape> extends Group {
    private final S dark;
    private final S light;

    /** Of two shapes alike. */
    TwoTone(Supplier<S> shape) {
        dark = shape.get();
        light = shape.get();
        dark.getStyleClass().add("picture-line-dark");
        light.getStyleClass().add("picture-line-light");
        getChildren().setAll(dark, light);
        setManaged(false);
        setMouseTransparent(true);
        setVisible(false);
    }

    /** Changes both shapes. */
    void change(Consumer<S> change) {
        change.accept(dark);
        change.accept(light);
    }
}

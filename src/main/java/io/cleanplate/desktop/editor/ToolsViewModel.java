package io.cleanplate.desktop.editor;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;

/** What the hand holds and how the picture is looked at; stays from picture to picture. Belongs to the JavaFX thread. */
public final class ToolsViewModel {
    /** The smallest brush, in pixels of the picture. */
    public static final double MIN_DIAMETER = 1;

    /** The largest brush, in pixels of the picture. */
    public static final double MAX_DIAMETER = 1000;

    private static final double STEP = 1.15;

    private final ObjectProperty<Tool> tool = new SimpleObjectProperty<>(Tool.BRUSH);
    private final DoubleProperty brushDiameter;
    private final IntegerProperty overlayColor;
    private final DoubleProperty overlayOpacity;
    private final BooleanProperty split = new SimpleBooleanProperty();
    private final DoubleProperty splitPosition = new SimpleDoubleProperty(0.5);
    private final BooleanProperty showingOriginal = new SimpleBooleanProperty();

    ToolsViewModel(EditorSettings settings) {
        brushDiameter = new SimpleDoubleProperty(settings.brushDiameter());
        overlayColor = new SimpleIntegerProperty(settings.overlayColor());
        overlayOpacity = new SimpleDoubleProperty(settings.overlayOpacity());
    }

    /** What the mouse paints with. */
    public ObjectProperty<Tool> toolProperty() {
        return tool;
    }

    /** In pixels of the picture, {@value #MIN_DIAMETER} to {@value #MAX_DIAMETER}. */
    public DoubleProperty brushDiameterProperty() {
        return brushDiameter;
    }

    /** The next larger brush: 15 %, and at least one pixel. */
    public void enlargeBrush() {
        double larger = Math.max(brushDiameter.get() + 1, Math.rint(brushDiameter.get() * STEP));
        brushDiameter.set(Math.min(MAX_DIAMETER, larger));
    }

    /** The next smaller brush: 15 %, and at least one pixel. */
    public void reduceBrush() {
        double smaller = Math.min(brushDiameter.get() - 1, Math.rint(brushDiameter.get() / STEP));
        brushDiameter.set(Math.max(MIN_DIAMETER, smaller));
    }

    /** The colour that the mask is shown in, as 0xRRGGBB. */
    public IntegerProperty overlayColorProperty() {
        return overlayColor;
    }

    /** How strongly the mask is shown, 0 to 1. */
    public DoubleProperty overlayOpacityProperty() {
        return overlayOpacity;
    }

    /** Whether the original is shown beside the result, on the left of a line. */
    public BooleanProperty splitProperty() {
        return split;
    }

    /** Where the line between original and result is, 0 to 1 of the picture's width. */
    public DoubleProperty splitPositionProperty() {
        return splitPosition;
    }

    /** Whether the original is shown for as long as a key is held. */
    public BooleanProperty showingOriginalProperty() {
        return showingOriginal;
    }
}

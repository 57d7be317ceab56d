package io.cleanplate.desktop.editor.canvas;

import io.cleanplate.cleaning.edit.EditListener;
import io.cleanplate.cleaning.edit.PaintedPicture;
import io.cleanplate.cleaning.edit.Stroke;
import io.cleanplate.cleaning.edit.StrokeKind;
import io.cleanplate.desktop.editor.Tool;
import io.cleanplate.imaging.Pixels;
import io.cleanplate.imaging.Rect;
import io.cleanplate.task.TaskRunner;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javafx.animation.AnimationTimer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/**
 * The picture on which an editor paints. It draws only what the window shows, in the display's own pixels, once a pulse, so
 * pictures of any size cost the same. Belongs to the JavaFX thread, as does the picture it is given.
 */
public final class PictureCanvas extends Region {
    private static final double USUAL_DIAMETER = 40;

    private final ObjectProperty<@Nullable PaintedPicture> picture = new SimpleObjectProperty<>(this, "picture");
    private final ObjectProperty<Tool> tool = new SimpleObjectProperty<>(this, "tool", Tool.BRUSH);
    private final DoubleProperty brushDiameter = new SimpleDoubleProperty(this, "brushDiameter", USUAL_DIAMETER);
    private final ObjectProperty<Color> overlayColor =
            new SimpleObjectProperty<>(this, "overlayColor", Color.web("#ff2d55"));
    private final DoubleProperty overlayOpacity = new SimpleDoubleProperty(this, "overlayOpacity", 0.45);
    private final BooleanProperty comparing = new SimpleBooleanProperty(this, "comparing");
    private final BooleanProperty split = new SimpleBooleanProperty(this, "split");
    private final DoubleProperty splitPosition = new SimpleDoubleProperty(this, "splitPosition", 0.5);
    private final ReadOnlyDoubleWrapper zoomPercent = new ReadOnlyDoubleWrapper(this, "zoomPercent", 100);

    private final TaskRunner tasks;
    private final ViewState view = new ViewState(this::viewChanged);
    private final ViewportImage image = new ViewportImage();
    private final ViewportRenderer renderer = new ViewportRenderer();
    private final Repaint repaint = new Repaint(System::nanoTime);
    private final Outline outline = new Outline();
    private final BrushCursor brush = new BrushCursor();
    private final SplitHandle handle = new SplitHandle(splitPosition);
    private final Map<Tool, ToolHandler> handlers = new EnumMap<>(Tool.class);
    private final CanvasInput input = new CanvasInput(this, view);
    private final EditListener edits = new Edits();
    private final AnimationTimer pulse = new AnimationTimer() {
        @Override
        public void handle(long now) {
            drawNow();
            if (repaint.done()) {
                stop();
            }
        }
    };
    private @Nullable PictureLayers layers;
    private @Nullable Pointer lastEnd;
    /** Where the pointer is in the window while it shows the tool. */
    private @Nullable Point2D brushAt;

    /** An empty canvas that prepares pictures with these tasks. */
    public PictureCanvas(TaskRunner tasks) {
        this.tasks = tasks;
        Easel easel = new CanvasEasel();
        handlers.put(Tool.BRUSH, new BrushHandler(easel, StrokeKind.MASK, false));
        handlers.put(Tool.ERASER, new BrushHandler(easel, StrokeKind.MASK, true));
        handlers.put(Tool.RESTORE, new BrushHandler(easel, StrokeKind.RESTORE, false));
        handlers.put(Tool.RECTANGLE, new RectangleHandler(easel));
        handlers.put(Tool.LASSO, new LassoHandler(easel));
        getStyleClass().add("picture-canvas");
        getChildren().setAll(image.node(), outline.node(), handle, brush.node());
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
        listen();
        describe();
    }

    private void listen() {
        picture.addListener((value, was, is) -> show(was, is));
        tool.addListener((value, was, is) -> {
            input.cancel();
            resizeBrush();
            describe();
        });
        brushDiameter.addListener((value, was, is) -> resizeBrush());
        overlayColor.addListener((value, was, is) -> drawAll());
        overlayOpacity.addListener((value, was, is) -> drawAll());
        comparing.addListener((value, was, is) -> drawAll());
        split.addListener((value, was, is) -> splitChanged());
        splitPosition.addListener((value, was, is) -> splitChanged());
        sceneProperty()
                .flatMap(Scene::windowProperty)
                .flatMap(Window::renderScaleXProperty)
                .addListener((value, was, is) -> requestLayout());
    }

    /** The picture that is shown and painted on; null for none. */
    public ObjectProperty<@Nullable PaintedPicture> pictureProperty() {
        return picture;
    }

    /** What the pointer does. */
    public ObjectProperty<Tool> toolProperty() {
        return tool;
    }

    /** Width of brush, eraser and restore brush, in pixels of the picture. */
    public DoubleProperty brushDiameterProperty() {
        return brushDiameter;
    }

    /** The colour that the mask is drawn in. */
    public ObjectProperty<Color> overlayColorProperty() {
        return overlayColor;
    }

    /** How much the mask hides of what lies under it, 0 to 1; its edge is always drawn. */
    public DoubleProperty overlayOpacityProperty() {
        return overlayOpacity;
    }

    /** Whether the original is shown instead of all else. Nothing is painted meanwhile. */
    public BooleanProperty comparingProperty() {
        return comparing;
    }

    /** Whether the original is shown left of a line that can be dragged. */
    public BooleanProperty splitProperty() {
        return split;
    }

    /** Where that line lies, 0 (left) to 1 (right) of the view. */
    public DoubleProperty splitPositionProperty() {
        return splitPosition;
    }

    /** How large the picture is drawn: at 100, one pixel of it is one of the display. */
    public ReadOnlyDoubleProperty zoomPercentProperty() {
        return zoomPercent.getReadOnlyProperty();
    }

    /** Shows all of the picture, also when the window's size changes. */
    public void fit() {
        view.fit();
    }

    /** Shows one pixel of the picture as one of the display. */
    public void actualSize() {
        view.zoomMiddle(1);
    }

    /** Goes one step nearer. */
    public void zoomIn() {
        view.zoomMiddle(ZoomSteps.above(view.transform().scale()));
    }

    /** Goes one step away. */
    public void zoomOut() {
        view.zoomMiddle(ZoomSteps.below(view.transform().scale()));
    }

    /**
     * Takes back what the pointer is painting.
     *
     * @return whether it was painting
     */
    public boolean cancelStroke() {
        return input.cancel();
    }

    @Override
    public String getUserAgentStylesheet() {
        return Objects.requireNonNull(PictureCanvas.class.getResource("canvas.css"))
                .toExternalForm();
    }

    @Override
    protected void layoutChildren() {
        double scale = screenScale();
        int width = (int) Math.ceil(getWidth() * scale);
        int height = (int) Math.ceil(getHeight() * scale);
        if (width < 1 || height < 1) {
            return;
        }
        image.resize(width, height, scale);
        view.resize(new Extent(width, height));
        placeSplit();
        drawAll();
    }

    /** Pixels of the display for one of the window. */
    double screenScale() {
        Window window = getScene() == null ? null : getScene().getWindow();
        return window == null ? 1 : window.getRenderScaleX();
    }

    boolean hasPicture() {
        return layers != null;
    }

    boolean paintable() {
        return hasPicture() && !comparing.get();
    }

    ToolHandler handler() {
        return Objects.requireNonNull(handlers.get(tool.get()));
    }

    /** How the picture lies in the view. */
    ViewTransform transform() {
        return view.transform();
    }

    /** Shows the tool's pointer at a point of the window. */
    void showBrush(double x, double y) {
        brushAt = new Point2D(x, y);
        boolean painting = tool.get() == Tool.BRUSH || tool.get() == Tool.ERASER || tool.get() == Tool.RESTORE;
        if (painting && hasPicture()) {
            double radius = brushDiameter.get() / 2 * view.transform().scale() / screenScale();
            setCursor(brush.show(x, y, radius));
        } else {
            brush.hide();
            setCursor(hasPicture() ? Cursor.CROSSHAIR : Cursor.DEFAULT);
        }
    }

    void hideBrush() {
        brushAt = null;
        brush.hide();
    }

    private void resizeBrush() {
        if (brushAt != null) {
            showBrush(brushAt.getX(), brushAt.getY());
        }
    }

    private void show(@Nullable PaintedPicture was, @Nullable PaintedPicture is) {
        input.cancel();
        if (was != null) {
            was.unlisten(edits);
        }
        if (layers != null) {
            layers.close();
        }
        lastEnd = null;
        layers = is == null ? null : new PictureLayers(is, tasks, area -> draw(area, reach()));
        view.show(is == null ? null : extent(is.original()));
        if (is != null) {
            is.listen(edits);
        }
        describe();
        drawAll();
    }

    private static Extent extent(Pixels pixels) {
        return new Extent(pixels.width(), pixels.height());
    }

    private void describe() {
        PaintedPicture shown = picture.get();
        setAccessibleText(
                shown == null
                        ? "No picture"
                        : "Picture, " + shown.original().width() + " by "
                                + shown.original().height() + ", "
                                + tool.get().name().toLowerCase(Locale.ROOT) + " tool");
    }

    private void viewChanged() {
        zoomPercent.set(view.transform().scale() * 100);
        outline.place(view.transform(), screenScale());
        resizeBrush();
        drawAll();
    }

    private void splitChanged() {
        placeSplit();
        drawAll();
    }

    private void placeSplit() {
        handle.setVisible(split.get());
        handle.place(splitColumn() / screenScale(), getHeight());
    }

    private int splitColumn() {
        return (int) Math.rint(splitPosition.get() * image.width());
    }

    private void drawAll() {
        repaint.restart(image.bounds());
        pulse.start();
    }

    /** Draws a part of the picture anew, with so many of its pixels around that what was smoothed over them is right. */
    private void draw(Rect area, int around) {
        ViewTransform transform = view.transform();
        Rect wide = area.grow(around);
        repaint.request(new Rect(
                        (int) Math.floor(transform.screenX(wide.left())),
                        (int) Math.floor(transform.screenY(wide.top())),
                        (int) Math.ceil(transform.screenX(wide.right())),
                        (int) Math.ceil(transform.screenY(wide.bottom())))
                .grow(2));
        pulse.start();
    }

    /** How many pixels of the picture one of the screen depends on, beside those under it. */
    private int reach() {
        return (int) Math.ceil(2 / view.transform().scale()) + 1;
    }

    /** Draws what was asked for since the last pulse. */
    void drawNow() {
        PictureLayers drawn = layers;
        boolean sameFast = drawn == null || frame(drawn, true).looksSameFast();
        repaint.pulse(image.bounds(), sameFast, (part, smooth) -> {
            if (drawn == null) {
                Arrays.fill(image.array(), 0);
            } else {
                renderer.draw(frame(drawn, smooth), part, image.array(), image.width());
            }
            image.update(drawn == null ? image.bounds() : part);
        });
    }

    /** Whether something is left to be drawn. */
    boolean hasWork() {
        return !repaint.done();
    }

    private Frame frame(PictureLayers drawn, boolean smooth) {
        int original = comparing.get() ? Integer.MAX_VALUE : split.get() ? splitColumn() : 0;
        return new Frame(
                view.transform(),
                drawn.original(),
                drawn.shown(),
                drawn.mask(),
                drawn.restoring(),
                new Frame.Overlay(rgb(overlayColor.get()), overlayOpacity.get()),
                original,
                smooth);
    }

    private static int rgb(Color color) {
        return ((int) Math.rint(color.getRed() * 255) << 16)
                | ((int) Math.rint(color.getGreen() * 255) << 8)
                | (int) Math.rint(color.getBlue() * 255);
    }

    /** What changes of the picture becomes what is drawn anew. */
    private final class Edits implements EditListener {
        @Override
        public void maskChanged(Rect area) {
            if (layers != null) {
                layers.maskChanged(area);
                draw(area, reach());
            }
        }

        @Override
        public void pictureChanged(Rect area) {
            if (layers != null) {
                layers.pictureChanged(area);
                draw(area, reach());
            }
        }
    }

    /** The tools' view of this canvas. */
    private final class CanvasEasel implements Easel {
        @Override
        public Stroke begin(StrokeKind kind) {
            return Objects.requireNonNull(picture.get()).begin(kind);
        }

        @Override
        public double radius() {
            return brushDiameter.get() / 2;
        }

        @Override
        public void outline(double[] xs, double[] ys) {
            outline.show(xs, ys, view.transform(), screenScale());
        }

        @Override
        public @Nullable Pointer lastEnd() {
            return lastEnd;
        }

        @Override
        public void endedAt(Pointer end) {
            lastEnd = end;
        }
    }
}

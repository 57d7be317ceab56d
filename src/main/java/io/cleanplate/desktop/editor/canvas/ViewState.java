package io.cleanplate.desktop.editor.canvas;

import org.jspecify.annotations.Nullable;

/** Which part of the picture the view shows. Tells when that changes. Belongs to the JavaFX thread. */
final class ViewState {
    private final Runnable changed;
    private @Nullable Extent picture;
    private @Nullable Extent view;
    private ViewTransform exact = ViewTransform.IDENTITY;
    private ViewTransform snapped = ViewTransform.IDENTITY;
    private boolean fitted = true;

    /** Nothing to show yet. */
    ViewState(Runnable changed) {
        this.changed = changed;
    }

    /** What is drawn and painted with, in screen pixels. */
    ViewTransform transform() {
        return snapped;
    }

    /** Shows another picture, all of it; null for none. */
    void show(@Nullable Extent size) {
        picture = size;
        fit();
    }

    /** The view has another size. What was in its middle stays there, and what was fitted is fitted again. */
    void resize(@Nullable Extent size) {
        Extent before = view;
        view = size;
        if (fitted || before == null) {
            fit();
        } else if (size != null) {
            set(exact.centredOn(exact.pictureX(before.centreX()), exact.pictureY(before.centreY()), size));
        }
    }

    /** Shows all of the picture, and goes on doing so when the view's size changes. */
    void fit() {
        fitted = true;
        if (picture != null && view != null) {
            set(ViewTransform.fit(picture, view));
        }
    }

    /** Moves by screen pixels. */
    void pan(double dx, double dy) {
        fitted = false;
        set(exact.moved(dx, dy));
    }

    /** Zooms; what is under the screen point stays. */
    void zoom(double screenX, double screenY, double scale) {
        if (picture != null && view != null) {
            fitted = false;
            set(exact.zoomAt(screenX, screenY, scale, picture, view));
        }
    }

    /** Zooms; what is in the middle stays. */
    void zoomMiddle(double scale) {
        if (view != null) {
            zoom(view.centreX(), view.centreY(), scale);
        }
    }

    private void set(ViewTransform transform) {
        if (picture != null && view != null) {
            exact = transform.kept(picture, view);
            snapped = exact.snapped();
            changed.run();
        }
    }
}

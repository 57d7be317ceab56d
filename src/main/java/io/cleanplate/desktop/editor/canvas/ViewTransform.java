package io.cleanplate.desktop.editor.canvas;

/**
 * How the picture lies in the view. Screen coordinates are physical pixels of the display, counted from the view's corner;
 * picture coordinates are pixels of the picture.
 *
 * @param scale screen pixels for one of the picture, above 0
 * @param offsetX where the picture's left edge lies on the screen
 * @param offsetY where its top edge lies
 */
record ViewTransform(double scale, double offsetX, double offsetY) {
    /** 3200 %: a pixel of the picture is a square of 32. */
    static final double LARGEST = 32;

    /** How far one can zoom out beyond the view that shows all. */
    private static final double BEYOND_FIT = 4;

    /** One pixel of the picture on one of the screen, corner on corner. */
    static final ViewTransform IDENTITY = new ViewTransform(1, 0, 0);

    /** Refuses what shows nothing. */
    ViewTransform {
        if (!(scale > 0) || !Double.isFinite(scale + offsetX + offsetY)) {
            throw new IllegalArgumentException("no view of scale " + scale + " at " + offsetX + ", " + offsetY);
        }
    }

    /** Shows the whole picture in the middle, as large as it can be, though not larger than {@link #LARGEST}. */
    static ViewTransform fit(Extent picture, Extent view) {
        return new ViewTransform(fitScale(picture, view), 0, 0).centredOn(picture.centreX(), picture.centreY(), view);
    }

    private static double fitScale(Extent picture, Extent view) {
        double whole = Math.min(view.width() / picture.width(), view.height() / picture.height());
        return Math.min(whole, LARGEST);
    }

    /** The screen column of a picture column. */
    double screenX(double pictureX) {
        return offsetX + pictureX * scale;
    }

    /** The screen row of a picture row. */
    double screenY(double pictureY) {
        return offsetY + pictureY * scale;
    }

    /** The picture column at a screen column; may lie outside the picture. */
    double pictureX(double screenX) {
        return (screenX - offsetX) / scale;
    }

    /** The picture row at a screen row; may lie outside the picture. */
    double pictureY(double screenY) {
        return (screenY - offsetY) / scale;
    }

    /** At another scale, with what is under a screen point staying there; the scale is held between the smallest and largest. */
    ViewTransform zoomAt(double screenX, double screenY, double newScale, Extent picture, Extent view) {
        double smallest = Math.min(1, fitScale(picture, view)) / BEYOND_FIT;
        double held = Math.clamp(newScale, smallest, LARGEST);
        return new ViewTransform(held, screenX - pictureX(screenX) * held, screenY - pictureY(screenY) * held);
    }

    /** At the same scale with a picture point in the middle of the view. */
    ViewTransform centredOn(double pictureX, double pictureY, Extent view) {
        return new ViewTransform(scale, view.centreX() - pictureX * scale, view.centreY() - pictureY * scale);
    }

    /** Moved by that many screen pixels. */
    ViewTransform moved(double dx, double dy) {
        return new ViewTransform(scale, offsetX + dx, offsetY + dy);
    }

    /** Moved as little as needed so that a good part of the picture, or of the view, shows picture. */
    ViewTransform kept(Extent picture, Extent view) {
        return new ViewTransform(
                scale,
                keep(offsetX, picture.width() * scale, view.width()),
                keep(offsetY, picture.height() * scale, view.height()));
    }

    private static double keep(double offset, double length, double view) {
        double visible = Math.min(length, view) / 2;
        return Math.clamp(offset, visible - length, view - visible);
    }

    /** Moved by less than a pixel so that the picture's corner lies on a whole one: what is drawn and painted with. */
    ViewTransform snapped() {
        return new ViewTransform(scale, Math.rint(offsetX), Math.rint(offsetY));
    }
}

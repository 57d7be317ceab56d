package io.cleanplate.watermark;

import io.cleanplate.imaging.Rect;

/**
 * Where a mark's rectangle lies in pictures of any size.
 *
 * @param anchor the point of the picture it is measured from
 * @param dx columns from that point to the rectangle's left edge
 * @param dy rows from that point to its upper edge
 * @param width columns, at least 1
 * @param height rows, at least 1
 */
public record Place(Anchor anchor, int dx, int dy, int width, int height) {
    /** Checks the size. */
    public Place {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("no place of " + width + " x " + height);
        }
    }

    /** The rectangle in a picture of that size; it may reach outside. */
    public Rect in(int pictureWidth, int pictureHeight) {
        int left = anchor.x(pictureWidth) + dx;
        int top = anchor.y(pictureHeight) + dy;
        return new Rect(left, top, left + width, top + height);
    }

    /** The place of a rectangle of a picture of that size. */
    static Place of(Anchor anchor, Rect area, int pictureWidth, int pictureHeight) {
        return new Place(
                anchor,
                area.left() - anchor.x(pictureWidth),
                area.top() - anchor.y(pictureHeight),
                area.width(),
                area.height());
    }

    /** Larger by that many pixels on each side. */
    Place grow(int pixels) {
        return new Place(anchor, dx - pixels, dy - pixels, width + 2 * pixels, height + 2 * pixels);
    }
}

package io.cleanplate.imaging;

/** Moves pixels to where an orientation shows them; no sample changes its value. */
final class PixelTurn {
    private final Pixels stored;
    private final Orientation orientation;

    PixelTurn(Pixels stored, Orientation orientation) {
        this.stored = stored;
        this.orientation = orientation;
    }

    /** The picture as it is seen. */
    Pixels run() {
        int width = orientation.swapsSides() ? stored.height() : stored.width();
        int height = orientation.swapsSides() ? stored.width() : stored.height();
        int sample = stored.depth() / 8;
        byte[] alpha = stored.alpha();
        return new Pixels(
                width,
                height,
                stored.channels(),
                stored.depth(),
                moved(stored.color(), width, stored.channels() * sample),
                alpha == null ? null : moved(alpha, width, sample));
    }

    /** The steps from pixel to pixel of a stored row and from row to row are the same all over the upright picture. */
    private byte[] moved(byte[] from, int uprightWidth, int pixelBytes) {
        byte[] to = new byte[from.length];
        int start = place(0, 0, uprightWidth);
        int right = stored.width() == 1 ? 0 : place(1, 0, uprightWidth) - start;
        int down = stored.height() == 1 ? 0 : place(0, 1, uprightWidth) - start;
        int source = 0;
        for (int y = 0; y < stored.height(); y++) {
            int place = start + y * down;
            for (int x = 0; x < stored.width(); x++) {
                for (int i = 0; i < pixelBytes; i++) {
                    to[place * pixelBytes + i] = from[source++];
                }
                place += right;
            }
        }
        return to;
    }

    private int place(int x, int y, int uprightWidth) {
        return orientation.uprightY(x, y, stored.width(), stored.height()) * uprightWidth
                + orientation.uprightX(x, y, stored.width(), stored.height());
    }
}

package io.cleanplate.mask;

import io.cleanplate.imaging.Orientation;
import io.cleanplate.imaging.Rect;

/** Takes a mask drawn on the upright picture back to the order in which the picture is stored. */
final class Turn {
    private final Tiles upright;
    private final Orientation back;

    Turn(Tiles upright, Orientation stored) {
        this.upright = upright;
        this.back = switch (stored) {
            case TURN_90 -> Orientation.TURN_270;
            case TURN_270 -> Orientation.TURN_90;
            case UPRIGHT, MIRROR, TURN_180, FLIP, TRANSPOSE, TRANSVERSE -> stored;
        };
    }

    /** The mask in stored order. */
    Mask run() {
        int width = upright.width();
        int height = upright.height();
        MaskBuffer stored = back.swapsSides() ? new MaskBuffer(height, width) : new MaskBuffer(width, height);
        Rect bounds = upright.boundsWithin(Rect.ofSize(width, height));
        RowRuns runs = new RowRuns();
        for (int y = bounds.top(); y < bounds.bottom(); y++) {
            runs.read(upright, y, bounds.left(), bounds.right());
            for (int run = 0; run < runs.count(); run++) {
                stored.rectangle(pixel(runs.start(run), y).union(pixel(runs.end(run) - 1, y)), PaintMode.ADD);
            }
        }
        return stored.snapshot();
    }

    private Rect pixel(int x, int y) {
        int storedX = back.uprightX(x, y, upright.width(), upright.height());
        int storedY = back.uprightY(x, y, upright.width(), upright.height());
        return new Rect(storedX, storedY, storedX + 1, storedY + 1);
    }
}

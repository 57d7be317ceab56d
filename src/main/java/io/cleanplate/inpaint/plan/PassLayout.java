package io.cleanplate.inpaint.plan;

import io.cleanplate.imaging.Rect;
import java.util.Collection;

/** What a pass for a core looks like on one picture, and what it costs. Immutable. */
final class PassLayout {
    /** A tile of this side always fits into a pass: nothing smaller is split. */
    static final int MIN_TILE = 128;

    /** What no pass is allowed to cost; small enough to be added up. */
    static final long TOO_LARGE = Long.MAX_VALUE / (1 << 20);

    private static final int LARGEST_SIDE = 1 << 20;

    private final Rect picture;
    private final PlanOptions options;
    private final int margin;

    PassLayout(int width, int height, PlanOptions options) {
        this.picture = Rect.ofSize(width, height);
        this.options = options;
        int side = SizeBuckets.atMost((int) Math.min(LARGEST_SIDE, Math.sqrt((double) options.maxPassPixels())));
        this.margin = Math.min(options.margin(), (side - MIN_TILE) / 2);
    }

    /** The pass for a core inside the picture. */
    Pass pass(Rect core) {
        Rect context = core.grow(margin).intersect(picture);
        int left = start(context.left(), context.width(), picture.width());
        int top = start(context.top(), context.height(), picture.height());
        Rect crop = new Rect(
                left,
                top,
                left + side(context.width(), picture.width()),
                top + side(context.height(), picture.height()));
        return Pass.padded(crop, core);
    }

    /** Pixels of the pass for a core and what a pass costs beside them; {@link #TOO_LARGE} when it exceeds the limit. */
    long cost(Rect core) {
        Rect context = core.grow(margin).intersect(picture);
        return cost(context.width(), context.height());
    }

    /** The cost of the passes for some cores. */
    long cost(Collection<Rect> cores) {
        return cores.stream().mapToLong(this::cost).sum();
    }

    /** The cost of a pass for a tile of this size anywhere in the picture. */
    long costOfTile(int width, int height) {
        return cost(Math.min(picture.width(), width + 2 * margin), Math.min(picture.height(), height + 2 * margin));
    }

    private long cost(int width, int height) {
        long pixels =
                (long) Pass.paddedSide(side(width, picture.width())) * Pass.paddedSide(side(height, picture.height()));
        return pixels <= options.maxPassPixels() ? pixels + options.passOverhead() : TOO_LARGE;
    }

    /** As many pixels as a bucket holds, but no more than the picture has. */
    private static int side(int needed, int available) {
        return Math.min(available, SizeBuckets.atLeast(needed));
    }

    /** Where a side starts that reaches equally far over both ends of what is needed, as far as the picture allows. */
    private static int start(int from, int needed, int available) {
        int side = side(needed, available);
        return Math.clamp(from - (side - needed) / 2, 0, available - side);
    }
}

package io.cleanplate.inpaint.plan;

import io.cleanplate.imaging.Rect;
import io.cleanplate.mask.Component;
import io.cleanplate.mask.Mask;
import io.cleanplate.mask.MaskBuffer;
import io.cleanplate.mask.PaintMode;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;

/**
 * Crops around what hangs together, each with a margin of context: near ones merged where one pass is cheaper than two,
 * large or mostly empty ones split into tiles. Sizes are rounded up to a few by taking more of the picture; only a picture
 * that is too small itself is padded.
 */
public final class MergedCrops implements CropPlanner {
    /** With more boxes than this a mask is a texture rather than some marks: then it may be cut anywhere. */
    private static final int TEXTURE = 400;

    private final PlanOptions options;

    /** A planner that keeps to these options. */
    public MergedCrops(PlanOptions options) {
        this.options = options;
    }

    @Override
    public Plan plan(Mask mask) {
        return plan(mask, mask.components().stream().map(Component::bounds).toList());
    }

    /**
     * The passes for a mask whose components' bounds are known.
     *
     * @param boxes rectangles that together hold every masked pixel; their order does not matter
     */
    public Plan plan(Mask mask, List<Rect> boxes) {
        PassLayout layout = new PassLayout(mask.width(), mask.height(), options);
        Merger merger = new Merger(layout);
        SortedSet<Rect> cores = merger.merge(cores(mask, boxes, layout));
        if (boxes.size() > TEXTURE) {
            Splitter splitter = new Splitter(mask, layout, options.overlap());
            SortedSet<Rect> even = merger.merge(splitter.split(Rect.ofSize(mask.width(), mask.height())));
            if (layout.cost(even) < layout.cost(cores)) {
                cores = even;
            }
        }
        return new Plan(cores.stream().map(layout::pass).toList());
    }

    /** Splits boxes only for what lies in no box that stays whole, so that no mark is cut that another one surrounds. */
    private List<Rect> cores(Mask mask, List<Rect> boxes, PassLayout layout) {
        Splitter splitter = new Splitter(mask, layout, options.overlap());
        List<Rect> cores = new ArrayList<>();
        List<Rect> large = new ArrayList<>();
        MaskBuffer rest = MaskBuffer.of(mask);
        for (Rect box : boxes) {
            List<Rect> parts = splitter.split(box);
            if (parts.size() > 1) {
                large.add(box);
            } else {
                cores.addAll(parts);
                rest.rectangle(box, PaintMode.SUBTRACT);
            }
        }
        Splitter restSplitter = new Splitter(rest.snapshot(), layout, options.overlap());
        for (Rect box : large) {
            cores.addAll(restSplitter.split(box));
        }
        return cores;
    }
}

package io.cleanplate.watermark;

import io.cleanplate.imaging.Pixels;
import io.cleanplate.imaging.Rect;
import io.cleanplate.mask.Mask;
import io.cleanplate.task.TaskMonitor;
import io.cleanplate.watermark.Aligner.Shift;
import io.cleanplate.watermark.Estimator.Estimate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Learns the mark of pictures that all show it, near one place: align, localise, estimate, then both again with what was
 * estimated. Confined to one thread, which works in parallel by itself.
 */
final class Learning {
    /** Pixels around the mark in which nothing of it lies. */
    static final int MARGIN = 10;

    private static final int REACH = 4;
    /** Pixels at the border where little of a mark lies that is inside, and by how many and how often the place grows. */
    private static final int RIM = 3;

    private static final double CUT = 0.05;
    private static final int ENLARGED = 24;
    private static final int ENLARGEMENTS = 4;
    /** How fast and from where on a difference in strength makes a mark doubtful. */
    private static final double DOUBT = 20;

    private static final double DOUBTLESS = 0.05;
    private static final int REFINEMENTS = 3;
    /** The share of the error that must not be left for shifts by parts of a pixel to be believed. */
    private static final double BETTER = 0.97;

    /** Opacity below which a pixel that was taken for the mark's is given back. */
    private static final float FAINT = 0.02f;

    private static final float FAINT_COLOUR = 3;

    private final List<Pixels> pictures;
    private final int plane;
    private final TaskMonitor monitor;
    private Place place;
    private double[] dx;
    private double[] dy;

    /** @param plane where the mark's edges show, see {@link Channel} */
    Learning(List<Pixels> pictures, Place place, int plane, TaskMonitor monitor) {
        this.pictures = pictures;
        this.place = place;
        this.plane = plane;
        this.monitor = monitor;
        dx = new double[pictures.size()];
        dy = new double[pictures.size()];
    }

    /**
     * A mark.
     *
     * @param place where its planes lie
     * @param estimate the planes
     * @param uncertainty of undoing it, in grey levels
     * @param moments what the pictures told
     */
    record Found(Place place, Estimate estimate, double uncertainty, Moments moments) {}

    /** The mark; empty when no outline is left after aligning. */
    Optional<Found> run() {
        step(1);
        Directions consensus = consensus(plane);
        for (int round = 0; round < 2; round++) {
            align(new Aligner(consensus, REACH));
            consensus = consensus(plane);
        }
        step(2);
        Mask mask = outline();
        for (int round = 0; round < ENLARGEMENTS && isCut(mask); round++) {
            place = place.grow(ENLARGED);
            mask = outline();
        }
        if (mask.isEmpty()) {
            return Optional.empty();
        }
        mask = cropTo(mask);
        Estimate estimate = estimate(mask);
        step(3);
        mask = tight(mask, estimate.planes());
        if (mask.isEmpty()) {
            return Optional.empty();
        }
        mask = cropTo(mask);
        estimate = settled(mask, estimate(mask));
        step(5);
        Moments moments = new Told(Moments.NONE, observed(mask), estimate.planes())
                .learned()
                .moments();
        double uncertainty = Math.hypot(estimate.uncertainty(), softened(estimate.planes()));
        return Optional.of(new Found(place, estimate, uncertainty * doubt(estimate.planes()), moments));
    }

    /** Refines the shifts for as long as the pictures then agree better; whole pixels are what most sources use. */
    private Estimate settled(Mask mask, Estimate first) {
        Estimate best = first;
        for (int round = 0; round < REFINEMENTS; round++) {
            step(4);
            double[] beforeX = dx;
            double[] beforeY = dy;
            refine(best.planes());
            Estimate next = estimate(mask);
            if (next.error() > BETTER * best.error()) {
                dx = beforeX;
                dy = beforeY;
                return best;
            }
            best = next;
        }
        return best;
    }

    private void step(int done) {
        monitor.progress(done, 5);
        monitor.checkCancelled();
    }

    private Directions consensus(int of) {
        return Consensus.median(IntStream.range(0, pictures.size())
                .parallel()
                .mapToObj(k -> Directions.of(patch(k).plane(of), place.width(), place.height()))
                .toList());
    }

    /** From all planes: a coloured mark may show its left half in luma and its right one in a difference. */
    private Mask outline() {
        Mask mask = Mask.empty(place.width(), place.height());
        for (int c = 0; c < Patch.PLANES; c++) {
            mask = mask.union(Localiser.mask(consensus(c), pictures.size()));
        }
        return mask;
    }

    /** Whether the mark seems to go on outside the place, which happens where few pictures agree on a part of it only. */
    private static boolean isCut(Mask mask) {
        Rect inner = new Rect(RIM, RIM, mask.width() - RIM, mask.height() - RIM);
        return mask.area() - mask.areaWithin(inner) > CUT * mask.area();
    }

    private Patch patch(int k) {
        Pixels picture = pictures.get(k);
        return Patch.cut(picture, place.in(picture.width(), picture.height()), dx[k], dy[k]);
    }

    private void align(Aligner aligner) {
        IntStream.range(0, pictures.size()).parallel().forEach(k -> {
            Pixels picture = pictures.get(k);
            Rect area = place.in(picture.width(), picture.height()).grow(REACH);
            Directions directions = Directions.of(Channel.of(picture, area, plane), area.width(), area.height());
            Shift shift = aligner.find(directions);
            dx[k] = Math.rint(shift.dx());
            dy[k] = Math.rint(shift.dy());
        });
    }

    private void refine(MarkPlanes mark) {
        Fitting fitting = new Fitting(mark);
        double[] nextX = new double[dx.length];
        double[] nextY = new double[dy.length];
        IntStream.range(0, pictures.size()).parallel().forEach(k -> {
            Pixels picture = pictures.get(k);
            Placement start = new Placement(dx[k], dy[k], 1);
            Placement better = fitting.refine(picture, place.in(picture.width(), picture.height()), start, false)
                    .snapped();
            nextX[k] = better.dx();
            nextY[k] = better.dy();
        });
        dx = nextX;
        dy = nextY;
    }

    /** What interpolation took from the mark's edges where it did not lie at whole pixels, see {@link MarkPlanes#softened}. */
    private double softened(MarkPlanes mark) {
        double squares = IntStream.range(0, pictures.size())
                .parallel()
                .mapToDouble(k -> mark.softened(dx[k], dy[k]))
                .map(off -> off * off)
                .sum();
        return Math.sqrt(squares / pictures.size());
    }

    /**
     * From 1 when the mark's slopes in the pictures it was learned from are as strong as its values; they are not when a part
     * of it was missed and is mistaken for the background.
     */
    private double doubt(MarkPlanes mark) {
        HarmonicFill fill = new Fitting(mark).fill();
        double[] strengths = IntStream.range(0, pictures.size())
                .parallel()
                .mapToDouble(k -> Evidence.of(mark, patch(k), fill).strength())
                .toArray();
        return 1 + DOUBT * Math.max(0, Math.abs(Medians.of(strengths) - 1) - DOUBTLESS);
    }

    private Estimate estimate(Mask mask) {
        return new Estimator(observed(mask)).estimate();
    }

    private Observations observed(Mask mask) {
        List<Patch> patches = IntStream.range(0, pictures.size())
                .parallel()
                .mapToObj(this::patch)
                .toList();
        return new Observations(patches, mask);
    }

    /** Makes the place as small as the mask and its margin allow; the mask of the new place. */
    private Mask cropTo(Mask mask) {
        Rect bounds = mask.bounds().grow(MARGIN);
        byte[] grey = new byte[bounds.width() * bounds.height()];
        for (int i = 0; i < grey.length; i++) {
            boolean masked = mask.get(bounds.left() + i % bounds.width(), bounds.top() + i / bounds.width());
            grey[i] = (byte) (masked ? 255 : 0);
        }
        place = new Place(
                place.anchor(), place.dx() + bounds.left(), place.dy() + bounds.top(), bounds.width(), bounds.height());
        return Mask.ofGrey(bounds.width(), bounds.height(), grey);
    }

    /** Without what the estimate says is hardly touched; strokes may be as thin as a pixel, so each is kept a pixel wider. */
    private static Mask tight(Mask mask, MarkPlanes planes) {
        byte[] grey = new byte[mask.width() * mask.height()];
        List<float[]> colours = new ArrayList<>();
        for (int c = 0; c < Patch.PLANES; c++) {
            colours.add(planes.colour(c));
        }
        for (int i = 0; i < grey.length; i++) {
            float colour = 0;
            for (float[] plane : colours) {
                colour = Math.max(colour, Math.abs(plane[i]));
            }
            grey[i] = (byte) (planes.opacity(0)[i] > FAINT || colour > FAINT_COLOUR ? 255 : 0);
        }
        return Localiser.withoutSpecks(
                        Mask.ofGrey(mask.width(), mask.height(), grey).grow(1))
                .intersect(mask);
    }
}

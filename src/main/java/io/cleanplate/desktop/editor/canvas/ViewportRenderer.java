package io.cleanplate.desktop.editor.canvas;

import io.cleanplate.imaging.Rect;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Draws what the view shows into an array of premultiplied ARGB pixels: transparent beside the picture, a chequerboard under
 * what is transparent in it. Drawing a part gives the very pixels that drawing all would give there. To be called on the
 * thread that paints the mask; large parts are drawn by all processors while it waits.
 */
final class ViewportRenderer {
    /** Fewer pixels are drawn sooner than other threads are woken. */
    private static final int WORTH_SHARING = 1 << 16;

    private static final int CHECK = 3;
    private static final int LIGHT = 0xFFFFFFFF;
    private static final int DARK = 0xFFCCCCCC;

    /** Draws a part of the view into an array whose rows are {@code stride} long. */
    void draw(Frame frame, Rect part, int[] target, int stride) {
        if (part.isEmpty()) {
            return;
        }
        Plan plan = Plan.of(frame, part);
        int bands = part.area() < WORTH_SHARING
                ? 1
                : Math.min(part.height(), 4 * Runtime.getRuntime().availableProcessors());
        IntStream.range(0, bands)
                .parallel()
                .forEach(band -> new Band(plan)
                        .draw(
                                part.top() + part.height() * band / bands,
                                part.top() + part.height() * (band + 1) / bands,
                                target,
                                stride));
    }

    /** What all bands share. */
    private record Plan(Frame frame, Rect part, int level, Axis columns, Axis rows, MaskArea mask, MaskArea restoring) {
        static Plan of(Frame frame, Rect part) {
            int level =
                    frame.level(Math.min(frame.original().top(), frame.shown().top()));
            boolean nearest = frame.nearest();
            return new Plan(
                    frame,
                    part,
                    level,
                    new Axis(part.left(), part.right(), horizontal(frame), level, nearest),
                    new Axis(part.top(), part.bottom(), vertical(frame), level, nearest),
                    MaskArea.of(frame, frame.mask(), part),
                    MaskArea.of(frame, frame.restoring(), part));
        }

        static Axis.Direction horizontal(Frame frame) {
            return new Axis.Direction(
                    frame.view().offsetX(), frame.view().scale(), frame.shown().width(0));
        }

        static Axis.Direction vertical(Frame frame) {
            return new Axis.Direction(
                    frame.view().offsetY(), frame.view().scale(), frame.shown().height(0));
        }
    }

    /** A mask as far as a part of the view shows it, with one screen pixel more on each side. */
    private record MaskArea(boolean blank, MaskLevels.Reader reader, Axis columns, Axis rows) {
        static MaskArea of(Frame frame, MaskLevels mask, Rect part) {
            int level = frame.maskLevel(mask.top());
            Axis columns = new Axis(part.left() - 1, part.right() + 1, Plan.horizontal(frame), level, true);
            Axis rows = new Axis(part.top() - 1, part.bottom() + 1, Plan.vertical(frame), level, true);
            if (columns.inside() == columns.outside() || rows.inside() == rows.outside()) {
                return new MaskArea(true, (y, left, right, target) -> {}, columns, rows);
            }
            Rect area = new Rect(columns.lowest(), rows.lowest(), columns.end(), rows.end());
            Rect unhalved =
                    new Rect(area.left() << level, area.top() << level, area.right() << level, area.bottom() << level);
            boolean blank = mask.blank(unhalved);
            return new MaskArea(
                    blank, blank ? (y, left, right, target) -> {} : mask.reader(level, area), columns, rows);
        }

        MaskRows rows(Rect part) {
            return new MaskRows(reader, columns, rows, part.left() - 1, part.width() + 2);
        }
    }

    /** Draws some rows, on one thread. */
    private static final class Band {
        private final Plan plan;
        private final Frame frame;

        Band(Plan plan) {
            this.plan = plan;
            this.frame = plan.frame;
        }

        void draw(int top, int bottom, int[] target, int stride) {
            Rect part = plan.part;
            Axis columns = plan.columns;
            int inside = columns.inside();
            int outside = columns.outside();
            if (inside == outside) {
                for (int y = top; y < bottom; y++) {
                    Arrays.fill(target, y * stride + part.left(), y * stride + part.right(), 0);
                }
                return;
            }
            PictureRows shown = new PictureRows(frame.shown(), plan.level, columns, plan.rows);
            PictureRows original = new PictureRows(frame.original(), plan.level, columns, plan.rows);
            MaskRows mask = plan.mask.blank ? null : plan.mask.rows(part);
            MaskRows restoring = plan.restoring.blank ? null : plan.restoring.rows(part);
            int[] pixels = new int[outside - inside];
            int[] before = new int[pixels.length];
            int split = Math.clamp(frame.split(), inside, outside) - inside;
            int shift = inside - part.left() + 1;
            boolean transparent = frame.shown().pixels().alpha() != null;
            for (int y = top; y < bottom; y++) {
                int row = y * stride;
                if (!plan.rows.contains(y)) {
                    Arrays.fill(target, row + part.left(), row + part.right(), 0);
                    continue;
                }
                if (split < pixels.length) {
                    shown.draw(y, pixels);
                }
                if (split > 0 || restoring != null) {
                    original.draw(y, before);
                    System.arraycopy(before, 0, pixels, 0, split);
                }
                if (restoring != null) {
                    bringBack(restoring.row(y), shift, before, pixels, split);
                }
                if (transparent) {
                    layOverChecks(pixels, inside, y);
                }
                if (mask != null) {
                    mask.tint(y, pixels, split, shift, frame.overlay());
                }
                System.arraycopy(pixels, 0, target, row + inside, pixels.length);
                Arrays.fill(target, row + part.left(), row + inside, 0);
                Arrays.fill(target, row + outside, row + part.right(), 0);
            }
        }

        private static void bringBack(byte[] restored, int shift, int[] before, int[] pixels, int split) {
            for (int i = split; i < pixels.length; i++) {
                if (restored[i + shift] != 0) {
                    pixels[i] = before[i];
                }
            }
        }

        private static void layOverChecks(int[] pixels, int left, int y) {
            for (int i = 0; i < pixels.length; i++) {
                if (pixels[i] >>> 24 != 255) {
                    int check = ((left + i) >> CHECK ^ y >> CHECK) & 1;
                    pixels[i] = Argb.over(pixels[i], check == 0 ? LIGHT : DARK);
                }
            }
        }
    }
}

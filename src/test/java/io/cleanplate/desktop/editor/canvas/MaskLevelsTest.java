package io.cleanplate.desktop.editor.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import io.cleanplate.imaging.Rect;
import io.cleanplate.mask.Coverage;
import io.cleanplate.mask.Mask;
import io.cleanplate.mask.MaskBuffer;
import io.cleanplate.mask.PaintMode;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MaskLevelsTest {
    private static final int WIDTH = 3000;
    private static final int HEIGHT = 2500;
    private static final Rect ALL = Rect.ofSize(WIDTH, HEIGHT);

    private final MaskBuffer mask = new MaskBuffer(WIDTH, HEIGHT);
    private final CountingSource source = new CountingSource();
    private final MaskLevels levels = new MaskLevels(WIDTH, HEIGHT, source);

    @Test
    void ofAMaskThatIsEmptyNothingIsRead() {
        levels.update(ALL);

        assertThat(source.read).isZero();
        assertThat(levels.behind()).isFalse();
        assertThat(levels.blank(ALL)).isTrue();
    }

    @Test
    void ofASmallMaskOnlyItsSurroundingsAreRead() {
        mask.rectangle(new Rect(1100, 1100, 1110, 1110), PaintMode.ADD);

        levels.update(ALL);

        assertThat(source.read).isPositive().isLessThanOrEqualTo(512 * 512);
        assertThat(level(1, 1102, 1102)).isEqualTo(255);
    }

    @Test
    void whereAllIsMaskedNothingIsReadButTheEdges() {
        mask.rectangle(ALL, PaintMode.ADD);

        levels.update(new Rect(0, 0, 2560, 2048));

        assertThat(source.read).isZero();
        assertThat(level(1, 2000, 2000)).isEqualTo(255);
        assertThat(level(3, 2000, 2000)).isEqualTo(255);
    }

    @Test
    void aMaskOfManyDetailsIsTakenOverLittleByLittleAndThenWhole() {
        mask.set(noise(7));

        levels.update(ALL);
        long first = source.read;
        assertThat(first).isLessThanOrEqualTo(8 * 512 * 512);
        while (levels.behind()) {
            long before = source.read;
            levels.catchUp();
            assertThat(source.read - before).isLessThanOrEqualTo(8 * 512 * 512);
        }

        assertThat(values(levels)).isEqualTo(values(freshLevels()));
    }

    @Test
    void paintingOverWhatWaitsIsNotLost() {
        mask.set(noise(7));
        levels.update(ALL);

        levels.update(mask.rectangle(new Rect(2000, 2000, 2900, 2400), PaintMode.SUBTRACT));
        levels.update(mask.rectangle(new Rect(100, 100, 2000, 1900), PaintMode.ADD));
        levels.update(mask.rectangle(new Rect(700, 700, 900, 800), PaintMode.SUBTRACT));
        while (levels.behind()) {
            levels.catchUp();
        }

        assertThat(values(levels)).isEqualTo(values(freshLevels()));
    }

    /** Levels that read every pixel. */
    private MaskLevels freshLevels() {
        MaskLevels fresh = new MaskLevels(WIDTH, HEIGHT, mask::copyInto);
        fresh.update(ALL);
        while (fresh.behind()) {
            fresh.catchUp();
        }
        return fresh;
    }

    private static byte[][] values(MaskLevels levels) {
        byte[][] values = new byte[levels.top()][];
        for (int level = 1; level <= levels.top(); level++) {
            int width = ((WIDTH - 1) >> level) + 1;
            int height = ((HEIGHT - 1) >> level) + 1;
            MaskLevels.Reader reader = levels.reader(level, Rect.ofSize(width, height));
            byte[] row = new byte[width];
            values[level - 1] = new byte[width * height];
            for (int y = 0; y < height; y++) {
                reader.read(y, 0, width, row);
                System.arraycopy(row, 0, values[level - 1], y * width, width);
            }
        }
        return values;
    }

    private int level(int level, int x, int y) {
        byte[] value = new byte[1];
        int column = x >> level;
        levels.reader(level, ALL).read(y >> level, column, column + 1, value);
        return value[0] & 0xFF;
    }

    private static Mask noise(long seed) {
        byte[] grey = new byte[WIDTH * HEIGHT];
        new Random(seed).nextBytes(grey);
        return Mask.ofGrey(WIDTH, HEIGHT, grey);
    }

    /** The mask, with the pixels counted that are read of it. */
    private final class CountingSource implements MaskLevels.Source {
        private long read;

        @Override
        public void copy(Rect area, byte[] target) {
            read += area.area();
            mask.copyInto(area, target);
        }

        @Override
        public Coverage coverage(Rect area) {
            return mask.coverage(area);
        }
    }
}

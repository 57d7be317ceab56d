package io.cleanplate.mask;

import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Masks for tests: drawn as text, where {@code #} is masked, or at random. */
final class Drawn {
    private Drawn() {}

    static Mask mask(String... rows) {
        byte[] grey = new byte[rows.length * rows[0].length()];
        for (int i = 0; i < grey.length; i++) {
            grey[i] = (byte) (rows[i / rows[0].length()].charAt(i % rows[0].length()) == '#' ? 255 : 0);
        }
        return Mask.ofGrey(rows[0].length(), rows.length, grey);
    }

    /** From a single pixel to some dozens a side, from empty to full. */
    static Arbitrary<Mask> small() {
        return noise(
                Arbitraries.integers().between(1, 40), Arbitraries.integers().between(0, 100));
    }

    /** Some pixels on a picture of several tiles. */
    static Arbitrary<Mask> sparse() {
        return noise(Arbitraries.integers().between(250, 530), Arbitraries.just(0))
                .flatMap(mask -> Combinators.combine(
                                Arbitraries.integers().between(240, 270),
                                Arbitraries.integers().between(1, 5))
                        .as((around, count) -> speckled(mask, around, count)));
    }

    private static Mask speckled(Mask mask, int around, int count) {
        MaskBuffer buffer = MaskBuffer.of(mask);
        for (int i = 0; i < count; i++) {
            buffer.stroke(around + 3 * i, around - 7 * i, around + 5 * i, around + i, 1, PaintMode.ADD);
            buffer.stroke(60 * i, 90 * i, 60 * i, 90 * i, i, PaintMode.ADD);
        }
        return buffer.snapshot();
    }

    private static Arbitrary<Mask> noise(Arbitrary<Integer> side, Arbitrary<Integer> percent) {
        return Combinators.combine(side, side, percent, Arbitraries.longs()).as((width, height, share, seed) -> {
            Random random = new Random(seed);
            byte[] grey = new byte[width * height];
            for (int i = 0; i < grey.length; i++) {
                grey[i] = (byte) (random.nextInt(100) < share ? 255 : 0);
            }
            return Mask.ofGrey(width, height, grey);
        });
    }
}

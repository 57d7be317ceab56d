package io.cleanplate.mask;

import static org.assertj.core.api.Assertions.assertThat;

import io.cleanplate.imaging.Rect;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class StrokePropertiesTest {
    private static final int WIDTH = 60;
    private static final int HEIGHT = 45;
    private static final double HALF_DIAGONAL = Math.sqrt(0.5);

    /** Two points and a radius. */
    record Piece(double x0, double y0, double x1, double y1, double radius) {
        Rect paint(MaskBuffer buffer, PaintMode mode) {
            return buffer.stroke(x0, y0, x1, y1, radius, mode);
        }

        double distance(int x, int y) {
            double dx = x1 - x0;
            double dy = y1 - y0;
            double square = dx * dx + dy * dy;
            double along = square == 0 ? 0 : ((x + 0.5 - x0) * dx + (y + 0.5 - y0) * dy) / square;
            double t = Math.clamp(along, 0, 1);
            return Math.hypot(x + 0.5 - x0 - t * dx, y + 0.5 - y0 - t * dy);
        }
    }

    @Provide
    Arbitrary<Piece> pieces() {
        return pieces(
                Arbitraries.doubles().between(-30, 90), Arbitraries.doubles().between(0.75, 25));
    }

    @Provide
    Arbitrary<Piece> thinPieces() {
        return pieces(
                Arbitraries.doubles().between(-5, 70), Arbitraries.doubles().between(0, 0.7));
    }

    @Provide
    Arbitrary<Piece> gridPieces() {
        return pieces(
                Arbitraries.integers().between(-20, 140).map(halves -> halves / 2.0),
                Arbitraries.integers().between(2, 30).map(halves -> halves / 2.0));
    }

    @Provide
    Arbitrary<Piece> wildPieces() {
        Arbitrary<Double> any = Arbitraries.oneOf(
                Arbitraries.doubles(),
                Arbitraries.doubles().between(-100, 200),
                Arbitraries.of(
                        Double.NaN,
                        Double.POSITIVE_INFINITY,
                        Double.NEGATIVE_INFINITY,
                        Double.MAX_VALUE,
                        Double.MIN_VALUE,
                        -0.0));
        return pieces(any, any);
    }

    private static Arbitrary<Piece> pieces(Arbitrary<Double> coordinate, Arbitrary<Double> radius) {
        return Combinators.combine(coordinate, coordinate, coordinate, coordinate, radius)
                .as(Piece::new);
    }

    @Property(tries = 300)
    void strokeCoversExactlyTheCentresWithinItsRadius(@ForAll("pieces") Piece piece) {
        assertExact(piece);
    }

    @Property(tries = 300)
    void strokeBetweenGridPointsIsExactToo(@ForAll("gridPieces") Piece piece) {
        assertExact(piece);
    }

    private static void assertExact(Piece piece) {
        MaskBuffer buffer = new MaskBuffer(WIDTH, HEIGHT);
        piece.paint(buffer, PaintMode.ADD);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                double distance = piece.distance(x, y);
                if (Math.abs(distance - piece.radius) > 1e-9) {
                    assertThat(buffer.get(x, y)).as("%d, %d", x, y).isEqualTo(distance < piece.radius);
                }
            }
        }
    }

    @Property(tries = 300)
    void thinStrokeCoversThePixelsItRunsThroughAndNoFarther(@ForAll("thinPieces") Piece piece) {
        MaskBuffer buffer = new MaskBuffer(WIDTH, HEIGHT);

        piece.paint(buffer, PaintMode.ADD);

        Rect picture = Rect.ofSize(WIDTH, HEIGHT);
        for (int i = 0; i <= 500; i++) {
            double t = i / 500.0;
            int x = (int) Math.floor(piece.x0 + t * (piece.x1 - piece.x0));
            int y = (int) Math.floor(piece.y0 + t * (piece.y1 - piece.y0));
            assertThat(buffer.get(x, y)).as("%d, %d", x, y).isEqualTo(picture.contains(x, y));
        }
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                double distance = piece.distance(x, y);
                assertThat(buffer.get(x, y) ? distance <= HALF_DIAGONAL + 1e-9 : distance >= piece.radius - 1e-9)
                        .as("%d, %d", x, y)
                        .isTrue();
            }
        }
    }

    @Property(tries = 300)
    void strokeLeavesNoGapAtAnySpeed(
            @ForAll long seed,
            @ForAll @IntRange(min = 2, max = 12) int points,
            @ForAll @DoubleRange(min = 0, max = 6) double radius) {
        Random random = new Random(seed);
        MaskBuffer buffer = new MaskBuffer(300, 270);
        double x = random.nextDouble() * 300;
        double y = random.nextDouble() * 270;
        for (int i = 1; i < points; i++) {
            double nextX = random.nextDouble() * 300;
            double nextY = random.nextDouble() * 270;
            buffer.stroke(x, y, nextX, nextY, radius, PaintMode.ADD);
            x = nextX;
            y = nextY;
        }

        assertThat(buffer.snapshot().components()).hasSize(1);
    }

    @Property(tries = 500)
    void anyNumbersPaintOnlyInsideThePicture(@ForAll("wildPieces") Piece piece) {
        MaskBuffer buffer = new MaskBuffer(WIDTH, HEIGHT);

        Rect dirty = piece.paint(buffer, PaintMode.ADD);

        assertThat(Rect.ofSize(WIDTH, HEIGHT).contains(dirty)).isTrue();
        assertThat(dirty.contains(buffer.bounds())).isTrue();
        assertThat(buffer.isEmpty()).isEqualTo(dirty.isEmpty());
    }

    @Property(tries = 200)
    void whatWasAddedCanBeSubtractedAgain(@ForAll("pieces") Piece piece) {
        MaskBuffer buffer = new MaskBuffer(WIDTH, HEIGHT);

        Rect added = piece.paint(buffer, PaintMode.ADD);
        Rect subtracted = piece.paint(buffer, PaintMode.SUBTRACT);

        assertThat(subtracted).isEqualTo(added);
        assertThat(buffer.snapshot()).isEqualTo(Mask.empty(WIDTH, HEIGHT));
    }

    @Property(tries = 100)
    void strokesAddUpInAnyOrder(@ForAll @Size(min = 1, max = 8) List<@From("pieces") Piece> pieces) {
        List<Piece> shuffled = new ArrayList<>(pieces);
        Collections.shuffle(shuffled, new Random(7));

        assertThat(painted(shuffled)).isEqualTo(painted(pieces));
    }

    private static Mask painted(List<Piece> pieces) {
        MaskBuffer buffer = new MaskBuffer(WIDTH, HEIGHT);
        pieces.forEach(piece -> piece.paint(buffer, PaintMode.ADD));
        return buffer.snapshot();
    }

    @Property(tries = 200)
    void polygonCoversTheCentresWithAnOddCrossingNumber(
            @ForAll @Size(min = 3, max = 9) List<@DoubleRange(min = -20, max = 80) Double> xs, @ForAll long seed) {
        Random random = new Random(seed);
        double[] columns = xs.stream().mapToDouble(Double::doubleValue).toArray();
        double[] rows = random.doubles(columns.length, -20, 70).toArray();
        MaskBuffer buffer = new MaskBuffer(WIDTH, HEIGHT);

        buffer.polygon(columns, rows, PaintMode.ADD);

        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                assertThat(buffer.get(x, y)).as("%d, %d", x, y).isEqualTo(odd(columns, rows, x + 0.5, y + 0.5));
            }
        }
    }

    private static boolean odd(double[] xs, double[] ys, double x, double y) {
        boolean odd = false;
        for (int i = 0; i < xs.length; i++) {
            int j = (i + 1) % xs.length;
            if ((ys[i] <= y) != (ys[j] <= y) && xs[i] + (y - ys[i]) / (ys[j] - ys[i]) * (xs[j] - xs[i]) <= x) {
                odd = !odd;
            }
        }
        return odd;
    }
}

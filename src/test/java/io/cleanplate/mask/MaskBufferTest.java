package io.cleanplate.mask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.cleanplate.imaging.Rect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MaskBufferTest {
    @Test
    void strokeOfOnePointIsADisc() {
        MaskBuffer buffer = new MaskBuffer(7, 5);

        Rect dirty = buffer.stroke(3.5, 2.5, 3.5, 2.5, 2, PaintMode.ADD);

        assertThat(dirty).isEqualTo(new Rect(1, 0, 6, 5));
        assertThat(buffer.snapshot()).isEqualTo(Drawn.mask("...#...", "..###..", ".#####.", "..###..", "...#..."));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.3, 0.49, -5})
    void thinnestStrokeMarksThePixelUnderThePointer(double radius) {
        MaskBuffer buffer = new MaskBuffer(5, 2);

        Rect dirty = buffer.stroke(3.05, 1.95, 3.05, 1.95, radius, PaintMode.ADD);

        assertThat(dirty).isEqualTo(new Rect(3, 1, 4, 2));
        assertThat(buffer.snapshot()).isEqualTo(Drawn.mask(".....", "...#."));
    }

    @Test
    void strokeReachesAcrossTiles() {
        MaskBuffer buffer = new MaskBuffer(600, 600);

        buffer.stroke(10.5, 256, 589.5, 256, 1, PaintMode.ADD);

        assertThat(buffer.bounds()).isEqualTo(new Rect(10, 255, 590, 257));
        assertThat(buffer.snapshot().area()).isEqualTo(2 * 580);
    }

    @Test
    void strokeOutsideThePictureChangesNothing() {
        MaskBuffer buffer = new MaskBuffer(50, 50);

        assertThat(buffer.stroke(-20, 10, -20, 40, 19, PaintMode.ADD)).isEqualTo(Rect.EMPTY);
        assertThat(buffer.isEmpty()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.POSITIVE_INFINITY, 1e300, 1e9})
    void radiusWithoutLimitCoversEverything(double radius) {
        MaskBuffer buffer = new MaskBuffer(300, 20);

        assertThat(buffer.stroke(5, 5, 7, 9, radius, PaintMode.ADD)).isEqualTo(new Rect(0, 0, 300, 20));
        assertThat(buffer.snapshot()).isEqualTo(Mask.empty(300, 20).invert());
    }

    @Test
    void notANumberPaintsNothing() {
        MaskBuffer buffer = new MaskBuffer(9, 9);

        assertThat(buffer.stroke(1, Double.NaN, 2, 2, 3, PaintMode.ADD)).isEqualTo(Rect.EMPTY);
        assertThat(buffer.polygon(new double[] {0, 9, Double.NaN}, new double[] {0, 0, 9}, PaintMode.ADD))
                .isEqualTo(Rect.EMPTY);
        assertThat(buffer.isEmpty()).isTrue();
    }

    @Test
    void subtractedStrokeCutsAStroke() {
        MaskBuffer buffer = new MaskBuffer(7, 1);
        buffer.stroke(0.5, 0.5, 6.5, 0.5, 0.5, PaintMode.ADD);

        Rect dirty = buffer.stroke(3.5, 0.5, 3.5, 0.5, 1, PaintMode.SUBTRACT);

        assertThat(dirty).isEqualTo(new Rect(2, 0, 5, 1));
        assertThat(buffer.snapshot()).isEqualTo(Drawn.mask("##...##"));
    }

    @Test
    void rectangleIsClippedToThePicture() {
        MaskBuffer buffer = new MaskBuffer(4, 3);

        Rect dirty = buffer.rectangle(new Rect(2, Integer.MIN_VALUE, Integer.MAX_VALUE, 2), PaintMode.ADD);

        assertThat(dirty).isEqualTo(new Rect(2, 0, 4, 2));
        assertThat(buffer.snapshot()).isEqualTo(Drawn.mask("..##", "..##", "...."));
    }

    @Test
    void emptyRectanglePaintsNothing() {
        assertThat(new MaskBuffer(4, 3).rectangle(new Rect(3, 0, 1, 2), PaintMode.ADD))
                .isEqualTo(Rect.EMPTY);
    }

    @Test
    void polygonCoversThePixelCentresInside() {
        MaskBuffer buffer = new MaskBuffer(6, 4);

        Rect dirty = buffer.polygon(new double[] {0, 6, 0}, new double[] {0, 0, 4}, PaintMode.ADD);

        assertThat(dirty).isEqualTo(new Rect(0, 0, 5, 4));
        assertThat(buffer.snapshot()).isEqualTo(Drawn.mask("#####.", "####..", "##....", "#....."));
    }

    @Test
    void polygonThatCrossesItselfLeavesItsMiddleOut() {
        MaskBuffer buffer = new MaskBuffer(6, 3);

        buffer.polygon(
                new double[] {0, 6, 6, 0, 0, 2, 2, 4, 4, 0},
                new double[] {0, 0, 3, 3, 0, 0, 3, 3, 0, 0},
                PaintMode.ADD);

        assertThat(buffer.snapshot()).isEqualTo(Drawn.mask("##..##", "##..##", "##..##"));
    }

    @Test
    void neighbouringPolygonsShareNoPixel() {
        MaskBuffer left = new MaskBuffer(5, 5);
        MaskBuffer right = new MaskBuffer(5, 5);

        left.polygon(new double[] {0, 2.5, 2.5, 0}, new double[] {0, 0, 5, 5}, PaintMode.ADD);
        right.polygon(new double[] {2.5, 5, 5, 2.5}, new double[] {0, 0, 5, 5}, PaintMode.ADD);

        assertThat(left.snapshot().intersect(right.snapshot()).isEmpty()).isTrue();
        assertThat(left.snapshot().union(right.snapshot()).area()).isEqualTo(25);
    }

    @Test
    void lineEnclosesNothing() {
        MaskBuffer buffer = new MaskBuffer(5, 5);

        assertThat(buffer.polygon(new double[] {0, 5}, new double[] {0, 5}, PaintMode.ADD))
                .isEqualTo(Rect.EMPTY);
        assertThat(buffer.polygon(new double[0], new double[0], PaintMode.ADD)).isEqualTo(Rect.EMPTY);
    }

    @Test
    void polygonNeedsAsManyRowsAsColumns() {
        MaskBuffer buffer = new MaskBuffer(5, 5);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> buffer.polygon(new double[3], new double[4], PaintMode.ADD));
    }

    @Test
    void snapshotStaysAsItWas() {
        MaskBuffer buffer = MaskBuffer.of(Drawn.mask("#..."));
        Mask before = buffer.snapshot();

        buffer.rectangle(new Rect(1, 0, 3, 1), PaintMode.ADD);
        Mask after = buffer.snapshot();
        buffer.clear();

        assertThat(before).isEqualTo(Drawn.mask("#..."));
        assertThat(after).isEqualTo(Drawn.mask("###."));
        assertThat(buffer.snapshot()).isEqualTo(Mask.empty(4, 1));
    }

    @Test
    void paintingDoesNotChangeTheMaskItStartedFrom() {
        Mask mask = Mask.empty(600, 600).invert();
        MaskBuffer buffer = MaskBuffer.of(mask);

        buffer.rectangle(new Rect(100, 100, 500, 500), PaintMode.SUBTRACT);

        assertThat(mask).isEqualTo(Mask.empty(600, 600).invert());
    }

    @Test
    void combiningChangesNoOtherMask() {
        Mask one = Drawn.mask("##..");
        Mask other = Drawn.mask(".##.");
        MaskBuffer buffer = new MaskBuffer(4, 1);

        buffer.combine(one, Combination.UNION);
        buffer.combine(other, Combination.UNION);

        assertThat(buffer.snapshot()).isEqualTo(Drawn.mask("###."));
        assertThat(one).isEqualTo(Drawn.mask("##.."));
        assertThat(other).isEqualTo(Drawn.mask(".##."));
    }

    @Test
    void combiningTellsWhatItMayHaveChanged() {
        MaskBuffer buffer = MaskBuffer.of(Drawn.mask("###.."));

        assertThat(buffer.combine(Drawn.mask("..##."), Combination.SUBTRACT)).isEqualTo(new Rect(2, 0, 3, 1));
        assertThat(buffer.combine(Drawn.mask("....#"), Combination.UNION)).isEqualTo(new Rect(4, 0, 5, 1));
        assertThat(buffer.combine(Drawn.mask(".#..."), Combination.INTERSECT)).isEqualTo(new Rect(0, 0, 5, 1));
        assertThat(buffer.snapshot()).isEqualTo(Drawn.mask(".#..."));
    }

    @Test
    void setTakesTheOthersPixels() {
        MaskBuffer buffer = MaskBuffer.of(Drawn.mask("##..."));

        assertThat(buffer.set(Drawn.mask("...#.")).contains(new Rect(0, 0, 4, 1)))
                .isTrue();
        assertThat(buffer.snapshot()).isEqualTo(Drawn.mask("...#."));
        assertThat(buffer.clear()).isEqualTo(new Rect(3, 0, 4, 1));
        assertThat(buffer.isEmpty()).isTrue();
    }

    @Test
    void coverageTellsWhatIsKnownWithoutReading() {
        MaskBuffer buffer = new MaskBuffer(600, 600);
        buffer.rectangle(new Rect(0, 0, 512, 300), PaintMode.ADD);

        assertThat(buffer.coverage(new Rect(20, 20, 500, 250))).isEqualTo(Coverage.ALL);
        assertThat(buffer.coverage(new Rect(20, 20, 500, 270))).isEqualTo(Coverage.UNKNOWN);
        assertThat(buffer.coverage(new Rect(512, 0, 600, 600))).isEqualTo(Coverage.NONE);
        assertThat(buffer.coverage(new Rect(-10, -10, 0, 0))).isEqualTo(Coverage.NONE);
    }

    @Test
    void aRectangleMasksAndUnmasksItsPixelsAlone() {
        MaskBuffer buffer = new MaskBuffer(800, 600);
        buffer.rectangle(new Rect(100, 100, 790, 590), PaintMode.ADD);
        Mask before = buffer.snapshot();
        buffer.rectangle(new Rect(200, 200, 780, 580), PaintMode.SUBTRACT);
        Mask after = buffer.snapshot();

        assertThat(before.area()).isEqualTo(690L * 490);
        assertThat(before.bounds()).isEqualTo(new Rect(100, 100, 790, 590));
        assertThat(after.area()).isEqualTo(690L * 490 - 580L * 380);
        assertThat(after.get(200, 200)).isFalse();
        assertThat(after.get(199, 200)).isTrue();
    }

    @Test
    void paintingOverAWholeTileLeavesTheSnapshotsAlone() {
        MaskBuffer buffer = new MaskBuffer(600, 600);
        buffer.rectangle(Rect.ofSize(600, 600), PaintMode.ADD);
        Mask before = buffer.snapshot();

        buffer.stroke(100, 100, 120, 100, 5, PaintMode.SUBTRACT);
        buffer.stroke(300, 300, 320, 300, 5, PaintMode.ADD);

        assertThat(before.area()).isEqualTo(600L * 600);
        assertThat(buffer.get(110, 100)).isFalse();
        assertThat(buffer.get(310, 300)).isTrue();
    }

    @Test
    void maskOfAnotherSizeIsRefused() {
        MaskBuffer buffer = new MaskBuffer(5, 5);

        assertThatIllegalArgumentException().isThrownBy(() -> buffer.combine(Mask.empty(5, 4), Combination.UNION));
        assertThatIllegalArgumentException().isThrownBy(() -> buffer.set(Mask.empty(4, 5)));
    }

    @Test
    void readsWhatWasPainted() {
        MaskBuffer buffer = new MaskBuffer(4, 2);
        buffer.rectangle(new Rect(1, 1, 3, 2), PaintMode.ADD);
        byte[] row = new byte[4];

        buffer.copyInto(new Rect(0, 1, 4, 2), row);

        assertThat(row).containsExactly(0, 1, 1, 0);
        assertThat(buffer.get(1, 1)).isTrue();
        assertThat(buffer.get(1, 0)).isFalse();
    }
}

package io.cleanplate.mask;

import static org.assertj.core.api.Assertions.assertThat;

import io.cleanplate.imaging.Rect;
import org.junit.jupiter.api.Test;

class ComponentTest {
    @Test
    void componentsComeByTheirFirstPixel() {
        Mask mask = Drawn.mask(".....##", "##.....", ".....#.", "##..##.");

        assertThat(mask.components())
                .containsExactly(
                        new Component(new Rect(5, 0, 7, 1), 2, 5, 0),
                        new Component(new Rect(0, 1, 2, 2), 2, 0, 1),
                        new Component(new Rect(4, 2, 6, 4), 3, 5, 2),
                        new Component(new Rect(0, 3, 2, 4), 2, 0, 3));
    }

    @Test
    void armsThatMeetBelowAreOneComponent() {
        Mask mask = Drawn.mask("#...#.#", "#...#.#", "#.###.#", "#.....#", "#######");

        assertThat(mask.components())
                .extracting(Component::bounds)
                .containsExactly(new Rect(0, 0, 7, 5), new Rect(2, 0, 5, 3));
    }

    @Test
    void diagonalNeighboursAreOneComponent() {
        Mask mask = Drawn.mask("#..", ".#.", "#..");

        assertThat(mask.outerContourBoxes()).containsExactly(new Rect(0, 0, 2, 3));
    }

    @Test
    void contoursComeLastFoundFirst() {
        Mask mask = Drawn.mask(".....#", "#.....", "..#...");

        assertThat(mask.outerContourBoxes())
                .containsExactly(new Rect(2, 2, 3, 3), new Rect(0, 1, 1, 2), new Rect(5, 0, 6, 1));
    }

    @Test
    void componentInARingIsNoOuterContour() {
        Mask mask = Drawn.mask("#####...", "#...#...", "#.#.#.#.", "#...#...", "#####...");

        assertThat(mask.components()).hasSize(3);
        assertThat(mask.outerContourBoxes()).containsExactly(new Rect(6, 2, 7, 3), new Rect(0, 0, 5, 5));
    }

    @Test
    void ringClosedByDiagonalsHoldsToo() {
        Mask mask = Drawn.mask("..#..", ".#.#.", "#...#", "#.#.#", "#...#", ".#.#.", "..#..");

        assertThat(mask.outerContourBoxes()).containsExactly(new Rect(0, 0, 5, 7));
    }

    @Test
    void componentInABayIsAnOuterContour() {
        Mask mask = Drawn.mask("#####", "#...#", "#.#.#", "#....", "#####");

        assertThat(mask.outerContourBoxes()).containsExactly(new Rect(2, 2, 3, 3), new Rect(0, 0, 5, 5));
    }

    @Test
    void frameAlongThePicturesBorderClosesAHole() {
        Mask mask = Drawn.mask("#####", "#...#", "#.#.#", "#...#", "#####");

        assertThat(mask.outerContourBoxes()).containsExactly(new Rect(0, 0, 5, 5));
    }

    @Test
    void bayAtThePicturesBorderIsOpen() {
        Mask mask = Drawn.mask("#####", "#....", "#.#..", "#....", "#####");

        assertThat(mask.outerContourBoxes()).hasSize(2);
    }

    @Test
    void fullPictureIsOneComponent() {
        assertThat(Mask.empty(700, 300).invert().components())
                .containsExactly(new Component(new Rect(0, 0, 700, 300), 210_000, 0, 0));
    }
}

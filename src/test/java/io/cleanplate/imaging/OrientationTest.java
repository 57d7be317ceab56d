package io.cleanplate.imaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OrientationTest {
    @Property(tries = 200)
    void everyStoredPixelHasOnePlaceOfItsOwnInTheUprightPicture(
            @ForAll Orientation orientation,
            @ForAll @IntRange(min = 1, max = 12) int width,
            @ForAll @IntRange(min = 1, max = 12) int height) {
        Set<Integer> places = new HashSet<>();
        int upright = orientation.swapsSides() ? height : width;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int column = orientation.uprightX(x, y, width, height);
                int row = orientation.uprightY(x, y, width, height);
                assertThat(column).isBetween(0, upright - 1);
                places.add(row * upright + column);
            }
        }
        assertThat(places).hasSize(width * height).allMatch(place -> place >= 0 && place < width * height);
    }

    /** What the specification says of row 0 and column 0 of the stored picture, for one of 3 x 2 pixels. */
    @ParameterizedTest(name = "{0}: the first row is the {1}, the first column the {2}")
    @CsvSource({
        "1, top, left",
        "2, top, right",
        "3, bottom, right",
        "4, bottom, left",
        "5, left, top",
        "6, right, top",
        "7, right, bottom",
        "8, left, bottom"
    })
    void showsTheFirstRowAndColumnWhereExifSaysTheyAre(int exif, String firstRow, String firstColumn) {
        Orientation orientation = Orientation.ofExif(exif);

        assertThat(side(orientation, 1, 0, 2, 0)).isEqualTo(firstRow);
        assertThat(side(orientation, 0, 0, 0, 1)).isEqualTo(firstColumn);
    }

    /** The side of the upright picture on which two stored pixels of a 3 x 2 picture lie. */
    private static String side(Orientation orientation, int x1, int y1, int x2, int y2) {
        int column1 = orientation.uprightX(x1, y1, 3, 2);
        int column2 = orientation.uprightX(x2, y2, 3, 2);
        int row1 = orientation.uprightY(x1, y1, 3, 2);
        int lastColumn = orientation.swapsSides() ? 1 : 2;
        if (column1 == column2) {
            return column1 == 0 ? "left" : column1 == lastColumn ? "right" : "inside";
        }
        return row1 == 0 ? "top" : "bottom";
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 9, -1, 65535})
    void takesAValueThatExifDoesNotKnowAsUpright(int value) {
        assertThat(Orientation.ofExif(value)).isEqualTo(Orientation.UPRIGHT);
    }

    @Test
    void givesBackTheValueItWasMadeOf() {
        for (int value = 1; value <= 8; value++) {
            assertThat(Orientation.ofExif(value).exif()).isEqualTo(value);
        }
    }
}

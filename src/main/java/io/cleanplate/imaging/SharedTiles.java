package io.cleanplate.imaging;

import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Compares pictures and masks that are kept in tiles and share those that are alike, without looking into any tile. */
public final class SharedTiles {
    private SharedTiles() {}

    /**
     * A rectangle that holds every tile that two of them do not share.
     *
     * @param tiles by index; null where there is none
     * @param others as many
     * @param area the part of the picture that the tile of an index covers
     */
    @SuppressWarnings("ReferenceEquality")
    public static Rect changed(byte[] @Nullable [] tiles, byte[] @Nullable [] others, IntFunction<Rect> area) {
        Rect changed = Rect.EMPTY;
        for (int index = 0; index < tiles.length; index++) {
            if (tiles[index] != others[index]) {
                changed = changed.union(area.apply(index));
            }
        }
        return changed;
    }

    /** Bytes of the tiles that the others do not share. */
    @SuppressWarnings("ReferenceEquality")
    public static long bytesBeyond(byte[] @Nullable [] tiles, byte[] @Nullable [] others) {
        long bytes = 0;
        for (int index = 0; index < tiles.length; index++) {
            byte[] tile = tiles[index];
            if (tile != null && tile != others[index]) {
                bytes += tile.length;
            }
        }
        return bytes;
    }
}

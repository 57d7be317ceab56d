package io.cleanplate.cleaning;

import io.cleanplate.imaging.Picture;
import io.cleanplate.imaging.Pixels;
import java.util.Iterator;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/** Decoded pictures by address, up to a number of bytes; those unused for longest go first. Used under its owner's lock. */
final class PictureCache {
    private final long mostBytes;
    private final LinkedHashMap<String, Picture> pictures = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;

    PictureCache(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    @Nullable
    Picture get(String address) {
        return pictures.get(address);
    }

    boolean has(String address) {
        return pictures.containsKey(address);
    }

    /** Keeps a picture, unless it alone is larger than all that may be kept. */
    void put(String address, Picture picture) {
        if (size(picture) > mostBytes) {
            return;
        }
        Picture before = pictures.put(address, picture);
        bytes += size(picture) - (before == null ? 0 : size(before));
        Iterator<Picture> oldest = pictures.values().iterator();
        while (bytes > mostBytes) {
            bytes -= size(oldest.next());
            oldest.remove();
        }
    }

    private static long size(Picture picture) {
        Pixels pixels = picture.pixels();
        byte[] alpha = pixels.alpha();
        return pixels.color().length + (alpha == null ? 0L : alpha.length);
    }
}

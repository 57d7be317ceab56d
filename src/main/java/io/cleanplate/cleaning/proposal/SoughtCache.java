package io.cleanplate.cleaning.proposal;

import io.cleanplate.newsroom.PictureRef;
import java.util.Iterator;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/** What came of looking for marks, by picture, up to a number of bytes; those unused for longest go first. Thread-safe. */
final class SoughtCache {
    private final long mostBytes;
    private final LinkedHashMap<PictureRef, Sought> pictures = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;

    SoughtCache(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    synchronized @Nullable Sought get(PictureRef picture) {
        return pictures.get(picture);
    }

    synchronized void put(PictureRef picture, Sought sought) {
        Sought before = pictures.put(picture, sought);
        bytes += sought.bytes() - (before == null ? 0 : before.bytes());
        Iterator<Sought> oldest = pictures.values().iterator();
        while (bytes > mostBytes) {
            bytes -= oldest.next().bytes();
            oldest.remove();
        }
    }
}

package io.cleanplate.fetch;

import io.cleanplate.imaging.Limits;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where pictures may come from and within which limits.
 *
 * @param allowedHosts hosts inside this network that may be asked; public ones always may
 * @param maxBytes most bytes of a picture's file
 * @param times how long to wait
 * @param maxRedirects most addresses that one address may lead on to, one after the other
 * @param fileFolder what {@code file:} addresses may name lies in here; null when they are not read at all
 * @param cacheFolder belongs to the caches of this program alone; made if missing; processes may share it
 * @param cacheBytes about as much as the cache may take on the disk
 * @param version of this program, told to the other side
 */
public record FetchSettings(
        AllowedHosts allowedHosts,
        long maxBytes,
        TimeLimits times,
        int maxRedirects,
        @Nullable Path fileFolder,
        Path cacheFolder,
        long cacheBytes,
        String version) {
    private static final int REDIRECTS = 5;
    private static final long CACHE_BYTES = 2_000_000_000L;

    /** Public hosts only, no {@code file:} addresses, 200 MB a picture, a cache of 2 GB. */
    public static FetchSettings defaults(Path cacheFolder, String version) {
        return new FetchSettings(
                AllowedHosts.NONE,
                Limits.DEFAULT.maxFileBytes(),
                TimeLimits.DEFAULT,
                REDIRECTS,
                null,
                cacheFolder,
                CACHE_BYTES,
                version);
    }

    /** The same, with hosts inside this network. */
    public FetchSettings allowing(AllowedHosts hosts) {
        return new FetchSettings(hosts, maxBytes, times, maxRedirects, fileFolder, cacheFolder, cacheBytes, version);
    }

    /** The same, reading {@code file:} addresses inside a folder. */
    public FetchSettings readingFilesIn(@Nullable Path folder) {
        return new FetchSettings(allowedHosts, maxBytes, times, maxRedirects, folder, cacheFolder, cacheBytes, version);
    }

    /** The same, waiting as long as this. */
    public FetchSettings waiting(TimeLimits limits) {
        return new FetchSettings(
                allowedHosts, maxBytes, limits, maxRedirects, fileFolder, cacheFolder, cacheBytes, version);
    }

    /** The same with other sizes. */
    public FetchSettings keepingTo(long pictureBytes, long wholeCacheBytes) {
        return new FetchSettings(
                allowedHosts, pictureBytes, times, maxRedirects, fileFolder, cacheFolder, wholeCacheBytes, version);
    }
}

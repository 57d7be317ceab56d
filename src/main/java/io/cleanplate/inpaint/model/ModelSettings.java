package io.cleanplate.inpaint.model;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where models are kept and where LaMa comes from.
 *
 * @param lamaPath LaMa's file, {@code LAMA_MODEL_PATH}; null to use the cache
 * @param lamaUrl where it is fetched from, {@code LAMA_MODEL_URL}
 * @param lamaMd5 its MD5, {@code LAMA_MODEL_MD5}
 * @param lamaMd5Given whether the person gave the MD5: only then a file named by {@code lamaPath} is checked
 * @param cacheFolder where fetched and unpacked models are kept; made when needed
 */
public record ModelSettings(
        @Nullable Path lamaPath, URI lamaUrl, String lamaMd5, boolean lamaMd5Given, Path cacheFolder) {
    /** The release of big-lama that IOPaint uses. */
    public static final URI DEFAULT_LAMA_URL =
            URI.create("https://github.com/Sanster/models/releases/download/add_big_lama/big-lama.pt");

    /** The MD5 of that release. */
    public static final String DEFAULT_LAMA_MD5 = "e3aa4aaa15225a33ec84f9f4bc47e500";

    /** What holds when the person sets nothing. */
    public static ModelSettings defaults(Path cacheFolder) {
        return new ModelSettings(null, DEFAULT_LAMA_URL, DEFAULT_LAMA_MD5, false, cacheFolder);
    }
}

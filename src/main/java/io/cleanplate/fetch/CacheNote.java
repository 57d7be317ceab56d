package io.cleanplate.fetch;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the cache writes down beside a picture, as JSON; anything may be missing in what is read.
 *
 * @param address key of the address that answered
 * @param etag see {@link Validators}
 * @param lastModified see {@link Validators}
 * @param checkedMillis since 1970, when the other side last said that the picture is right
 * @param freshSeconds how long that holds
 * @param sha256 of the picture
 */
record CacheNote(
        @Nullable String address,
        @Nullable String etag,
        @Nullable String lastModified,
        long checkedMillis,
        long freshSeconds,
        @Nullable String sha256) {
    private static final Gson GSON = new Gson();

    static CacheNote of(CacheEntry entry) {
        Validators validators = entry.validators();
        return new CacheNote(
                validators.address(),
                validators.etag(),
                validators.lastModified(),
                entry.checked().toEpochMilli(),
                validators.fresh().toSeconds(),
                CacheKey.of(entry.body()));
    }

    /** Null when it is no note. */
    static @Nullable CacheNote read(byte[] json) {
        try {
            return GSON.fromJson(new String(json, StandardCharsets.UTF_8), CacheNote.class);
        } catch (JsonParseException damaged) {
            return null;
        }
    }

    byte[] json() {
        return GSON.toJson(this).getBytes(StandardCharsets.UTF_8);
    }

    /** The entry, with a picture that was found beside the note; null when the two do not belong together. */
    @Nullable
    CacheEntry with(byte[] picture) {
        if (address == null || !CacheKey.of(picture).equals(sha256)) {
            return null;
        }
        Duration fresh = Duration.ofSeconds(Math.clamp(freshSeconds, 0, Validators.LONGEST_FRESH.toSeconds()));
        Validators validators = new Validators(address, etag, lastModified, true, fresh);
        return new CacheEntry(validators, Instant.ofEpochMilli(checkedMillis), picture);
    }
}

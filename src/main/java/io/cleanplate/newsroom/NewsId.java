package io.cleanplate.newsroom;

import io.cleanplate.error.InputException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A document's {@code _id}: an ObjectId, or a string in some imports. The two stay apart even where they read the same.
 * Ordered as the database orders them: strings first, by code point, then ObjectIds.
 *
 * @param value the string, or the ObjectId's 24 lower-case hexadecimal digits
 * @param objectId whether it is an ObjectId
 */
public record NewsId(String value, boolean objectId) implements Comparable<NewsId> {
    private static final Pattern OBJECT_ID = Pattern.compile("[0-9a-f]{24}");
    private static final int HEX = 16;
    private static final int TIME_DIGITS = 8;

    /** Checks an ObjectId's digits. */
    public NewsId {
        if (objectId && !OBJECT_ID.matcher(value).matches()) {
            throw new IllegalArgumentException("not an ObjectId: " + value);
        }
    }

    /** A string that serves as an id. */
    public static NewsId ofString(String value) {
        return new NewsId(value, false);
    }

    /** An ObjectId by its 24 lower-case hexadecimal digits. */
    public static NewsId ofObjectId(String hex) {
        return new NewsId(hex, true);
    }

    /**
     * Reads {@link #token()}. Text without its prefix is taken as people write it: 24 hexadecimal digits are an ObjectId,
     * anything else is a string.
     *
     * @throws InputException when the text is empty or {@code oid:} is not followed by an ObjectId
     */
    public static NewsId parse(String text) {
        if (text.startsWith("str:")) {
            return ofString(text.substring(4));
        }
        boolean marked = text.startsWith("oid:");
        String value = marked ? text.substring(4) : text;
        if (OBJECT_ID.matcher(value).matches()) {
            return ofObjectId(value);
        }
        if (marked || value.isEmpty()) {
            throw new InputException(
                    "The picture's id '" + text + "' is none: accepted are 24 hexadecimal digits, or a string id.");
        }
        return ofString(value);
    }

    /** A form that {@link #parse} reads back exactly: for addresses, cursors and files. */
    public String token() {
        return (objectId ? "oid:" : "str:") + value;
    }

    /** When the document was made, to the second: known for ObjectIds only. */
    public Optional<Instant> createdAt() {
        return objectId
                ? Optional.of(Instant.ofEpochSecond(Long.parseLong(value.substring(0, TIME_DIGITS), HEX)))
                : Optional.empty();
    }

    @Override
    public int compareTo(NewsId other) {
        if (objectId != other.objectId) {
            return objectId ? 1 : -1;
        }
        return Arrays.compare(
                value.codePoints().toArray(), other.value.codePoints().toArray());
    }

    /** The id as logs show it. */
    @Override
    public String toString() {
        return value;
    }
}

package io.cleanplate.cleaning;

import io.cleanplate.newsroom.NewsId;
import java.nio.ByteBuffer;
import java.util.regex.Pattern;

/**
 * Names of files and folders for ids that may hold anything. An id of ASCII letters, digits, {@code . _ -} stays as it is,
 * unless some system gives it a meaning of its own. Any other is cleaned and gets {@code ~} and 64 bits of its SHA-256: two
 * different ids never share a name, since no id that stays holds a {@code ~}.
 */
final class SafeName {
    /** A name has to leave room for what is added to it: most file systems take 255 bytes. */
    private static final int LONGEST = 100;

    private static final int HASH_DIGITS = 16;
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]*(?<!\\.)");
    private static final Pattern OBJECT_ID = Pattern.compile("[0-9A-Fa-f]{24}");
    /** Devices of Windows, whatever follows behind a dot (Naming Files, Paths, and Namespaces; Microsoft Learn). */
    private static final Pattern DEVICE =
            Pattern.compile("(con|prn|aux|nul|com\\d|lpt\\d|conin|conout)(\\..*)?", Pattern.CASE_INSENSITIVE);

    private SafeName() {}

    /** The name for a document's id. A string that reads like an ObjectId has another name than that ObjectId. */
    static String of(NewsId id) {
        boolean mistakable = !id.objectId() && OBJECT_ID.matcher(id.value()).matches();
        return mistakable ? hashed(id.value()) : of(id.value());
    }

    /** The name for any other text. */
    static String of(String text) {
        boolean stays = text.length() <= LONGEST
                && PLAIN.matcher(text).matches()
                && !DEVICE.matcher(text).matches();
        return stays ? text : hashed(text);
    }

    private static String hashed(String text) {
        String head = text.substring(0, Math.min(text.length(), LONGEST - HASH_DIGITS - 2));
        // The underscore in front takes the meaning from dots and devices.
        return "_" + head.replaceAll("[^A-Za-z0-9._-]", "_") + "~"
                + Sha256.of(units(text)).substring(0, HASH_DIGITS);
    }

    /** The text's UTF-16 units: encoding it would make all broken surrogates alike. */
    private static byte[] units(String text) {
        ByteBuffer bytes = ByteBuffer.allocate(text.length() * Character.BYTES);
        bytes.asCharBuffer().put(text);
        return bytes.array();
    }
}

package io.cleanplate.newsroom;

import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a document stands. Every document is in exactly one state; {@link #of} is the rule, and the database's filters say
 * the same. Wrongly typed fields count as absent, except that a list which holds {@code true} or {@code dont_process}
 * counts as that value: in doubt a picture is left alone.
 */
public enum PictureState {
    /** Waits for an editor or the auto-mark job. */
    PENDING,
    /** {@code clean_image} is set, by an editor. */
    CLEANED,
    /** {@code clean_image} is set, by the auto-mark job. */
    AUTO_MARKED,
    /** An editor passed over it. */
    SKIPPED,
    /** The fetcher says {@code dont_process}. */
    WITHDRAWN,
    /** No picture or no summary yet. */
    INCOMPLETE;

    /**
     * The state of a document.
     *
     * @param fields the document's fields by name, values as the database has them; {@code customer_id} and {@code _id}
     *     play no part
     */
    public static PictureState of(Map<String, ? extends @Nullable Object> fields) {
        if (fields.get("clean_image") != null) {
            return holds(fields.get("auto_marked_cleaned"), true) ? AUTO_MARKED : CLEANED;
        }
        if (holds(fields.get("watermark_skipped"), true)) {
            return SKIPPED;
        }
        if (holds(fields.get("status"), "dont_process")) {
            return WITHDRAWN;
        }
        return isText(fields.get("image")) && isText(fields.get("short_summary")) ? PENDING : INCOMPLETE;
    }

    private static boolean isText(@Nullable Object value) {
        return value instanceof String text && !text.isEmpty();
    }

    private static boolean holds(@Nullable Object value, Object wanted) {
        return wanted.equals(value) || (value instanceof Collection<?> list && list.contains(wanted));
    }
}

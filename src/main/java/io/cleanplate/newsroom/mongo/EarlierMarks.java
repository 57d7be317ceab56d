package io.cleanplate.newsroom.mongo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.bson.types.Binary;

/**
 * The marks of a profile's earlier versions, the newest first, in the profile's own document: so one update changes both,
 * and they go with it. A document holds 16 MiB, hence both a number and a size bound them.
 */
final class EarlierMarks {
    /** The field. */
    static final String FIELD = "earlier";
    /** What is read of a document to make it, and to read it. */
    static final Document FIELDS = new Document("customer_id", 1)
            .append("version", 1)
            .append("mark", 1)
            .append(FIELD, 1);
    /** Bytes of all marks in a document; leaves room for the other fields and for those of others. */
    static final int ROOM = 15_000_000;

    private static final int MOST = 5;

    private EarlierMarks() {}

    /** The entries of a document that hold a mark. */
    static List<Document> of(Document document) {
        List<Document> entries = new ArrayList<>();
        if (document.get(FIELD) instanceof Collection<?> values) {
            for (Object value : values) {
                if (value instanceof Document entry && entry.get("mark") instanceof Binary) {
                    entries.add(entry);
                }
            }
        }
        return entries;
    }

    /**
     * The entries once a document's mark is replaced.
     *
     * @param before the document with the mark that is replaced
     * @param at when
     * @param taken bytes of the mark that replaces it
     */
    static List<Document> with(Document before, Instant at, int taken) {
        List<Document> all = of(before);
        Object version = before.get("version");
        // Who went back to an earlier version, and forth again, has one of its number already.
        all.removeIf(entry -> Objects.equals(entry.get("version"), version));
        if (before.get("mark") instanceof Binary mark) {
            all.addFirst(new Document("version", version)
                    .append("replaced_at", Date.from(at))
                    .append("mark", mark));
        }
        List<Document> kept = new ArrayList<>();
        int bytes = taken;
        for (Document entry : all) {
            bytes += entry.get("mark", Binary.class).length();
            if (kept.size() == MOST || bytes > ROOM) {
                break;
            }
            kept.add(entry);
        }
        return kept;
    }
}

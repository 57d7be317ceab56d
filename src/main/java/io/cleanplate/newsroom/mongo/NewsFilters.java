package io.cleanplate.newsroom.mongo;

import io.cleanplate.newsroom.AutoMarkRules;
import io.cleanplate.newsroom.NewsId;
import io.cleanplate.newsroom.PictureRef;
import io.cleanplate.newsroom.PictureState;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of documents of {@code news_document}. {@link PictureState#of} says the same of one document, and a test
 * holds the two against each other. Filters are flat, one entry a field, so that they can be joined, and so that the
 * embedded server finds an {@code _id} in them.
 */
final class NewsFilters {
    /** The smallest ObjectId. */
    private static final ObjectId FIRST_OBJECT_ID = new ObjectId(new byte[12]);

    private NewsFilters() {}

    /** Documents in a state. For {@link PictureState#PENDING} this is the one definition of pending. */
    static Document inState(PictureState state) {
        return switch (state) {
            case CLEANED -> cleaned().append("auto_marked_cleaned", not(true));
            case AUTO_MARKED -> cleaned().append("auto_marked_cleaned", true);
            case SKIPPED -> notCleaned().append("watermark_skipped", true);
            case WITHDRAWN ->
                notCleaned().append("watermark_skipped", not(true)).append("status", "dont_process");
            case PENDING -> open().append("image", text()).append("short_summary", text());
            case INCOMPLETE ->
                open().append("$nor", List.of(new Document("image", text()).append("short_summary", text())));
        };
    }

    /** The document that was read, whatever became of it. */
    static Document document(String customer, NewsId id) {
        return new Document("_id", bson(id)).append("customer_id", customer);
    }

    /** The document that was read, if it is still pending and names the same picture. */
    static Document stillPending(PictureRef read) {
        Document filter = document(read.customer(), read.id());
        filter.putAll(inState(PictureState.PENDING));
        filter.put("image", sameImage(read));
        return filter;
    }

    /** The document that was read, if the job may still mark it. */
    static Document stillForTheJob(PictureRef read) {
        return stillPending(read).append("reopened_at", null);
    }

    /** The document that was read, if it still carries the mark that was seen; null when it carried none. */
    static Document stillMarked(PictureRef read, @Nullable String seen) {
        return document(read.customer(), read.id())
                .append("image", sameImage(read))
                .append("clean_image", seen);
    }

    /** A customer's documents that the job may mark. */
    static Document forTheJob(String customer, AutoMarkRules rules) {
        Document filter = new Document("customer_id", customer);
        filter.putAll(inState(PictureState.PENDING));
        filter.append("reopened_at", null);
        if (!rules.categories().isEmpty()) {
            filter.append("category", new Document("$in", sorted(rules.categories())));
        }
        Document source = new Document();
        if (!rules.sources().isEmpty()) {
            source.append("$in", sorted(rules.sources()));
        }
        if (!rules.excludeSources().isEmpty()) {
            source.append("$nin", sorted(rules.excludeSources()));
        }
        return source.isEmpty() ? filter : filter.append("source", source);
    }

    /**
     * The ranges of ids that follow one, in order. A comparison sees only values of its own type, so strings and ObjectIds
     * are two ranges, one after the other.
     */
    static List<Document> idsAfter(@Nullable NewsId after) {
        List<Document> ranges = new ArrayList<>();
        if (after == null) {
            ranges.add(new Document("$gte", ""));
        } else if (!after.objectId()) {
            ranges.add(new Document("$gt", after.value()));
        }
        ranges.add(
                after != null && after.objectId()
                        ? new Document("$gt", bson(after))
                        : new Document("$gte", FIRST_OBJECT_ID));
        return ranges;
    }

    /** ObjectIds only: those that tell a document's age. */
    static Document datedIds() {
        return new Document("$gte", FIRST_OBJECT_ID);
    }

    /** An id as the database has it. */
    static Object bson(NewsId id) {
        return id.objectId() ? new ObjectId(id.value()) : id.value();
    }

    private static Document cleaned() {
        return new Document("clean_image", new Document("$ne", null));
    }

    private static Document notCleaned() {
        return new Document("clean_image", null);
    }

    private static Document open() {
        return notCleaned().append("watermark_skipped", not(true)).append("status", not("dont_process"));
    }

    /** A string that is not empty. A list of strings would match, too, were it not ruled out. */
    private static Document text() {
        return new Document("$gt", "").append("$not", new Document("$type", "array"));
    }

    private static Object sameImage(PictureRef read) {
        return read.image().isEmpty()
                ? new Document("$not", text())
                : new Document("$eq", read.image()).append("$not", new Document("$type", "array"));
    }

    private static Document not(Object value) {
        return new Document("$ne", value);
    }

    private static List<String> sorted(Set<String> names) {
        return names.stream().sorted().toList();
    }
}

package io.cleanplate.newsroom.mongo;

import com.mongodb.client.MongoCollection;
import io.cleanplate.error.UnavailableException;
import io.cleanplate.newsroom.CleanedPicture;
import io.cleanplate.newsroom.MarkOutcome;
import io.cleanplate.newsroom.NewsImage;
import io.cleanplate.newsroom.PictureMarks;
import io.cleanplate.newsroom.PictureRef;
import java.time.Clock;
import java.util.Date;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Writes what an editor decides. Thread-safe. */
final class MarkWrites implements PictureMarks {
    private final MongoConnection connection;
    private final NewsDocuments documents;
    private final Clock clock;

    MarkWrites(MongoConnection connection, NewsDocuments documents, Clock clock) {
        this.connection = connection;
        this.documents = documents;
        this.clock = clock;
    }

    @Override
    public MarkOutcome markCleaned(PictureRef picture, CleanedPicture cleaned) {
        return write(NewsFilters.stillPending(picture), cleanedBy(cleaned), picture, cleaned);
    }

    @Override
    public MarkOutcome overwriteMark(PictureRef picture, @Nullable String seen, CleanedPicture cleaned) {
        return write(NewsFilters.stillMarked(picture, seen), cleanedBy(cleaned), picture, cleaned);
    }

    @Override
    public MarkOutcome markCleanAsIs(PictureRef picture, String editor) {
        Document update = new Document(
                        "$set",
                        new Document("clean_image", picture.image())
                                .append("clean_image_updated_at", now())
                                .append("cleaned_by", editor))
                .append("$unset", new Document("auto_marked_cleaned", ""));
        return write(NewsFilters.stillPending(picture), update, picture, null);
    }

    @Override
    public MarkOutcome skip(PictureRef picture, String editor) {
        Document update = new Document("$set", new Document("watermark_skipped", true).append("cleaned_by", editor));
        return write(NewsFilters.stillPending(picture), update, picture, null);
    }

    @Override
    public MarkOutcome reopen(PictureRef picture, @Nullable String seen) {
        Document filter = NewsFilters.stillMarked(picture, seen);
        if (seen == null) {
            filter.append("watermark_skipped", true);
        }
        Document update = new Document(
                        "$unset",
                        new Document("clean_image", "")
                                .append("clean_image_updated_at", "")
                                .append("auto_marked_cleaned", "")
                                .append("watermark_skipped", "")
                                .append("cleaned_by", "")
                                .append("clean_image_sha256", "")
                                .append("clean_model", ""))
                .append("$set", new Document("reopened_at", now()));
        return write(filter, update, picture, null);
    }

    private Document cleanedBy(CleanedPicture cleaned) {
        Document set = new Document("clean_image", cleaned.path())
                .append("clean_image_updated_at", now())
                .append("cleaned_by", cleaned.editor())
                .append("clean_image_sha256", cleaned.sha256());
        Document unset = new Document("auto_marked_cleaned", "")
                .append("watermark_skipped", "")
                .append("reopened_at", "");
        if (cleaned.model() == null) {
            unset.append("clean_model", "");
        } else {
            set.append("clean_model", cleaned.model());
        }
        return new Document("$set", set).append("$unset", unset);
    }

    private MarkOutcome write(Document filter, Document update, PictureRef picture, @Nullable CleanedPicture meant) {
        return connection.call(() -> {
            MongoCollection<Document> news = connection.database().getCollection(MongoCollections.NEWS);
            // Twice: the document may have come back into the state that was read just after the first try.
            for (int attempt = 0; attempt < 2; attempt++) {
                if (news.updateOne(filter, update).getMatchedCount() > 0) {
                    return new MarkOutcome.Done();
                }
                MarkOutcome why = why(news, filter, picture, meant);
                if (why != null) {
                    return why;
                }
            }
            throw new UnavailableException("The picture " + picture.id() + " of customer " + picture.customer()
                    + " is being changed by others at this moment: try again.");
        });
    }

    /** Why nothing matched; null when the document would match now. */
    private @Nullable MarkOutcome why(
            MongoCollection<Document> news, Document filter, PictureRef picture, @Nullable CleanedPicture meant) {
        Document found = news.find(NewsFilters.document(picture.customer(), picture.id()))
                .first();
        NewsImage now = found == null ? null : documents.picture(found);
        if (now == null) {
            return new MarkOutcome.Gone();
        }
        if (meant != null
                && meant.path().equals(now.mark().cleanImage())
                && meant.sha256().equals(now.mark().sha256())) {
            return new MarkOutcome.Done();
        }
        if (!now.ref().equals(picture)) {
            return new MarkOutcome.ImageChanged(now);
        }
        return news.find(filter).first() == null ? new MarkOutcome.NotAsRead(now) : null;
    }

    private Date now() {
        return Date.from(clock.instant());
    }
}

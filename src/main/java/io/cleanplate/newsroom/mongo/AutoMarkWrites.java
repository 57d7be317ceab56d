package io.cleanplate.newsroom.mongo;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.WriteModel;
import io.cleanplate.newsroom.AutoMarkBatch;
import io.cleanplate.newsroom.AutoMarkQuery;
import io.cleanplate.newsroom.AutoMarkResult;
import io.cleanplate.newsroom.AutoMarkRules;
import io.cleanplate.newsroom.AutoMarking;
import io.cleanplate.newsroom.NewsId;
import io.cleanplate.newsroom.PictureRef;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads and marks batches for the auto-mark job: one find and one bulk write each. Thread-safe. */
final class AutoMarkWrites implements AutoMarking {
    private static final Logger LOG = LoggerFactory.getLogger(AutoMarkWrites.class);
    private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);
    private static final Document FIELDS = new Document("customer_id", 1).append("image", 1);
    private static final Document FIELDS_FOR_RULES =
            new Document(FIELDS).append("source", 1).append("category", 1);

    private final MongoConnection connection;
    private final NewsDocuments documents;
    private final Clock clock;

    AutoMarkWrites(MongoConnection connection, NewsDocuments documents, Clock clock) {
        this.connection = connection;
        this.documents = documents;
        this.clock = clock;
    }

    @Override
    public AutoMarkBatch nextBatch(AutoMarkQuery query) {
        return connection.call(() -> {
            Document filter = NewsFilters.forTheJob(query.customer(), query.rules());
            Document fields = query.rules().equals(AutoMarkRules.ALL) ? FIELDS : FIELDS_FOR_RULES;
            List<PictureRef> pictures = new ArrayList<>();
            int seen = 0;
            NewsId after = query.after();
            boolean more = true;
            // Again when some could not be read: else a batch full of those would hold up all that follow.
            while (more && pictures.size() < query.limit()) {
                int wanted = query.limit() - pictures.size();
                // One more than is wanted tells whether there is more, and spares asking again to be told of nothing.
                List<Document> found = OrderedReads.read(news(), filter, fields, after, wanted + 1);
                more = found.size() > wanted;
                if (more) {
                    found.removeLast();
                }
                for (Document document : found) {
                    PictureRef picture = documents.ref(document);
                    if (picture != null && query.rules().matches(documents.story(document))) {
                        pictures.add(picture);
                    }
                    after = NewsDocuments.id(document);
                }
                seen += found.size();
            }
            return new AutoMarkBatch(query.customer(), pictures, more ? after : null, seen - pictures.size());
        });
    }

    @Override
    public AutoMarkResult autoMark(AutoMarkBatch batch) {
        if (batch.pictures().isEmpty()) {
            return AutoMarkResult.NOTHING;
        }
        return connection.call(() -> {
            Date now = Date.from(clock.instant());
            List<WriteModel<Document>> updates = new ArrayList<>();
            for (PictureRef picture : batch.pictures()) {
                updates.add(new UpdateOneModel<>(NewsFilters.stillForTheJob(picture), mark(picture, now)));
            }
            List<BulkWriteError> refused = List.of();
            BulkWriteResult result;
            try {
                result = news().bulkWrite(updates, UNORDERED);
            } catch (MongoBulkWriteException e) {
                if (e.getWriteErrors().isEmpty()) {
                    throw e;
                }
                refused = e.getWriteErrors();
                result = e.getWriteResult();
            }
            return result(batch, result.getModifiedCount(), refused, now);
        });
    }

    private AutoMarkResult result(AutoMarkBatch batch, int marked, List<BulkWriteError> refused, Date at) {
        Set<NewsId> failed = new HashSet<>();
        for (BulkWriteError error : refused) {
            NewsId id = batch.pictures().get(error.getIndex()).id();
            failed.add(id);
            LOG.warn("The database refused to mark image {} (auto-mark): {}", id, error.getMessage());
        }
        List<NewsId> ids = batch.pictures().stream()
                .map(PictureRef::id)
                .filter(id -> !failed.contains(id))
                .toList();
        int lost = ids.size() - marked;
        return new AutoMarkResult(marked, lost, failed.size(), lost == 0 ? ids : marked(batch.customer(), ids, at));
    }

    /** Which of them carry our mark: a bulk write says only how many. */
    private List<NewsId> marked(String customer, List<NewsId> ids, Date at) {
        Document filter = new Document(
                        "_id",
                        new Document("$in", ids.stream().map(NewsFilters::bson).toList()))
                .append("customer_id", customer)
                .append("auto_marked_cleaned", true)
                .append("clean_image_updated_at", at);
        List<NewsId> marked = new ArrayList<>();
        for (Document document : news().find(filter).projection(new Document("_id", 1))) {
            NewsId id = NewsDocuments.id(document);
            if (id != null) {
                marked.add(id);
            }
        }
        marked.sort(null);
        return marked;
    }

    private static Document mark(PictureRef picture, Date now) {
        return new Document(
                "$set",
                new Document("clean_image", picture.image())
                        .append("auto_marked_cleaned", true)
                        .append("clean_image_updated_at", now));
    }

    private MongoCollection<Document> news() {
        return connection.database().getCollection(MongoCollections.NEWS);
    }
}

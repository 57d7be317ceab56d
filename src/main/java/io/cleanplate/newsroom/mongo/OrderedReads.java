package io.cleanplate.newsroom.mongo;

import com.mongodb.client.MongoCollection;
import io.cleanplate.newsroom.NewsId;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Reads documents in the order of their ids, from one on: first those with string ids, then those with ObjectIds. */
final class OrderedReads {
    private static final Document BY_ID = new Document("_id", 1);

    private OrderedReads() {}

    /** At most {@code limit} documents that follow {@code after}. */
    static List<Document> read(
            MongoCollection<Document> collection,
            Document filter,
            @Nullable Document fields,
            @Nullable NewsId after,
            int limit) {
        List<Document> found = new ArrayList<>();
        for (Document ids : NewsFilters.idsAfter(after)) {
            int wanted = limit - found.size();
            if (wanted > 0) {
                Document range = new Document("_id", ids);
                range.putAll(filter);
                // One batch: a cursor left open on the server would outlive a lost connection.
                collection
                        .find(range)
                        .projection(fields)
                        .sort(BY_ID)
                        .limit(wanted)
                        .batchSize(wanted + 1)
                        .into(found);
            }
        }
        return found;
    }
}

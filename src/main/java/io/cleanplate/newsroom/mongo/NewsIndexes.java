package io.cleanplate.newsroom.mongo;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bson.Document;

/**
 * The indexes, made where they are missing. The server builds them beside the collection's other work (since MongoDB 4.2
 * it holds the collection only at the start and the end). Names say whose they are: the collection is the fetcher's.
 */
final class NewsIndexes {
    /**
     * Pictures with image and summary of one customer, those not cleaned first, in order of ids; what else decides about
     * pending lies behind, so that what is skipped or withdrawn is passed over without reading the document.
     */
    static final String PENDING = "cleanplate_pending";
    /** A customer's documents in order: pages of other states, and the names of customers. */
    static final String CUSTOMER = "cleanplate_customer";
    /** What was handed on lately. */
    static final String MARKED = "cleanplate_marked";
    /** One document a customer. */
    static final String CONFIG = "cleanplate_config_customer";
    /** A customer's profiles with their revisions: these are asked for often, and read without the marks beside them. */
    static final String WATERMARK = "cleanplate_watermark_customer";

    private NewsIndexes() {}

    /** Makes what is missing; returns once it is built. */
    static void make(MongoConnection connection) {
        // Building takes as long as it takes; a lost connection ends the wait.
        MongoDatabase database = connection.database().withTimeout(0, TimeUnit.MILLISECONDS);
        database.getCollection(MongoCollections.NEWS)
                .createIndexes(List.of(
                        new IndexModel(
                                keys("customer_id", "clean_image", "_id", "watermark_skipped", "status"),
                                new IndexOptions()
                                        .name(PENDING)
                                        .partialFilterExpression(new Document("image", new Document("$gt", ""))
                                                .append("short_summary", new Document("$gt", "")))),
                        new IndexModel(keys("customer_id", "_id"), new IndexOptions().name(CUSTOMER)),
                        new IndexModel(
                                keys("customer_id", "clean_image_updated_at"),
                                new IndexOptions()
                                        .name(MARKED)
                                        .partialFilterExpression(new Document(
                                                "clean_image_updated_at", new Document("$exists", true))))));
        database.getCollection(MongoCollections.CONFIG)
                .createIndexes(List.of(new IndexModel(
                        keys("customer_id"), new IndexOptions().name(CONFIG).unique(true))));
        database.getCollection(MongoCollections.WATERMARKS)
                .createIndexes(List.of(
                        new IndexModel(keys("customer_id", "_id", "revision"), new IndexOptions().name(WATERMARK))));
    }

    private static Document keys(String... fields) {
        Document keys = new Document();
        for (String field : fields) {
            keys.append(field, 1);
        }
        return keys;
    }
}

package io.cleanplate.newsroom.embedded;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fills an empty newsroom with stories of three customers: one cleaned by hand, one marked automatically, one without
 * settings. Done once for each database; broken off in the middle, the next start goes on with the same ids.
 */
final class DemoNewsroom {
    private static final Logger LOG = LoggerFactory.getLogger(DemoNewsroom.class);
    private static final Duration BETWEEN_STORIES = Duration.ofMinutes(25);
    private static final String BY_HAND = "harbour-post";
    private static final String AUTO_MARKED = "orbit-wire";
    private static final int DUPLICATE_KEY = 11000;
    /** So many of the first stories come from an import that gave them strings for ids; those are first in every queue. */
    private static final int IMPORTED = 3;

    private final DemoGallery gallery;
    private final Clock clock;

    DemoNewsroom(DemoGallery gallery, Clock clock) {
        this.gallery = gallery;
        this.clock = clock;
    }

    void fill(RunningServer server) {
        try (MongoClient client = MongoClients.create("mongodb://" + server.address())) {
            MongoDatabase database = client.getDatabase(server.url().database());
            MongoCollection<Document> progress = database.getCollection("cleanplate_demo");
            progress.updateOne(
                    Filters.eq("fill"),
                    Updates.setOnInsert("started_at", Date.from(clock.instant())),
                    new UpdateOptions().upsert(true));
            Document state = progress.find(Filters.eq("fill")).first();
            if (state == null || state.getBoolean("done", false)) {
                return;
            }
            Instant started = state.getDate("started_at").toInstant();
            insertMissing(database.getCollection("news_document"), stories(started));
            insertMissing(
                    database.getCollection("image_config"),
                    List.of(settings(BY_HAND, false, started), settings(AUTO_MARKED, true, started)));
            progress.updateOne(Filters.eq("fill"), Updates.set("done", true));
            LOG.info("The newsroom holds the demo's stories now");
        }
    }

    private List<Document> stories(Instant started) {
        List<DemoStory> stories = DemoStory.all();
        List<Document> documents = new ArrayList<>();
        for (DemoStory story : stories) {
            int number = documents.size();
            Instant made = started.minus(BETWEEN_STORIES.multipliedBy(stories.size() - number));
            documents.add(new Document("_id", id(number, made))
                    .append("customer_id", story.customer())
                    .append("title", story.title())
                    .append("short_summary", story.summary())
                    .append("word_count", 180 + 7 * number)
                    .append("source", story.source())
                    .append("category", story.category())
                    .append("image", gallery.address(story))
                    .append("status", "new"));
        }
        return documents;
    }

    private static Object id(int number, Instant made) {
        return number < IMPORTED
                ? "import-%04d".formatted(number)
                : new ObjectId(Math.toIntExact(made.getEpochSecond()), number);
    }

    private static Document settings(String customer, boolean autoMark, Instant started) {
        return new Document("_id", customer)
                .append("customer_id", customer)
                .append("auto_mark_cleaned", autoMark)
                .append("created_at", Date.from(started))
                .append("updated_at", Date.from(started))
                .append("updated_by", "demo");
    }

    private static void insertMissing(MongoCollection<Document> collection, List<Document> documents) {
        try {
            collection.insertMany(documents, new InsertManyOptions().ordered(false));
        } catch (MongoBulkWriteException e) {
            if (e.getWriteErrors().stream().anyMatch(error -> error.getCode() != DUPLICATE_KEY)) {
                throw e;
            }
        }
    }
}

package io.cleanplate.benchmark;

import com.mongodb.ConnectionString;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import io.cleanplate.newsroom.NewsId;
import io.cleanplate.newsroom.Newsroom;
import io.cleanplate.newsroom.SettingsChange;
import io.cleanplate.newsroom.mongo.MongoConnection;
import io.cleanplate.newsroom.mongo.MongoNewsroom;
import io.cleanplate.newsroom.mongo.MongoUrl;
import java.time.Clock;
import java.util.Objects;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.types.ObjectId;

/** Pictures of one customer with auto-mark on, and of another one without, through the program and on the driver. */
final class BenchmarkNewsroom implements AutoCloseable {
    static final String CUSTOMER = "benchmark";
    /** Every so many documents one is another customer's. */
    static final int OTHERS = 10;

    private static final int INSERTED_AT_ONCE = 10_000;

    private final MongoClient client;
    private final MongoDatabase database;
    private final Newsroom newsroom;

    /** Connects, makes the indexes, and switches auto-mark on for the customer. */
    BenchmarkNewsroom(String address) {
        client = MongoClients.create(address);
        String name = Objects.requireNonNullElse(new ConnectionString(address).getDatabase(), "news");
        database = client.getDatabase(name).withWriteConcern(WriteConcern.MAJORITY);
        newsroom = new MongoNewsroom(
                new MongoConnection(MongoUrl.parse("The benchmark's address", address)),
                Clock.systemUTC(),
                Runnable::run);
        newsroom.save(new SettingsChange(CUSTOMER, true, null, "benchmark"));
    }

    Newsroom newsroom() {
        return newsroom;
    }

    MongoCollection<Document> news() {
        return database.getCollection("news_document");
    }

    /** Inserts pending documents up to a number; those from {@code from} on are new. */
    void fill(int from, int to) {
        for (int start = from; start < to; start += INSERTED_AT_ONCE) {
            news().insertMany(IntStream.range(start, Math.min(to, start + INSERTED_AT_ONCE))
                    .mapToObj(BenchmarkNewsroom::document)
                    .toList());
        }
    }

    /** The document's id. */
    static NewsId id(int number) {
        return NewsId.ofObjectId(objectId(number).toHexString());
    }

    /** Makes everything pending again. */
    void unmark() {
        news().updateMany(
                        new Document("customer_id", CUSTOMER),
                        new Document(
                                "$unset",
                                new Document("clean_image", "")
                                        .append("auto_marked_cleaned", "")
                                        .append("clean_image_updated_at", "")));
    }

    /** Whether the job has come to the customer's first picture. */
    boolean begun() {
        Document first = news().find(new Document("_id", objectId(1))).first();
        return first != null && first.get("clean_image") != null;
    }

    /** Removes the whole database. */
    void drop() {
        database.drop();
    }

    private static Document document(int number) {
        return new Document("_id", objectId(number))
                .append("customer_id", number % OTHERS == 0 ? "other" : CUSTOMER)
                .append("title", "Story " + number)
                .append("short_summary", "What happened, in a sentence or two, for story " + number + ".")
                .append("word_count", 300)
                .append("source", "Northlight")
                .append("category", "city")
                .append("image", image(number))
                .append("status", "new");
    }

    private static String image(int number) {
        return "https://pictures.example.org/2026/11/" + number + ".jpg";
    }

    private static ObjectId objectId(int number) {
        return new ObjectId(1_700_000_000 + number, number);
    }

    @Override
    public void close() {
        newsroom.close();
        client.close();
    }
}

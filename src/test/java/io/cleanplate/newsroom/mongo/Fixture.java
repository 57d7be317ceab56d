package io.cleanplate.newsroom.mongo;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import io.cleanplate.newsroom.CleanedPicture;
import io.cleanplate.newsroom.NewsId;
import io.cleanplate.newsroom.PictureRef;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/** A newsroom under test, and the same database seen directly. */
final class Fixture implements AutoCloseable {
    static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    static final CleanedPicture CLEANED = new CleanedPicture("/out/a_cleaned.jpg", "eva", "abc123", "lama");

    final CommandRecorder recorder = new CommandRecorder();
    final MongoCollection<Document> news;
    final MongoCollection<Document> config;
    final MongoCollection<Document> leases;
    final MongoCollection<Document> watermarks;
    final MongoNewsroom newsroom;
    final MongoConnection connection;
    private final MongoUrl url;
    private final MongoClient client;

    Fixture(MongoUrl url) {
        this.url = url;
        client = MongoClients.create(url.parsed());
        news = client.getDatabase(url.database()).getCollection("news_document");
        config = client.getDatabase(url.database()).getCollection("image_config");
        leases = client.getDatabase(url.database()).getCollection("cleanplate_lease");
        watermarks = client.getDatabase(url.database()).getCollection("cleanplate_watermark");
        connection = connect();
        newsroom = new MongoNewsroom(connection, Clock.fixed(NOW, ZoneOffset.UTC), Runnable::run);
    }

    /** Another server's view of the same database. */
    MongoConnection connect() {
        return new MongoConnection(url, Deadlines.USUAL, List.of(recorder), List.of());
    }

    /** Inserts a pending document, with fields of its own on top; a null value removes the field. */
    PictureRef insert(Object id, String customer, @Nullable Object... fields) {
        Document document = new Document("_id", id)
                .append("customer_id", customer)
                .append("title", "Title")
                .append("short_summary", "Summary")
                .append("word_count", 120)
                .append("image", "https://example.org/" + id + ".jpg")
                .append("foreign", new Document("kept", List.of(1, "two")));
        for (int i = 0; i < fields.length; i += 2) {
            if (fields[i + 1] == null) {
                document.remove(fields[i]);
            } else {
                document.append(String.valueOf(fields[i]), fields[i + 1]);
            }
        }
        news.insertOne(document);
        return ref(id, customer);
    }

    static PictureRef ref(Object id, String customer) {
        NewsId newsId = id instanceof ObjectId objectId
                ? NewsId.ofObjectId(objectId.toHexString())
                : NewsId.ofString(id.toString());
        return new PictureRef(customer, newsId, "https://example.org/" + id + ".jpg");
    }

    static ObjectId objectId(int number) {
        return new ObjectId(1_700_000_000 + number, number);
    }

    Document stored(Object id) {
        Document document = news.find(new Document("_id", id)).first();
        return document == null ? new Document() : document;
    }

    void empty() {
        news.deleteMany(new Document());
        config.deleteMany(new Document());
        leases.deleteMany(new Document());
        watermarks.deleteMany(new Document());
    }

    void drop() {
        client.getDatabase(url.database()).drop();
    }

    @Override
    public void close() {
        newsroom.close();
        client.close();
    }
}

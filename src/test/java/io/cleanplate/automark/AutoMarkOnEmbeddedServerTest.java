package io.cleanplate.automark;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import io.cleanplate.newsroom.embedded.EmbeddedServer;
import io.cleanplate.newsroom.mongo.Deadlines;
import io.cleanplate.newsroom.mongo.MongoConnection;
import io.cleanplate.newsroom.mongo.MongoLease;
import io.cleanplate.newsroom.mongo.MongoNewsroom;
import io.cleanplate.task.TaskMonitor;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The job on a database: what it changes there, and what it leaves. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AutoMarkOnEmbeddedServerTest {
    private static final RunOrder DRAIN = new RunOrder(Trigger.COMMAND, null, true, false);

    private final ManualScheduler time = new ManualScheduler();
    private final EmbeddedServer server;
    private final MongoClient client;
    private final MongoCollection<Document> news;
    private final MongoCollection<Document> config;
    private final List<MongoNewsroom> opened = new ArrayList<>();

    AutoMarkOnEmbeddedServerTest(@TempDir Path folder) {
        server = EmbeddedServer.start(folder);
        client = MongoClients.create(
                "mongodb://" + EmbeddedServer.running(folder).orElseThrow().address());
        news = client.getDatabase("news").getCollection("news_document");
        config = client.getDatabase("news").getCollection("image_config");
    }

    @AfterEach
    void empty() {
        opened.forEach(MongoNewsroom::close);
        opened.clear();
        news.deleteMany(new Document());
        config.deleteMany(new Document());
        client.getDatabase("news").getCollection("cleanplate_lease").deleteMany(new Document());
    }

    @AfterAll
    void close() {
        client.close();
        server.close();
    }

    private MongoConnection connect(CommandListener... listeners) {
        return new MongoConnection(server.url(), Deadlines.USUAL, List.of(listeners), List.of());
    }

    private MongoNewsroom newsroom(MongoConnection connection) {
        MongoNewsroom newsroom = new MongoNewsroom(connection, fixedClock(), Runnable::run);
        opened.add(newsroom);
        return newsroom;
    }

    private Clock fixedClock() {
        return Clock.fixed(time.instant(), ZoneOffset.UTC);
    }

    private RunReport run(MongoNewsroom newsroom, RunOrder order) {
        AutoMarkJob job = new AutoMarkJob(newsroom, 50, time);
        return job.run(job.begin(order), TaskMonitor.NONE);
    }

    private static Document pending(Object id, String customer) {
        return new Document("_id", id)
                .append("customer_id", customer)
                .append("title", "Title")
                .append("short_summary", "Summary")
                .append("word_count", 120)
                .append("source", "Atlas")
                .append("category", "sport")
                .append("image", "https://example.org/" + id + ".jpg")
                .append("foreign", new Document("kept", List.of(1, "two")));
    }

    private void autoMarkOn(String customer) {
        config.insertOne(new Document("customer_id", customer).append("auto_mark_cleaned", true));
    }

    /** The whole collection by id. */
    private Map<String, Document> everything() {
        Map<String, Document> all = new TreeMap<>();
        news.find().forEach(document -> all.put(String.valueOf(document.get("_id")), document));
        return all;
    }

    @Test
    void exactlyThePendingDocumentsAreMarkedAndOnlyInThreeFields() {
        autoMarkOn("on");
        config.insertOne(new Document("customer_id", "off").append("auto_mark_cleaned", false));
        config.insertOne(new Document("customer_id", "picky")
                .append("auto_mark_cleaned", true)
                .append(
                        "auto_mark_rules",
                        new Document("categories", List.of("sport")).append("exclude_sources", List.of("Borea"))));
        ObjectId objectId = new ObjectId();
        List<Document> toMark = List.of(
                pending("a", "on"),
                pending(objectId, "on"),
                pending("null clean image", "on").append("clean_image", null),
                pending("not skipped", "on").append("watermark_skipped", false),
                pending("ready", "on").append("status", "ready"),
                pending("picky sport", "picky"));
        List<Document> toLeave = new ArrayList<>(List.of(
                pending("off", "off"),
                pending("no settings", "nobody"),
                pending("cleaned", "on").append("clean_image", "/out/x.jpg"),
                pending("empty clean image", "on").append("clean_image", ""),
                pending("skipped", "on").append("watermark_skipped", true),
                pending("withdrawn", "on").append("status", "dont_process"),
                pending("reopened", "on").append("reopened_at", Date.from(Instant.EPOCH)),
                pending("no summary", "on").append("short_summary", ""),
                pending("null summary", "on").append("short_summary", null),
                pending("number summary", "on").append("short_summary", 7),
                pending("empty image", "on").append("image", ""),
                pending("number image", "on").append("image", 7),
                pending("picky politics", "picky").append("category", "politics"),
                pending("picky borea", "picky").append("source", "Borea"),
                pending(77, "on"),
                pending("number customer", "on").append("customer_id", 5)));
        Document noImage = pending("no image", "on");
        noImage.remove("image");
        toLeave.add(noImage);
        Map<String, Document> expected = new TreeMap<>();
        toLeave.forEach(document -> expected.put(String.valueOf(document.get("_id")), document));
        for (Document document : toMark) {
            expected.put(
                    String.valueOf(document.get("_id")),
                    new Document(document)
                            .append("clean_image", document.getString("image"))
                            .append("auto_marked_cleaned", true)
                            .append("clean_image_updated_at", Date.from(time.instant())));
        }
        news.insertMany(toMark);
        news.insertMany(toLeave);

        RunReport report = run(newsroom(connect()), RunOrder.SCHEDULED);

        assertThat(everything()).isEqualTo(expected);
        assertThat(report.counts().marked()).isEqualTo(toMark.size());
    }

    @Test
    void batchSizeCountsByCustomerAndRun() {
        autoMarkOn("a");
        autoMarkOn("b");
        for (int i = 0; i < 70; i++) {
            news.insertMany(List.of(pending(String.format("a%03d", i), "a"), pending(String.format("b%03d", i), "b")));
        }

        RunReport report = run(newsroom(connect()), RunOrder.SCHEDULED);

        assertThat(report.customers()).extracting(CustomerReport::pendingLeft).containsExactly(20L, 20L);
        assertThat(news.find(Filters.exists("clean_image")).sort(new Document("_id", 1)))
                .extracting(document -> document.getString("_id"))
                .startsWith("a000", "a001")
                .endsWith("b048", "b049");
    }

    @Test
    void twoJobsAtOnceMarkEachPictureOnce() throws Exception {
        autoMarkOn("a");
        List<Document> documents = new ArrayList<>();
        for (int i = 0; i < 2000; i++) {
            documents.add(pending(new ObjectId(), "a"));
        }
        news.insertMany(documents);
        CyclicBarrier together = new CyclicBarrier(2);
        List<Callable<RunReport>> jobs = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            MongoNewsroom newsroom = newsroom(connect());
            jobs.add(() -> {
                together.await();
                return run(newsroom, DRAIN);
            });
        }

        long marked = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            for (Future<RunReport> report : threads.invokeAll(jobs)) {
                marked += report.get().counts().marked();
            }
        }

        assertThat(marked).isEqualTo(2000);
        assertThat(news.countDocuments(Filters.eq("auto_marked_cleaned", true))).isEqualTo(2000);
    }

    @Test
    void oneOfTwoServersHoldsTheLeaseAndMakesTheRuns() {
        autoMarkOn("a");
        List<ScheduledAutoMark> servers = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            MongoConnection connection = connect();
            servers.add(new ScheduledAutoMark(
                    AutoMarkSettings.DEFAULT,
                    new AutoMarkJob(newsroom(connection), 50, time),
                    new MongoLease(connection),
                    time,
                    time));
        }
        servers.forEach(ScheduledAutoMark::start);

        time.advance(Duration.ofMinutes(15));

        assertThat(servers).extracting(one -> one.lastRuns().size()).containsExactlyInAnyOrder(3, 0);
        assertThat(servers).extracting(one -> one.status().standby()).containsExactlyInAnyOrder(false, true);
    }

    @Test
    void documentThatAnEditorChangesBetweenReadAndWriteStaysAsTheEditorLeftIt() {
        autoMarkOn("a");
        List<String> ids = List.of("cleaned", "moved", "reopened", "skipped", "untouched", "withdrawn");
        ids.forEach(id -> news.insertOne(pending(id, "a")));
        Map<String, Document> edited = new TreeMap<>();
        CommandListener editor = new CommandListener() {
            @Override
            public void commandStarted(CommandStartedEvent event) {
                if (!event.getCommandName().equals("update") || !edited.isEmpty()) {
                    return;
                }
                edit("cleaned", "clean_image", "/out/cleaned.jpg");
                edit("moved", "image", "https://example.org/other.jpg");
                edit("reopened", "reopened_at", Date.from(Instant.EPOCH));
                edit("skipped", "watermark_skipped", true);
                edit("withdrawn", "status", "dont_process");
                edited.putAll(everything());
            }
        };

        RunReport report = run(newsroom(connect(editor)), RunOrder.SCHEDULED);

        Map<String, Document> after = everything();
        assertThat(after.remove("untouched")).containsEntry("auto_marked_cleaned", true);
        edited.remove("untouched");
        assertThat(after).isEqualTo(edited).hasSize(5);
        assertThat(report.counts()).isEqualTo(new MarkCounts(6, 1, 0, 5, 0));
    }

    private void edit(String id, String field, Object value) {
        news.updateOne(Filters.eq("_id", id), Updates.set(field, value));
    }
}

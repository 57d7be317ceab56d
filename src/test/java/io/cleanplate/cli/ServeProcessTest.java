package io.cleanplate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import io.cleanplate.newsroom.embedded.EmbeddedServer;
import io.cleanplate.newsroom.embedded.RunningServer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server as systemd and containers see it: a process that is started, asked and told to end. */
class ServeProcessTest {
    private static final int BATCH = 1000;
    private static final List<String> CUSTOMERS = List.of("auto-1", "auto-2", "auto-3", "auto-4");

    @TempDir
    private Path folder;

    @Test
    void serverNeedsNeitherDisplayNorDesktopNorModelLibrary() throws Exception {
        Predicate<String> notForServers = Pattern.compile(
                        "openjfx|javafx|atlantafx|ikonli|djl|pytorch", Pattern.CASE_INSENSITIVE)
                .asPredicate();
        assertThat(ServeProcess.classPath().filter(notForServers))
                .anyMatch(entry -> entry.contains("javafx-graphics"))
                .anyMatch(entry -> entry.contains("pytorch-engine"));

        try (ServeProcess server =
                new ServeProcess(folder, ServeProcess.classPath().filter(notForServers.negate()), Map.of())) {
            assertThat(server.get("/health").statusCode()).isEqualTo(200);
            assertThat(server.get("/health").body()).contains("\"status\":\"healthy\"", "\"mongodb\":\"connected\"");

            ServeProcess.Ended ended = server.terminate(15, TimeUnit.SECONDS);

            assertThat(ended.code()).isZero();
            assertThat(ended.complained()).isEmpty();
            assertThat(ended.logged().getLast()).endsWith("Stopped");
        }
    }

    @Test
    void sigtermInTheMiddleOfARunFinishesTheBatchInHandAndNoOther() throws Exception {
        try (ServeProcess server = new ServeProcess(
                folder, ServeProcess.classPath(), Map.of("AUTO_MARK_BATCH_SIZE", Integer.toString(BATCH)))) {
            insertPending(EmbeddedServer.running(newsroom()).orElseThrow());
            assertThat(server.post("/api/auto-mark/run").statusCode()).isEqualTo(202);
            server.awaitLogged(line -> line.contains("Found " + BATCH + " pending images for customer auto-1"));

            ServeProcess.Ended ended = server.terminate(15, TimeUnit.SECONDS);

            assertThat(ended.code()).isZero();
            assertThat(ended.logged()).anyMatch(line -> line.contains("The job ends early"));
        }
        assertThat(markedByCustomer())
                .allMatch(marked -> marked == 0 || marked == BATCH)
                .startsWith((long) BATCH)
                .endsWith(0L);
    }

    private void insertPending(RunningServer running) {
        try (MongoClient client = client(running)) {
            MongoDatabase database = client.getDatabase("news");
            for (String customer : CUSTOMERS) {
                database.getCollection("image_config")
                        .insertOne(new Document("_id", customer)
                                .append("customer_id", customer)
                                .append("auto_mark_cleaned", true));
                news(client)
                        .insertMany(IntStream.range(0, BATCH)
                                .mapToObj(number -> new Document("_id", customer + "-" + number)
                                        .append("customer_id", customer)
                                        .append("short_summary", "Summary")
                                        .append("image", "https://example.org/" + number + ".jpg"))
                                .toList());
            }
        }
    }

    /** Pictures that carry the whole of a mark, customer by customer, as they are on disk. */
    private List<Long> markedByCustomer() {
        try (EmbeddedServer again = EmbeddedServer.start(newsroom());
                MongoClient client = client(again.self())) {
            return CUSTOMERS.stream()
                    .map(customer -> news(client)
                            .countDocuments(new Document("customer_id", customer)
                                    .append("clean_image", new Document("$ne", null))
                                    .append("auto_marked_cleaned", true)
                                    .append("clean_image_updated_at", new Document("$ne", null))))
                    .toList();
        }
    }

    private Path newsroom() {
        return folder.resolve("newsroom");
    }

    private static MongoClient client(RunningServer running) {
        return MongoClients.create("mongodb://" + running.address());
    }

    private static MongoCollection<Document> news(MongoClient client) {
        return client.getDatabase("news").getCollection("news_document");
    }
}

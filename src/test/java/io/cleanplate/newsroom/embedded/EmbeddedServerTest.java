package io.cleanplate.newsroom.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import io.cleanplate.error.InputException;
import io.cleanplate.error.UnavailableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedServerTest {
    @TempDir
    private Path folder;

    @Test
    void everyAcknowledgedWriteOutlivesAKilledProcess() throws Exception {
        Process process = WritingProcess.start(folder);
        int acknowledged = 0;
        try (MongoClient client = client(EmbeddedServer.running(folder).orElseThrow())) {
            MongoCollection<Document> news = news(client);
            for (int i = 0; i < 60; i++) {
                news.insertOne(new Document("_id", i).append("n", 0));
                news.updateOne(new Document("_id", i), new Document("$set", new Document("n", i)));
                acknowledged++;
            }
            process.destroyForcibly().waitFor();
        }

        try (EmbeddedServer again = EmbeddedServer.start(folder);
                MongoClient client = client(again.self())) {
            for (int i = 0; i < acknowledged; i++) {
                assertThat(news(client).find(new Document("_id", i)).first()).containsEntry("n", i);
            }
            assertThat(news(client).countDocuments()).isEqualTo(acknowledged);
        }
    }

    @Test
    void secondProcessIsToldWhoHasTheFolder() throws Exception {
        Process process = WritingProcess.start(folder);
        try {
            RunningServer running = EmbeddedServer.running(folder).orElseThrow();

            assertThat(running.pid()).isEqualTo(process.pid());
            assertThatThrownBy(() -> EmbeddedServer.start(folder))
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining("process " + process.pid() + " at " + running.address());
        } finally {
            process.destroyForcibly().waitFor();
        }
        assertThat(EmbeddedServer.running(folder)).isEmpty();
    }

    @Test
    void secondServerInTheSameProcessIsRefusedToo() {
        try (EmbeddedServer first = EmbeddedServer.start(folder)) {
            assertThatThrownBy(() -> EmbeddedServer.start(folder))
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining(first.self().address());
            assertThat(EmbeddedServer.running(folder)).contains(first.self());
        }
        assertThat(EmbeddedServer.running(folder)).isEmpty();
    }

    @Test
    void listensOnTheLoopbackInterfaceOnly() {
        try (EmbeddedServer server = EmbeddedServer.start(folder)) {
            assertThat(server.self().address()).startsWith("127.0.0.1:");
        }
    }

    @Test
    void folderThatNobodyOpenedRunsNothing() {
        assertThat(EmbeddedServer.running(folder.resolve("none"))).isEmpty();
    }

    @Test
    void brokenFileIsNamedAndTheFolderFreeAgain() throws IOException {
        Files.writeString(folder.resolve("newsroom.mv.db"), "this is not a store".repeat(1000));

        assertThatThrownBy(() -> EmbeddedServer.start(folder))
                .isInstanceOf(UnavailableException.class)
                .hasMessageContaining("newsroom.mv.db");
        EmbeddedServer.erase(folder);
        EmbeddedServer.start(folder).close();
    }

    private static MongoClient client(RunningServer server) {
        return MongoClients.create("mongodb://" + server.address());
    }

    private static MongoCollection<Document> news(MongoClient client) {
        return client.getDatabase("news").getCollection("news_document");
    }
}

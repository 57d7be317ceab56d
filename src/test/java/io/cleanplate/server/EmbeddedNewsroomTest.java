package io.cleanplate.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.cleanplate.newsroom.SettingsChange;
import io.cleanplate.newsroom.embedded.EmbeddedServer;
import io.cleanplate.newsroom.mongo.MongoConnection;
import io.cleanplate.newsroom.mongo.MongoNewsroom;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole way from a request to a database and back. */
class EmbeddedNewsroomTest {
    @TempDir
    private Path folder;

    @Test
    void aChangeIsSavedAndADatabaseThatWentAwayIsSeen() {
        EmbeddedServer database = EmbeddedServer.start(folder);
        Clock clock = Clock.fixed(FakeNewsroom.NOW, ZoneOffset.UTC);
        MongoConnection connection = new MongoConnection(database.url());
        try (MongoNewsroom newsroom = new MongoNewsroom(connection, clock, Runnable::run);
                Served served = new Served(null, newsroom)) {
            newsroom.save(new SettingsChange("acme", false, null, "eva"));

            JsonObject saved = Served.json(
                    served.put(
                            Served.CONFIG,
                            "{\"auto_mark_cleaned\":true,\"auto_mark_rules\":{\"sources\":[\"Reuters\"]},\"updated_by\":\"max\"}"));

            assertThat(saved).isEqualTo(Served.json(served.get(Served.CONFIG)));
            assertThat(saved.get("auto_mark_cleaned").getAsBoolean()).isTrue();
            assertThat(saved.get("auto_mark_rules"))
                    .hasToString("{\"categories\":[],\"sources\":[\"Reuters\"],\"exclude_sources\":[]}");
            assertThat(saved.get("updated_by").getAsString()).isEqualTo("max");
            assertThat(served.get("/api/customers/acmee/image-config").statusCode())
                    .isEqualTo(404);
            assertThat(served.get("/api/stats").statusCode()).isEqualTo(200);

            database.close();

            assertThat(served.get("/health").statusCode()).isEqualTo(503);
        } finally {
            database.close();
        }
    }
}

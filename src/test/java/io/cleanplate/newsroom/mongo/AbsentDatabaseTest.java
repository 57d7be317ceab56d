package io.cleanplate.newsroom.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import io.cleanplate.error.UnavailableException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AbsentDatabaseTest {
    private int port;

    @BeforeEach
    void findAPortWhereNobodyListens() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
    }

    @Test
    void newsroomExistsAndSaysInOneSentenceThatItsDatabaseDoesNotAnswer() {
        Deadlines quick = new Deadlines(Duration.ofMillis(100), Duration.ofMillis(100), Duration.ofMillis(50));
        MongoUrl url = MongoUrl.parse("test", "mongodb://user:secret@127.0.0.1:" + port + "/news");
        MongoConnection connection = new MongoConnection(url, quick, List.of(), List.of());
        try (MongoNewsroom newsroom = new MongoNewsroom(connection, Clock.systemUTC(), task -> {})) {
            assertThat(newsroom.connected()).isFalse();
            Throwable thrown = catchThrowable(() -> newsroom.pending("c1"));
            assertThat(thrown)
                    .isInstanceOf(UnavailableException.class)
                    .hasNoCause()
                    .hasMessageContaining("127.0.0.1:" + port + "/news does not answer")
                    .hasMessageNotContainingAny("secret", "user");
            assertThat(newsroom.where()).doesNotContain("secret");
        }
    }

    @Test
    void newsroomWorksOnceItsDatabaseComes() throws Exception {
        MongoUrl url = MongoUrl.parse("test", "mongodb://127.0.0.1:" + port + "/news");
        MongoServer server = new MongoServer(new MemoryBackend());
        try (ExecutorService background = Executors.newSingleThreadExecutor();
                MongoNewsroom newsroom = new MongoNewsroom(new MongoConnection(url), Clock.systemUTC(), background)) {
            assertThat(newsroom.connected()).isFalse();

            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));

            assertThat(newsroom.pending("c1")).isZero();
            assertThat(newsroom.connected()).isTrue();
        } finally {
            server.shutdownNow();
        }
    }

    @Test
    void closedNewsroomStopsLookingForItsDatabase() throws Exception {
        MongoUrl url = MongoUrl.parse("test", "mongodb://127.0.0.1:" + port + "/news");
        Deadlines quick = new Deadlines(Duration.ofMillis(100), Duration.ofMillis(100), Duration.ofMillis(50));
        try (MongoConnection connection = new MongoConnection(url, quick, List.of(), List.of());
                ExecutorService threads = Executors.newSingleThreadExecutor()) {
            Preparation preparation = new Preparation(connection);
            Future<?> running = threads.submit(preparation);
            preparation.stop();

            assertThat(running.get()).isNull();
        }
    }
}

package io.cleanplate.newsroom.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import io.cleanplate.error.UnavailableException;
import io.cleanplate.watermark.FakeProfiles;
import io.cleanplate.watermark.KeptProfile;
import io.cleanplate.watermark.Profile;
import io.cleanplate.watermark.ProfileStore;
import io.cleanplate.watermark.ProfileStoreContract;
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
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
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
    void profilesSayInOneSentenceThatTheirDatabaseDoesNotAnswer() {
        Deadlines quick = new Deadlines(Duration.ofMillis(30), Duration.ofMillis(30), Duration.ofMillis(30));
        MongoUrl url = MongoUrl.parse("test", "mongodb://user:secret@127.0.0.1:" + port + "/news");
        Profile mark = ProfileStoreContract.profile("c1", "Meridian", 1);
        KeptProfile kept = new FakeProfiles(Clock.systemUTC()).keep("globe", mark, "eva");
        try (MongoConnection connection = new MongoConnection(url, quick, List.of(), List.of())) {
            ProfileStore profiles = new MongoProfiles(connection, Clock.systemUTC());
            List<ThrowingCallable> calls = List.of(
                    () -> profiles.revisions("c1"),
                    () -> profiles.of("c1"),
                    () -> profiles.find("0123456789abcdef01234567"),
                    () -> profiles.keep("globe", mark, "eva"),
                    () -> profiles.change(kept, "eva"),
                    () -> profiles.delete(kept),
                    () -> profiles.earlier("0123456789abcdef01234567"));

            assertThat(calls)
                    .allSatisfy(call -> assertThatThrownBy(call)
                            .isInstanceOf(UnavailableException.class)
                            .hasMessageContaining("does not answer")
                            .hasMessageNotContainingAny("secret", "user"));
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

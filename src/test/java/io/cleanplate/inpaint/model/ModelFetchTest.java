package io.cleanplate.inpaint.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import io.cleanplate.error.InputException;
import io.cleanplate.error.UnavailableException;
import io.cleanplate.task.TaskMonitor;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fetches from a server on this machine. */
class ModelFetchTest {
    private static final byte[] WEIGHTS = new byte[300_000];

    static {
        new Random(1).nextBytes(WEIGHTS);
    }

    @TempDir
    Path folder;

    private HttpServer server;
    private ExecutorService threads;

    @BeforeEach
    void start() throws IOException {
        threads = Executors.newVirtualThreadPerTaskExecutor();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void whatWasFetchedIsFoundFromThenOn() throws IOException {
        serve("/lama.pt", exchange -> send(exchange, WEIGHTS));
        ModelStore store = store("/lama.pt");

        ModelFile fetched = store.fetch("lama", TaskMonitor.NONE);

        assertThat(fetched.path()).hasBinaryContent(WEIGHTS);
        assertThat(store.find("lama")).isEqualTo(fetched);
        assertThat(ModelStoreTest.filesIn(folder)).containsExactly("big-lama.pt");
    }

    @Test
    void progressCountsBytesUpToAll() throws IOException {
        serve("/lama.pt", exchange -> send(exchange, WEIGHTS));
        List<Long> done = new ArrayList<>();

        store("/lama.pt").fetch("lama", new TaskMonitor() {
            @Override
            public void progress(long received, long total) {
                assertThat(total).isEqualTo(WEIGHTS.length);
                done.add(received);
            }
        });

        assertThat(done).isSorted().last().isEqualTo((long) WEIGHTS.length);
    }

    @Test
    void aRedirectIsFollowed() throws IOException {
        serve("/lama.pt", exchange -> {
            exchange.getResponseHeaders().set("Location", "/moved.pt");
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        serve("/moved.pt", exchange -> send(exchange, WEIGHTS));

        assertThat(store("/lama.pt").fetch("lama", TaskMonitor.NONE).path()).hasBinaryContent(WEIGHTS);
    }

    @Test
    void aRightFileIsNotFetchedAgain() throws IOException {
        Files.write(folder.resolve("big-lama.pt"), WEIGHTS);

        assertThat(store("/nowhere").fetch("lama", TaskMonitor.NONE).path()).hasBinaryContent(WEIGHTS);
    }

    @Test
    void aDamagedFileIsReplaced() throws IOException {
        Files.writeString(folder.resolve("big-lama.pt"), "damaged");
        serve("/lama.pt", exchange -> send(exchange, WEIGHTS));

        assertThat(store("/lama.pt").fetch("lama", TaskMonitor.NONE).path()).hasBinaryContent(WEIGHTS);
    }

    @Test
    void anotherFileIsDeletedAndBothSumsAreTold() throws IOException {
        serve("/lama.pt", exchange -> send(exchange, new byte[] {1, 2, 3}));

        assertThatThrownBy(() -> store("/lama.pt").fetch("lama", TaskMonitor.NONE))
                .isInstanceOf(UnavailableException.class)
                .hasMessageContaining("it has the MD5 5289df737df57326fcdd22597afb1fac instead of the " + md5(WEIGHTS));
        assertThat(ModelStoreTest.filesIn(folder)).isEmpty();
    }

    @Test
    void aMissingFileOnTheServerIsToldWithItsStatus() throws IOException {
        assertThatThrownBy(() -> store("/nowhere").fetch("lama", TaskMonitor.NONE))
                .isInstanceOf(UnavailableException.class)
                .hasMessage("The model lama could not be fetched: " + uri("/nowhere")
                        + " answered with HTTP status 404 instead of a file.");
        assertThat(ModelStoreTest.filesIn(folder)).isEmpty();
    }

    @Test
    void aConnectionThatBreaksLeavesNothingBehind() throws IOException {
        serve("/lama.pt", exchange -> {
            exchange.sendResponseHeaders(200, WEIGHTS.length);
            exchange.getResponseBody().write(WEIGHTS, 0, 100_000);
            exchange.getResponseBody().flush();
            exchange.close();
        });

        assertThatThrownBy(() -> store("/lama.pt").fetch("lama", TaskMonitor.NONE))
                .isInstanceOf(UnavailableException.class)
                .hasMessageContaining("could not be fetched from " + uri("/lama.pt"));
        assertThat(ModelStoreTest.filesIn(folder)).isEmpty();
    }

    @Test
    void aServerThatIsNotThereIsToldInOneSentence() throws IOException {
        String address = uri("/lama.pt").toString();
        server.stop(0);

        assertThatThrownBy(() -> store("/lama.pt").fetch("lama", TaskMonitor.NONE))
                .isInstanceOf(UnavailableException.class)
                .hasMessageStartingWith("The model lama could not be fetched from " + address
                        + "; check the connection and try again (");
    }

    @Test
    void cancellingHalfWayLeavesNothingBehind() throws IOException {
        AtomicBoolean enough = new AtomicBoolean();
        serve("/lama.pt", exchange -> {
            exchange.sendResponseHeaders(200, WEIGHTS.length);
            exchange.getResponseBody().write(WEIGHTS, 0, 100_000);
            exchange.getResponseBody().flush();
            // The rest never comes: the exchange stays open until the server stops.
        });

        assertThatThrownBy(() -> store("/lama.pt").fetch("lama", new TaskMonitor() {
                    @Override
                    public void progress(long done, long total) {
                        enough.set(true);
                    }

                    @Override
                    public boolean cancelled() {
                        return enough.get();
                    }
                }))
                .isInstanceOf(CancellationException.class);
        assertThat(ModelStoreTest.filesIn(folder)).isEmpty();
    }

    @Test
    void anAddressWithoutHttpsIsRefused() {
        ModelStore store = new ModelStore(new ModelSettings(
                null, URI.create("http://example.org/lama.pt"), ModelSettings.DEFAULT_LAMA_MD5, false, folder));

        assertThatThrownBy(() -> store.fetch("lama", TaskMonitor.NONE))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("The address http://example.org/lama.pt of LAMA_MODEL_URL cannot be used;");
    }

    @Test
    void aFolderThatCannotBeWrittenIsTold() throws IOException {
        serve("/lama.pt", exchange -> send(exchange, WEIGHTS));
        Path notAFolder = Files.writeString(folder.resolve("cache"), "a file");
        ModelStore store = new ModelStore(
                new ModelSettings(null, uri("/lama.pt"), md5(WEIGHTS).hex(), false, notAFolder));

        assertThatThrownBy(() -> store.fetch("lama", TaskMonitor.NONE))
                .isInstanceOf(UnavailableException.class)
                .hasMessageContaining("could not be written to " + notAFolder);
    }

    private void serve(String path, HttpHandler handler) {
        server.createContext(path, handler);
    }

    private static void send(HttpExchange exchange, byte[] bytes) throws IOException {
        try (exchange) {
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private ModelStore store(String path) {
        return new ModelStore(new ModelSettings(null, uri(path), md5(WEIGHTS).hex(), false, folder));
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    private static Checksum md5(byte[] bytes) {
        var digest = Checksum.Kind.MD5.digest();
        digest.update(bytes);
        return Checksum.of(Checksum.Kind.MD5, digest);
    }
}

package io.cleanplate.fetch;

import static io.cleanplate.fetch.PictureServer.PHOTO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import io.cleanplate.error.UnavailableException;
import io.cleanplate.task.Cancellation;
import io.cleanplate.task.TaskMonitor;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The other side takes its time; so does no test, since the limits are short or out of reach. */
@Timeout(30)
class SlowTransferTest {
    private static final Duration NEVER = Duration.ofHours(1);
    private static final Duration SOON = Duration.ofMillis(200);

    @TempDir
    Path folder;

    private final PictureServer server = new PictureServer();
    private final ExecutorService editors = Executors.newVirtualThreadPerTaskExecutor();

    @AfterEach
    void close() {
        server.close();
        editors.shutdownNow();
    }

    @Test
    void silenceInTheMiddleEndsIt() {
        server.at("/cat.jpg", server.stall());

        try (PictureFetcher fetcher = fetcher(SOON, NEVER)) {
            assertThatThrownBy(() -> fetcher.fetch(server.address("/cat.jpg"), TaskMonitor.NONE))
                    .isInstanceOf(UnavailableException.class)
                    .hasMessage("127.0.0.1 sent nothing for 1 second.");
        }
    }

    @Test
    void silenceBeforeTheAnswerEndsIt() {
        server.at("/cat.jpg", exchange -> server.waitForTheEnd());

        try (PictureFetcher fetcher = fetcher(SOON, NEVER)) {
            assertThatThrownBy(() -> fetcher.fetch(server.address("/cat.jpg"), TaskMonitor.NONE))
                    .isInstanceOf(UnavailableException.class)
                    .hasMessage("127.0.0.1 sent nothing for 1 second.");
        }
    }

    @Test
    void aPictureThatComesByteForByteEndsAtTheDeadline() {
        Semaphore drops = new Semaphore(10);
        server.at("/cat.jpg", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            for (byte drop : PHOTO) {
                drops.acquireUninterruptibly();
                exchange.getResponseBody().write(drop);
                exchange.getResponseBody().flush();
            }
        });
        // Each time that somebody hears of progress the next byte comes: the other side is never silent.
        TaskMonitor thirsty = new TaskMonitor() {
            @Override
            public void progress(long done, long total) {
                drops.release();
            }
        };

        try (PictureFetcher fetcher = fetcher(NEVER, Duration.ofMillis(400))) {
            assertThatThrownBy(() -> fetcher.fetch(server.address("/cat.jpg"), thirsty))
                    .isInstanceOf(UnavailableException.class)
                    .hasMessage("127.0.0.1 was too slow: the picture was not there after 1 second.");
        }
        drops.release(PHOTO.length);
    }

    @Test
    void cancellingEndsAStalledDownload() {
        server.at("/cat.jpg", server.stall());
        Cancellation impatient = new Cancellation() {
            @Override
            public void progress(long done, long total) {
                cancel();
            }
        };

        try (PictureFetcher fetcher = fetcher(NEVER, NEVER)) {
            assertThatThrownBy(() -> fetcher.fetch(server.address("/cat.jpg"), impatient))
                    .isInstanceOf(CancellationException.class);
        }
    }

    @Test
    void cancellingHangsUp() throws Exception {
        Cancellation impatient = new Cancellation() {
            @Override
            public void progress(long done, long total) {
                cancel();
            }
        };
        try (ServerSocket host = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                PictureFetcher fetcher = fetcher(NEVER, NEVER)) {
            String address = "http://127.0.0.1:" + host.getLocalPort() + "/cat.jpg";
            Future<byte[]> fetching = editors.submit(() -> fetcher.fetch(address, impatient));
            try (Socket caller = host.accept()) {
                caller.getInputStream().read(new byte[16_000]);
                caller.getOutputStream()
                        .write("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nGIF".getBytes(StandardCharsets.US_ASCII));

                assertThat(caller.getInputStream().read())
                        .as("the end of the connection")
                        .isEqualTo(-1);
            }
            assertThatThrownBy(fetching::get).hasCauseInstanceOf(CancellationException.class);
        }
    }

    @Test
    void interruptingTheEditorsThreadEndsIt() throws InterruptedException {
        CountDownLatch asked = new CountDownLatch(1);
        server.at("/cat.jpg", exchange -> {
            asked.countDown();
            server.waitForTheEnd();
        });

        try (PictureFetcher fetcher = fetcher(NEVER, NEVER)) {
            CountDownLatch ended = new CountDownLatch(1);
            Future<byte[]> fetching = editors.submit(() -> {
                try {
                    return fetcher.fetch(server.address("/cat.jpg"), TaskMonitor.NONE);
                } catch (CancellationException e) {
                    ended.countDown();
                    throw e;
                }
            });
            asked.await();
            fetching.cancel(true);

            ended.await();
        }
    }

    @Test
    void twoWhoAskAtOnceGetOneDownloadAndEachTheirOwnBytes() throws Exception {
        CountDownLatch bothWait = new CountDownLatch(2);
        server.at("/cat.jpg", exchange -> {
            sendFirstBytes(exchange);
            await(bothWait);
            exchange.getResponseBody().write(PHOTO, 5_000, PHOTO.length - 5_000);
            exchange.close();
        });

        try (PictureFetcher fetcher = fetcher(NEVER, NEVER)) {
            Future<byte[]> thumbnail =
                    editors.submit(() -> fetcher.fetch(server.address("/cat.jpg"), arriving(bothWait)));
            Future<byte[]> editor = editors.submit(() -> fetcher.fetch(server.address("/cat.jpg"), arriving(bothWait)));

            assertThat(thumbnail.get()).isEqualTo(PHOTO).isNotSameAs(editor.get());
            assertThat(editor.get()).isEqualTo(PHOTO);
            assertThat(server.asked).hasSize(1);
        }
    }

    @Test
    void whoLeavesTakesNothingFromWhoStays() throws Exception {
        CountDownLatch bothWait = new CountDownLatch(2);
        CountDownLatch oneLeft = new CountDownLatch(1);
        server.at("/cat.jpg", exchange -> {
            sendFirstBytes(exchange);
            await(oneLeft);
            exchange.getResponseBody().write(PHOTO, 5_000, PHOTO.length - 5_000);
            exchange.close();
        });
        Cancellation leaving = new Cancellation() {
            @Override
            public void progress(long done, long total) {
                bothWait.countDown();
                await(bothWait);
                cancel();
            }
        };

        try (PictureFetcher fetcher = fetcher(NEVER, NEVER)) {
            Future<byte[]> thumbnail = editors.submit(() -> fetcher.fetch(server.address("/cat.jpg"), leaving));
            Future<byte[]> editor = editors.submit(() -> fetcher.fetch(server.address("/cat.jpg"), arriving(bothWait)));

            assertThatThrownBy(thumbnail::get)
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(CancellationException.class);
            oneLeft.countDown();
            assertThat(editor.get()).isEqualTo(PHOTO);
            assertThat(server.asked).hasSize(1);
        }
    }

    @Test
    void closingTheFetcherEndsWhatIsUnderWay() throws InterruptedException {
        CountDownLatch asked = new CountDownLatch(1);
        server.at("/cat.jpg", exchange -> {
            asked.countDown();
            server.waitForTheEnd();
        });
        PictureFetcher fetcher = fetcher(NEVER, NEVER);
        Future<byte[]> fetching = editors.submit(() -> fetcher.fetch(server.address("/cat.jpg"), TaskMonitor.NONE));
        asked.await();

        fetcher.close();

        assertThatThrownBy(fetching::get)
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(CancellationException.class);
    }

    @Test
    void aClosedFetcherBeginsNothing() {
        server.at("/cat.jpg", PictureServer.photo());
        PictureFetcher fetcher = fetcher(NEVER, NEVER);
        fetcher.close();

        assertThatThrownBy(() -> fetcher.fetch(server.address("/cat.jpg"), TaskMonitor.NONE))
                .isInstanceOf(CancellationException.class);
        assertThat(server.asked).isEmpty();
    }

    private PictureFetcher fetcher(Duration stall, Duration total) {
        FetchSettings settings = FetchSettings.defaults(folder.resolve("cache"), "1.2.3")
                .allowing(AllowedHosts.parse("FETCH_ALLOW_HOSTS", "127.0.0.1"))
                .waiting(new TimeLimits(NEVER, stall, total));
        return new PictureFetcher(settings, Clock.systemUTC());
    }

    private static void sendFirstBytes(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, PHOTO.length);
        exchange.getResponseBody().write(PHOTO, 0, 5_000);
        exchange.getResponseBody().flush();
    }

    /** Tells once that it waits for bytes that are under way. */
    private static TaskMonitor arriving(CountDownLatch latch) {
        return new TaskMonitor() {
            private boolean told;

            @Override
            public void progress(long done, long total) {
                if (!told) {
                    told = true;
                    latch.countDown();
                }
            }
        };
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

package io.cleanplate.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cleanplate.error.InputException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class HttpEndpointTest {
    @Test
    void aTakenPortIsSaidInOneSentence() {
        try (Served first = new Served(null);
                Served other = new Served(null)) {
            HttpEndpoint second = new HttpEndpoint(other.services, null, Clock.systemUTC());

            assertThatThrownBy(() -> second.start("127.0.0.1", first.address.getPort()))
                    .isInstanceOf(InputException.class)
                    .hasMessageStartingWith("The server cannot listen on " + first.host() + " (")
                    .hasMessageEndingWith("or choose another with HTTP_PORT and HTTP_HOST.");
        }
    }

    @Test
    void anUnknownHostIsSaidInOneSentence() {
        try (Served served = new Served(null)) {
            HttpEndpoint second = new HttpEndpoint(served.services, null, Clock.systemUTC());

            assertThatThrownBy(() -> second.start("no such host.invalid", 0))
                    .isInstanceOf(InputException.class)
                    .hasMessageStartingWith("HTTP_HOST is 'no such host.invalid'");
        }
    }

    @Test
    void stoppingLetsTheRunningRequestEnd() throws Exception {
        try (Served served = new Served(null)) {
            CountDownLatch inside = new CountDownLatch(1);
            CountDownLatch finish = new CountDownLatch(1);
            served.newsroom.onFigures = () -> {
                inside.countDown();
                await(finish);
            };
            CompletableFuture<HttpResponse<String>> running =
                    CompletableFuture.supplyAsync(() -> served.get("/api/stats"));
            await(inside);
            CompletableFuture<Void> stopped =
                    CompletableFuture.runAsync(() -> served.endpoint.stop(Duration.ofSeconds(20)));

            // Whoever watches sees the stop; whoever asks for more is sent away.
            while (served.get("/health/ready").statusCode() != 503) {
                Thread.onSpinWait();
            }
            while (served.get("/api/auto-mark/runs").statusCode() != 503) {
                Thread.onSpinWait();
            }
            assertThat(served.get("/health/live").statusCode()).isEqualTo(200);
            assertThat(stopped).isNotDone();
            finish.countDown();

            assertThat(running.get().statusCode()).isEqualTo(200);
            stopped.get();
            assertThatThrownBy(() -> connect(served)).isInstanceOf(ConnectException.class);
        }
    }

    @Test
    void aRequestThatDoesNotEndIsCutOff() {
        try (Served served = new Served(null)) {
            CountDownLatch inside = new CountDownLatch(1);
            served.newsroom.onFigures = () -> {
                inside.countDown();
                await(new CountDownLatch(1));
            };
            CompletableFuture<String> running = CompletableFuture.supplyAsync(() -> {
                try {
                    return served.rawLine("GET /api/stats HTTP/1.1");
                } catch (IOException e) {
                    throw new AssertionError(e);
                }
            });
            await(inside);

            served.endpoint.stop(Duration.ZERO);

            assertThat(running.join()).isIn("", "cut off");
        }
    }

    @Test
    void aServerThatNeverStartedStops() {
        try (Served served = new Served(null)) {
            new HttpEndpoint(served.services, null, Clock.systemUTC()).stop(Duration.ZERO);
        }
    }

    @Test
    void requestsAreToldByTheirTemplate() {
        try (Served served = new Served(null)) {
            served.get("/api/customers/acme/image-config");
            served.get("/api/customers/nobody/image-config");
            served.endpoint.stop(Duration.ofSeconds(5));

            assertThat(served.observed)
                    .containsExactly(
                            "GET /api/customers/{id}/image-config 200", "GET /api/customers/{id}/image-config 404");
        }
    }

    private static void connect(Served served) throws IOException {
        new Socket(served.address.getAddress(), served.address.getPort()).close();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

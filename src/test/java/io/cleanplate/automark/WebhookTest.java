package io.cleanplate.automark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import com.sun.net.httpserver.HttpServer;
import io.cleanplate.error.InputException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WebhookTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private final ManualScheduler time = new ManualScheduler();
    private final List<WebhookOutcome> outcomes = new ArrayList<>();
    private final List<String> bodies = new ArrayList<>();
    private final List<@Nullable String> authorizations = new ArrayList<>();
    private final Deque<Integer> answers = new ArrayDeque<>();
    private final HttpServer server;

    WebhookTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void listen() {
        server.createContext("/", exchange -> {
            bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            authorizations.add(exchange.getRequestHeaders().getFirst("Authorization"));
            exchange.sendResponseHeaders(answers.isEmpty() ? 204 : answers.removeFirst(), -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private Webhook webhook(String user) {
        String url = "http://" + user + "127.0.0.1:" + server.getAddress().getPort() + "/hook/secret-path?key=1";
        return new Webhook(WebhookTarget.parse("NOTIFY_WEBHOOK_URL", url), time, outcomes::add);
    }

    private static CustomerReport report(long marked) {
        return new CustomerReport(
                "customer \"1\"", NOON, NOON.plusSeconds(2), new MarkCounts(27, marked, 2, 0, 0), 7L, null);
    }

    @Test
    void messageTellsWhatWasMarked() {
        webhook("").customerFinished(report(25));
        time.runDue();

        assertThat(bodies)
                .containsExactly("{\"customer\":\"customer \\\"1\\\"\",\"marked\":25,\"failed\":2,\"pending_left\":7,"
                        + "\"started\":\"2026-11-22T12:00:00Z\",\"finished\":\"2026-11-22T12:00:02Z\"}");
        assertThat(outcomes).containsExactly(WebhookOutcome.DELIVERED);
    }

    @Test
    void nobodyIsToldWhenNothingWasMarked() {
        webhook("").customerFinished(report(0));
        time.runDue();

        assertThat(bodies).isEmpty();
    }

    @Test
    void jobDoesNotWaitForTheMessage() {
        webhook("").customerFinished(report(25));

        assertThat(bodies).isEmpty();
    }

    @Test
    void messageIsTriedThreeTimesWithPausesThatGrow() {
        answers.addAll(List.of(503, 500, 204));

        webhook("").customerFinished(report(25));
        time.runDue();
        time.advance(Duration.ofMillis(1999));
        assertThat(bodies).hasSize(1);
        time.advance(Duration.ofMillis(1));
        assertThat(bodies).hasSize(2);
        time.advance(Duration.ofMillis(7999));
        assertThat(bodies).hasSize(2);
        time.advance(Duration.ofMillis(1));

        assertThat(bodies).hasSize(3);
        assertThat(outcomes).containsExactly(WebhookOutcome.DELIVERED);
    }

    @Test
    void messageIsGivenUpAfterThreeTries() {
        Webhook webhook = webhook("");
        server.stop(0);

        webhook.customerFinished(report(25));
        time.advance(Duration.ofMinutes(1));

        assertThat(outcomes).containsExactly(WebhookOutcome.FAILED);
    }

    @Test
    void messageThatIsNotWantedIsNotSentAgain() {
        answers.add(404);

        webhook("").customerFinished(report(25));
        time.advance(Duration.ofMinutes(1));

        assertThat(bodies).hasSize(1);
        assertThat(outcomes).containsExactly(WebhookOutcome.REFUSED);
    }

    @Test
    void messagesBeyondTheQueueAreDropped() {
        Webhook webhook = webhook("");

        for (int i = 0; i <= Webhook.MOST_WAITING; i++) {
            webhook.customerFinished(report(25));
        }

        assertThat(outcomes).containsExactly(WebhookOutcome.DROPPED);
        time.runDue();
        assertThat(bodies).hasSize(Webhook.MOST_WAITING);
        webhook.customerFinished(report(25));
        time.runDue();
        assertThat(bodies).as("with room again").hasSize(Webhook.MOST_WAITING + 1);
    }

    @Test
    void nameAndPasswordAreSentAndNeverLogged() {
        answers.addAll(List.of(503, 400));

        try (LogLines log = new LogLines(Level.DEBUG)) {
            webhook("eva:geheim@").customerFinished(report(25));
            time.advance(Duration.ofMinutes(1));

            assertThat(authorizations).first().isEqualTo("Basic ZXZhOmdlaGVpbQ==");
            assertThat(log.lines())
                    .hasSize(2)
                    .allMatch(line -> line.contains("127.0.0.1") && line.contains("auto-mark"))
                    .noneMatch(line -> line.contains("geheim") || line.contains("eva") || line.contains("secret"));
        }
    }

    @Test
    void addressThatCannotBeUsedIsRefusedWithoutBeingRepeated() {
        for (String url : List.of("ftp://eva:geheim@host/", "https://", "https://eva:geheim@ho st/", "geheim")) {
            assertThatThrownBy(() -> WebhookTarget.parse("NOTIFY_WEBHOOK_URL", url))
                    .isInstanceOf(InputException.class)
                    .hasMessageStartingWith("NOTIFY_WEBHOOK_URL cannot be used")
                    .hasMessageNotContaining("geheim");
        }
    }

    @Test
    void endDropsWhatWaits() {
        Webhook webhook = webhook("");
        webhook.close();

        webhook.customerFinished(report(25));

        assertThat(outcomes).containsExactly(WebhookOutcome.DROPPED);
    }
}

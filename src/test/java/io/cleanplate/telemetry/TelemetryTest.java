package io.cleanplate.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cleanplate.automark.CustomerReport;
import io.cleanplate.automark.MarkCounts;
import io.cleanplate.automark.RunOrder;
import io.cleanplate.automark.RunReport;
import io.cleanplate.automark.WebhookOutcome;
import io.cleanplate.error.UnavailableException;
import io.cleanplate.imaging.Pixels;
import io.cleanplate.inpaint.Device;
import io.cleanplate.inpaint.InpaintOptions;
import io.cleanplate.inpaint.InpaintResult;
import io.cleanplate.inpaint.Inpainter;
import io.cleanplate.inpaint.plan.Strategy;
import io.cleanplate.mask.Mask;
import io.cleanplate.newsroom.CustomerFigures;
import io.cleanplate.newsroom.DatabaseListener.Pool;
import io.cleanplate.newsroom.NewsroomFigures;
import io.cleanplate.newsroom.PictureState;
import io.cleanplate.newsroom.StateCounts;
import io.cleanplate.task.TaskMonitor;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TelemetryTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Pixels PIXELS = new Pixels(1, 1, 1, 8, new byte[1], null);

    private final Telemetry telemetry = new Telemetry();
    private final Deque<Runnable> background = new ArrayDeque<>();
    private final FakeFigures newsroom = new FakeFigures();
    private Instant now = NOON;

    @AfterEach
    void close() {
        telemetry.close();
    }

    private static CustomerReport customer(String name, MarkCounts counts, @Nullable String error) {
        return new CustomerReport(name, NOON, NOON.plusSeconds(2), counts, 0L, error);
    }

    private static RunReport run(@Nullable String error) {
        return runUntil(NOON.plusSeconds(2), error);
    }

    private static RunReport runUntil(Instant finished, @Nullable String error) {
        return new RunReport(new RunReport.Run(1, NOON, RunOrder.SCHEDULED), finished, List.of(), false, error);
    }

    private static CustomerFigures figures(String customer, long pending, @Nullable Instant oldest) {
        return new CustomerFigures(
                new StateCounts(customer, Map.of(PictureState.PENDING, pending, PictureState.CLEANED, 9L)),
                oldest,
                0,
                0);
    }

    private List<String> scraped(String name) {
        return telemetry.scrape().lines().filter(line -> line.startsWith(name)).toList();
    }

    @Test
    void theConfiguredModelsSeriesStandAtZeroBeforeItDidAnything() {
        try (Telemetry fresh = new Telemetry()) {
            fresh.announce("lama", "cpu");

            assertThat(fresh.scrape())
                    .contains("cleanplate_inference_seconds_count{device=\"cpu\",model=\"lama\"} 0")
                    .contains("cleanplate_inference_passes_total{device=\"cpu\",model=\"lama\"} 0.0");
        }
    }

    @Test
    void processAndJvmAreMeasuredFromTheStart() {
        assertThat(telemetry.scrape())
                .contains("\njvm_memory_used_bytes{", "\nprocess_uptime_seconds ", "\njvm_threads_live_threads ");
    }

    @Test
    void scrapeIsPrometheusText() {
        assertThat(telemetry.scrape())
                .contains("# TYPE cleanplate_automark_last_success_seconds gauge\n")
                .endsWith("\n");
    }

    @Test
    void picturesOfTheJobCountByCustomer() {
        telemetry.autoMark().customerFinished(customer("a", new MarkCounts(10, 7, 1, 2, 0), null));
        telemetry.autoMark().customerFinished(customer("a", new MarkCounts(5, 3, 0, 0, 0), "broke"));

        assertThat(scraped("cleanplate_automark_marked"))
                .containsExactly("cleanplate_automark_marked_total{customer=\"a\"} 10.0");
        assertThat(scraped("cleanplate_automark_failed"))
                .containsExactly("cleanplate_automark_failed_total{customer=\"a\"} 1.0");
        assertThat(scraped("cleanplate_automark_lost"))
                .containsExactly("cleanplate_automark_lost_total{customer=\"a\"} 2.0");
        assertThat(scraped("cleanplate_automark_broken"))
                .containsExactly("cleanplate_automark_broken_total{customer=\"a\"} 1.0");
    }

    @Test
    void runsAreCountedAndTimedByHowTheyEnded() {
        telemetry.autoMark().runFinished(run(null));
        telemetry.autoMark().runFinished(run("The database is away."));

        assertThat(scraped("cleanplate_automark_run_seconds"))
                .contains(
                        "cleanplate_automark_run_seconds_count{result=\"done\",trigger=\"scheduled\"} 1",
                        "cleanplate_automark_run_seconds_sum{result=\"done\",trigger=\"scheduled\"} 2.0",
                        "cleanplate_automark_run_seconds_count{result=\"failed\",trigger=\"scheduled\"} 1");
    }

    @Test
    void lastSuccessIsThatOfTheLastRunThatWentWell() {
        assertThat(scraped("cleanplate_automark_last_success"))
                .containsExactly("cleanplate_automark_last_success_seconds 0.0");

        telemetry.autoMark().runFinished(run(null));
        List<String> afterSuccess = scraped("cleanplate_automark_last_success");
        telemetry.autoMark().runFinished(runUntil(NOON.plusSeconds(300), "The database is away."));

        assertThat(afterSuccess)
                .containsExactly("cleanplate_automark_last_success_seconds "
                        + (double) NOON.plusSeconds(2).getEpochSecond());
        assertThat(scraped("cleanplate_automark_last_success")).isEqualTo(afterSuccess);
    }

    @Test
    void customersBeyondTwoHundredCountAsOther() {
        for (int i = 0; i < 1000; i++) {
            telemetry.autoMark().customerFinished(customer("c" + i, new MarkCounts(1, 1, 0, 0, 0), null));
        }

        assertThat(scraped("cleanplate_automark_marked"))
                .hasSize(201)
                .contains("cleanplate_automark_marked_total{customer=\"other\"} 800.0");
    }

    @Test
    void pendingPicturesAreCountedElsewhereAndAtMostOnceAMinute() {
        newsroom.figures = List.of(figures("a", 7, NOON.minusSeconds(60)), figures("b", 3, null));
        telemetry.watch(newsroom, background::add, () -> now);

        assertThat(scraped("cleanplate_pending")).isEmpty();
        background.removeFirst().run();
        assertThat(scraped("cleanplate_pending"))
                .containsExactlyInAnyOrder(
                        "cleanplate_pending{customer=\"a\"} 7.0",
                        "cleanplate_pending{customer=\"b\"} 3.0",
                        "cleanplate_pending_oldest_seconds{customer=\"a\"} "
                                + (double) NOON.minusSeconds(60).getEpochSecond());

        now = NOON.plusSeconds(59);
        telemetry.scrape();
        assertThat(background).isEmpty();
        now = NOON.plusSeconds(60);
        telemetry.scrape();
        telemetry.scrape();
        assertThat(background).hasSize(1);
    }

    @Test
    void pendingFollowsTheNewsroomEvenWhenACustomerIsGone() {
        newsroom.figures = List.of(figures("a", 7, null), figures("b", 3, null));
        telemetry.watch(newsroom, Runnable::run, () -> now);
        telemetry.scrape();

        newsroom.figures = List.of(figures("b", 4, null));
        now = NOON.plusSeconds(60);

        assertThat(scraped("cleanplate_pending")).containsExactly("cleanplate_pending{customer=\"b\"} 4.0");
    }

    @Test
    void othersArePendingTogetherAndAsOldAsTheOldest() {
        List<CustomerFigures> many = new ArrayList<>();
        for (int i = 0; i < 205; i++) {
            many.add(figures("c" + i, 2, i == 203 ? null : NOON.minusSeconds(i)));
        }
        newsroom.figures = many;
        telemetry.watch(newsroom, Runnable::run, () -> now);

        assertThat(scraped("cleanplate_pending"))
                .contains(
                        "cleanplate_pending{customer=\"other\"} 10.0",
                        "cleanplate_pending_oldest_seconds{customer=\"other\"} "
                                + (double) NOON.minusSeconds(204).getEpochSecond());
    }

    @Test
    void countingThatFailsIsTriedAgainAMinuteLater() {
        newsroom.away = true;
        telemetry.watch(newsroom, Runnable::run, () -> now);
        telemetry.scrape();
        newsroom.away = false;
        newsroom.figures = List.of(figures("a", 7, null));

        now = NOON.plusSeconds(60);

        assertThat(scraped("cleanplate_pending")).hasSize(1);
    }

    @Test
    void scrapeWorksWhileTheProgramEnds() {
        telemetry.watch(
                newsroom,
                task -> {
                    throw new RejectedExecutionException();
                },
                () -> now);

        assertThat(telemetry.scrape()).isNotEmpty();
    }

    @Test
    void requestsAreTimedByRouteWithUnusualMethodsTogether() {
        telemetry.http().answered("GET", "/api/customers/{id}/image-config", 200, Duration.ofMillis(250));
        telemetry.http().answered("BREW", "/health", 405, Duration.ofMillis(1));
        telemetry.http().answered("STEEP", "/health", 405, Duration.ofMillis(1));

        assertThat(scraped("cleanplate_http_requests_seconds_count"))
                .containsExactlyInAnyOrder(
                        "cleanplate_http_requests_seconds_count{method=\"GET\",route=\"/api/customers/{id}/image-config\",status=\"200\"} 1",
                        "cleanplate_http_requests_seconds_count{method=\"other\",route=\"/health\",status=\"405\"} 2");
    }

    @Test
    void webhookMessagesCountByWhatBecameOfThem() {
        telemetry.webhook().finished(WebhookOutcome.FAILED);

        assertThat(scraped("cleanplate_webhook_messages"))
                .hasSize(4)
                .contains(
                        "cleanplate_webhook_messages_total{result=\"failed\"} 1.0",
                        "cleanplate_webhook_messages_total{result=\"delivered\"} 0.0");
    }

    @Test
    void databaseShowsItsConnectionsAndCommands() {
        telemetry.database().pool(Pool.OPENED);
        telemetry.database().pool(Pool.OPENED);
        telemetry.database().pool(Pool.TAKEN);
        telemetry.database().pool(Pool.CLOSED);
        telemetry.database().pool(Pool.DENIED);
        telemetry.database().command("find", Duration.ofMillis(500), true);
        telemetry.database().command("find", Duration.ofMillis(500), false);

        assertThat(scraped("cleanplate_mongodb"))
                .contains(
                        "cleanplate_mongodb_pool_connections 1.0",
                        "cleanplate_mongodb_pool_in_use 1.0",
                        "cleanplate_mongodb_pool_denied_total 1.0",
                        "cleanplate_mongodb_commands_seconds_sum{command=\"find\",result=\"done\"} 0.5",
                        "cleanplate_mongodb_commands_seconds_count{command=\"find\",result=\"failed\"} 1");
    }

    @Test
    void inpainterIsCountedAndTimedAndStillDoesItsWork() {
        InpaintResult result = new InpaintResult(
                PIXELS,
                List.of(new InpaintResult.PassSize(64, 64), new InpaintResult.PassSize(64, 64)),
                1_500_000_000L,
                Device.CPU,
                List.of());
        Inpainter measured = telemetry.measured(new FakeInpainter(() -> result), "lama");

        assertThat(inpaint(measured)).isSameAs(result);

        assertThat(scraped("cleanplate_inference"))
                .contains(
                        "cleanplate_inference_passes_total{device=\"cpu\",model=\"lama\"} 2.0",
                        "cleanplate_inference_seconds_sum{device=\"cpu\",model=\"lama\"} 1.5");
        assertThat(scraped("cleanplate_inpaint_pictures_seconds_count"))
                .containsExactly("cleanplate_inpaint_pictures_seconds_count{model=\"lama\",result=\"done\"} 1");
    }

    @Test
    void inpainterThatFailsOrIsCancelledIsCountedAsThat() {
        assertThatThrownBy(() -> inpaint(telemetry.measured(
                        new FakeInpainter(() -> {
                            throw new UnavailableException("memory");
                        }),
                        "lama")))
                .isInstanceOf(UnavailableException.class);
        assertThatThrownBy(() -> inpaint(telemetry.measured(
                        new FakeInpainter(() -> {
                            throw new CancellationException();
                        }),
                        "lama")))
                .isInstanceOf(CancellationException.class);

        assertThat(scraped("cleanplate_inpaint_pictures_seconds_count"))
                .containsExactlyInAnyOrder(
                        "cleanplate_inpaint_pictures_seconds_count{model=\"lama\",result=\"failed\"} 1",
                        "cleanplate_inpaint_pictures_seconds_count{model=\"lama\",result=\"cancelled\"} 1");
    }

    private static InpaintResult inpaint(Inpainter inpainter) {
        return inpainter.inpaint(PIXELS, Mask.empty(1, 1), new InpaintOptions(Strategy.AUTO, 64, 1), TaskMonitor.NONE);
    }

    private record FakeInpainter(Supplier<InpaintResult> work) implements Inpainter {
        @Override
        public InpaintResult inpaint(Pixels pixels, Mask mask, InpaintOptions options, TaskMonitor monitor) {
            return work.get();
        }

        @Override
        public void close() {}
    }

    private static final class FakeFigures implements NewsroomFigures {
        private List<CustomerFigures> figures = List.of();
        private boolean away;

        @Override
        public List<CustomerFigures> figures() {
            if (away) {
                throw new UnavailableException("The database at fake does not answer.");
            }
            return figures;
        }

        @Override
        public long pending(String customer) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<StateCounts> counts() {
            throw new UnsupportedOperationException();
        }
    }
}

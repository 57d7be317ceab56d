package io.cleanplate.telemetry;

import io.cleanplate.error.CleanplateException;
import io.cleanplate.newsroom.CustomerFigures;
import io.cleanplate.newsroom.NewsroomFigures;
import io.cleanplate.newsroom.PictureState;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What waits, by customer: how many pictures, and how old the oldest is. Counting costs the database, so it is done at most
 * once a minute, elsewhere, and when somebody asks; who asks gets what was counted last. Thread-safe.
 */
final class QueueMeters {
    private static final Logger LOG = LoggerFactory.getLogger(QueueMeters.class);
    private static final Duration FRESH = Duration.ofMinutes(1);

    private final NewsroomFigures newsroom;
    private final BoundedLabel customers;
    private final Executor background;
    private final InstantSource clock;
    private final MultiGauge pending;
    private final MultiGauge oldest;
    private final AtomicBoolean counting = new AtomicBoolean();
    private volatile Instant asked = Instant.MIN;

    QueueMeters(
            MeterRegistry registry,
            NewsroomFigures newsroom,
            BoundedLabel customers,
            Executor background,
            InstantSource clock) {
        this.newsroom = newsroom;
        this.customers = customers;
        this.background = background;
        this.clock = clock;
        pending = MultiGauge.builder("cleanplate.pending")
                .description("Pictures that wait for an editor or the job")
                .register(registry);
        oldest = MultiGauge.builder("cleanplate.pending.oldest")
                .description("When the document of the oldest pending picture was made, in seconds since 1970")
                .baseUnit("seconds")
                .register(registry);
    }

    /** Has the figures counted again if they are old; does not wait for it. */
    void refresh() {
        if (clock.instant().isBefore(nextCount()) || !counting.compareAndSet(false, true)) {
            return;
        }
        asked = clock.instant();
        try {
            background.execute(this::count);
        } catch (RejectedExecutionException e) {
            LOG.debug("The program ends: pictures are not counted any more", e);
            counting.set(false);
        }
    }

    private Instant nextCount() {
        Instant last = asked;
        return last.equals(Instant.MIN) ? last : last.plus(FRESH);
    }

    private void count() {
        try {
            show(newsroom.figures());
        } catch (CleanplateException e) {
            LOG.debug("The pending pictures could not be counted for the metrics: {}", e.getMessage());
        } finally {
            counting.set(false);
        }
    }

    private void show(List<CustomerFigures> figures) {
        Map<String, Waiting> byLabel = new HashMap<>();
        for (CustomerFigures of : figures) {
            String label = customers.of(of.counts().customer());
            Waiting waiting = new Waiting(of.counts().in(PictureState.PENDING), of.oldestPending());
            byLabel.merge(label, waiting, Waiting::and);
        }
        List<MultiGauge.Row<?>> counts = new ArrayList<>();
        List<MultiGauge.Row<?>> ages = new ArrayList<>();
        byLabel.forEach((label, waiting) -> {
            Tags tags = Tags.of("customer", label);
            counts.add(MultiGauge.Row.of(tags, waiting.pictures()));
            Instant since = waiting.oldest();
            if (since != null) {
                ages.add(MultiGauge.Row.of(tags, since.getEpochSecond()));
            }
        });
        pending.register(counts, true);
        oldest.register(ages, true);
    }

    /** Pictures of one label. */
    private record Waiting(long pictures, @Nullable Instant oldest) {
        private Waiting and(Waiting other) {
            Instant first =
                    oldest == null || (other.oldest != null && other.oldest.isBefore(oldest)) ? other.oldest : oldest;
            return new Waiting(pictures + other.pictures, first);
        }
    }
}

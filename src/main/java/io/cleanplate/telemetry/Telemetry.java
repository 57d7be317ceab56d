package io.cleanplate.telemetry;

import io.cleanplate.automark.AutoMarkListener;
import io.cleanplate.automark.WebhookListener;
import io.cleanplate.automark.WebhookOutcome;
import io.cleanplate.inpaint.Inpainter;
import io.cleanplate.newsroom.DatabaseListener;
import io.cleanplate.newsroom.NewsroomFigures;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;

/**
 * All meters of the program, and the listeners that feed them. Thread-safe.
 *
 * <p>At most {@value #MOST_CUSTOMERS} customers have series of their own; the rest count as {@code other}.
 */
public final class Telemetry implements AutoCloseable {
    /** What {@link #scrape} answers with. */
    public static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    static final int MOST_CUSTOMERS = 200;

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics collections = new JvmGcMetrics();
    private final BoundedLabel customers = new BoundedLabel(MOST_CUSTOMERS);
    private final AutoMarkListener autoMark = new AutoMarkMeters(registry, customers);
    private final DatabaseListener database = new DatabaseMeters(registry);
    private final HttpMeters http = new HttpMeters(registry);
    private final List<QueueMeters> queues = new CopyOnWriteArrayList<>();

    /** Meters of the JVM and the process at once; of all else once it is watched. */
    public Telemetry() {
        List.of(
                        new ClassLoaderMetrics(),
                        new JvmMemoryMetrics(),
                        new JvmThreadMetrics(),
                        new ProcessorMetrics(),
                        new FileDescriptorMetrics(),
                        new UptimeMetrics(),
                        new ProcessMeters(Path.of("/proc/self/status")),
                        collections)
                .forEach(meters -> meters.bindTo(registry));
        for (WebhookOutcome outcome : WebhookOutcome.values()) {
            webhook(outcome);
        }
    }

    /** To be told of the auto-mark job. */
    public AutoMarkListener autoMark() {
        return autoMark;
    }

    /** To be told of messages to the webhook. */
    public WebhookListener webhook() {
        return outcome -> webhook(outcome).increment();
    }

    /** To be told of the database's connections and commands. */
    public DatabaseListener database() {
        return database;
    }

    /** To be told of requests. */
    public HttpMeters http() {
        return http;
    }

    /**
     * Shows what is pending in a newsroom. Counted at most once a minute, and only while somebody scrapes.
     *
     * @param background does the counting, which may take the database's time
     */
    public void watch(NewsroomFigures newsroom, Executor background, InstantSource clock) {
        queues.add(new QueueMeters(registry, newsroom, customers, background, clock));
    }

    /**
     * Counts and times an inpainter.
     *
     * @param model the model's name
     * @return the same, measured; closes the one given
     */
    public Inpainter measured(Inpainter inpainter, String model) {
        return new MeasuredInpainter(inpainter, registry, model);
    }

    /** Shows the inference series of the configured model from zero on, so that a dashboard finds them at once. */
    public void announce(String model, String device) {
        MeasuredInpainter.announce(registry, model, device);
    }

    /** All meters now, as {@link #CONTENT_TYPE}. Waits for nothing. */
    public String scrape() {
        queues.forEach(QueueMeters::refresh);
        return registry.scrape();
    }

    @Override
    public void close() {
        collections.close();
        registry.close();
    }

    private Counter webhook(WebhookOutcome outcome) {
        return Counter.builder("cleanplate.webhook.messages")
                .description("Messages to the webhook")
                .tag("result", outcome.name().toLowerCase(Locale.ROOT))
                .register(registry);
    }
}

package io.cleanplate.app;

import io.cleanplate.automark.AutoMarkJob;
import io.cleanplate.automark.AutoMarkSettings;
import io.cleanplate.automark.ScheduledAutoMark;
import io.cleanplate.automark.Webhook;
import io.cleanplate.automark.WebhookTarget;
import io.cleanplate.config.ServerSettings;
import io.cleanplate.inpaint.device.Gpus;
import io.cleanplate.newsroom.embedded.EmbeddedNewsroom;
import io.cleanplate.newsroom.mongo.MongoConnection;
import io.cleanplate.newsroom.mongo.MongoLease;
import io.cleanplate.newsroom.mongo.MongoNewsroom;
import io.cleanplate.newsroom.mongo.MongoUrl;
import io.cleanplate.server.HealthFacts;
import io.cleanplate.server.HttpEndpoint;
import io.cleanplate.server.HttpServices;
import io.cleanplate.task.Threads;
import io.cleanplate.telemetry.Telemetry;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Everything that runs without a window: newsroom, job and HTTP, started in this order and stopped in the other. Started
 * and stopped once, by one thread.
 */
public final class Server implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Server.class);
    private static final Duration DRAIN = Duration.ofSeconds(3);

    private final Deque<AutoCloseable> started = new ArrayDeque<>();
    private final InetSocketAddress address;

    /**
     * Starts all of it.
     *
     * @param dataFolder where the embedded newsroom lies
     * @param facts what health tells of this process
     * @throws io.cleanplate.error.CleanplateException when the data folder or the port is taken; nothing runs then
     */
    Server(ServerSettings settings, Path dataFolder, HealthFacts facts, Clock clock) {
        try {
            address = start(settings, dataFolder, facts, clock);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /** Where HTTP listens. */
    public InetSocketAddress address() {
        return address;
    }

    private InetSocketAddress start(ServerSettings settings, Path dataFolder, HealthFacts facts, Clock clock) {
        LOG.info("Settings: {}", settings);
        Telemetry telemetry = new Telemetry();
        started.push(telemetry);
        telemetry.announce(facts.model(), facts.device());
        MongoConnection connection = new MongoConnection(url(settings, dataFolder, clock), telemetry.database());
        started.push(connection);
        ExecutorService background = Executors.newSingleThreadExecutor(Threads.named("newsroom"));
        started.push(background::shutdownNow);
        MongoNewsroom newsroom = new MongoNewsroom(connection, clock, background);
        started.push(newsroom);
        ExecutorService counting = Executors.newSingleThreadExecutor(Threads.named("figures"));
        started.push(counting::shutdownNow);
        telemetry.watch(newsroom, counting, clock);
        LOG.info("The newsroom is at {}", newsroom.where());

        AutoMarkJob job = new AutoMarkJob(newsroom, settings.autoMarkBatch(), clock);
        ScheduledAutoMark autoMark = new ScheduledAutoMark(
                new AutoMarkSettings(settings.autoMark(), settings.autoMarkInterval(), settings.autoMarkBatch()),
                job,
                new MongoLease(connection),
                Executors.newSingleThreadScheduledExecutor(Threads.named("auto-mark")),
                clock);
        started.push(autoMark);
        autoMark.listen(telemetry.autoMark());
        if (settings.webhookUrl() != null) {
            Webhook webhook = new Webhook(
                    WebhookTarget.parse("NOTIFY_WEBHOOK_URL", settings.webhookUrl()),
                    Executors.newSingleThreadScheduledExecutor(Threads.named("webhook")),
                    telemetry.webhook());
            started.push(webhook);
            autoMark.listen(webhook);
        }

        HttpEndpoint http = new HttpEndpoint(
                new HttpServices(facts, newsroom, autoMark, telemetry::scrape, telemetry.http()::answered),
                settings.apiToken(),
                clock);
        started.push(() -> http.stop(DRAIN));
        InetSocketAddress listening = http.start(settings.httpHost(), settings.httpPort());
        LOG.info("HTTP listens on {}:{}", settings.httpHost(), listening.getPort());
        autoMark.start();
        return listening;
    }

    private MongoUrl url(ServerSettings settings, Path dataFolder, Clock clock) {
        if (settings.mongoUrl() != null) {
            return MongoUrl.parse("MONGODB_URL", settings.mongoUrl());
        }
        EmbeddedNewsroom embedded = NewsroomAccess.startEmbedded(dataFolder, clock);
        started.push(embedded);
        return embedded.url();
    }

    /** Stops in the order opposite to the start: readiness and HTTP, job, newsroom, embedded database. Never throws. */
    @Override
    public void close() {
        while (!started.isEmpty()) {
            try {
                started.pop().close();
            } catch (Exception e) {
                LOG.error("Stopping a part failed", e);
            }
        }
    }

    /**
     * What health tells of a process that never loads a model.
     *
     * @param model what is configured
     * @param device what is configured and there
     * @param gpus the graphics cards found
     * @param version of the program
     */
    public record Facts(String model, String device, Gpus gpus, String version) implements HealthFacts {}
}

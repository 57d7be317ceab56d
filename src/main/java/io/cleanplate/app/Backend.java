package io.cleanplate.app;

import io.cleanplate.automark.AutoMark;
import io.cleanplate.automark.AutoMarkJob;
import io.cleanplate.automark.AutoMarkSettings;
import io.cleanplate.automark.ScheduledAutoMark;
import io.cleanplate.automark.Webhook;
import io.cleanplate.automark.WebhookTarget;
import io.cleanplate.config.ServerSettings;
import io.cleanplate.newsroom.Newsroom;
import io.cleanplate.newsroom.mongo.MongoConnection;
import io.cleanplate.newsroom.mongo.MongoLease;
import io.cleanplate.newsroom.mongo.MongoNewsroom;
import io.cleanplate.newsroom.mongo.MongoProfiles;
import io.cleanplate.server.HealthFacts;
import io.cleanplate.server.HttpEndpoint;
import io.cleanplate.server.HttpServices;
import io.cleanplate.task.Threads;
import io.cleanplate.telemetry.Telemetry;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the server and the desktop both run: newsroom, job, their meters, and HTTP. Loads nothing of a display or of the
 * model library. Started and stopped once, by one thread; what it hands out is thread-safe.
 */
final class Backend implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Backend.class);
    private static final Duration DRAIN = Duration.ofSeconds(3);

    private final ServerSettings settings;
    private final Clock clock;
    private final Parts parts = new Parts();
    private final Telemetry telemetry = new Telemetry();
    private final MongoConnection connection;
    private final MongoNewsroom newsroom;
    private final ScheduledAutoMark autoMark;

    /**
     * Connects to the newsroom, whether it answers or not. No run is scheduled and nothing listens yet.
     *
     * @param place closed with this
     */
    Backend(ServerSettings settings, NewsroomPlace place, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        parts.add(place);
        parts.add(telemetry);
        LOG.info("Settings: {}", settings);
        try {
            connection = parts.add(new MongoConnection(place.url(), telemetry.database()));
            newsroom = newsroom(connection);
            autoMark = autoMark(connection, settings.autoMark() && place.other() == null);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private MongoNewsroom newsroom(MongoConnection connection) {
        ExecutorService background = Executors.newSingleThreadExecutor(Threads.named("newsroom"));
        parts.add(background::shutdownNow);
        MongoNewsroom opened = parts.add(new MongoNewsroom(connection, clock, background));
        ExecutorService counting = Executors.newSingleThreadExecutor(Threads.named("figures"));
        parts.add(counting::shutdownNow);
        telemetry.watch(opened, counting, clock);
        LOG.info("The newsroom is at {}", opened.where());
        return opened;
    }

    private ScheduledAutoMark autoMark(MongoConnection connection, boolean scheduled) {
        ScheduledAutoMark made = parts.add(new ScheduledAutoMark(
                new AutoMarkSettings(scheduled, settings.autoMarkInterval(), settings.autoMarkBatch()),
                new AutoMarkJob(newsroom, settings.autoMarkBatch(), clock),
                new MongoLease(connection),
                Executors.newSingleThreadScheduledExecutor(Threads.named("auto-mark")),
                clock));
        made.listen(telemetry.autoMark());
        if (settings.webhookUrl() != null) {
            made.listen(parts.add(new Webhook(
                    WebhookTarget.parse("NOTIFY_WEBHOOK_URL", settings.webhookUrl()),
                    Executors.newSingleThreadScheduledExecutor(Threads.named("webhook")),
                    telemetry.webhook())));
        }
        return made;
    }

    /** Pictures and customers. */
    Newsroom newsroom() {
        return newsroom;
    }

    /** The newsroom's watermark profiles. Made anew by each call: a server, which needs none, loads nothing for them. */
    MongoProfiles profiles() {
        return new MongoProfiles(connection, clock);
    }

    /** The job. */
    AutoMark autoMark() {
        return autoMark;
    }

    /** All meters. */
    Telemetry telemetry() {
        return telemetry;
    }

    /**
     * Serves health, metrics and API.
     *
     * @return where it listens
     * @throws io.cleanplate.error.InputException when that cannot be listened on: says why
     */
    InetSocketAddress listen(HealthFacts facts) {
        telemetry.announce(facts.model(), facts.device());
        HttpEndpoint http = new HttpEndpoint(
                new HttpServices(facts, newsroom, autoMark, telemetry::scrape, telemetry.http()::answered),
                settings.apiToken(),
                clock);
        parts.add(() -> http.stop(DRAIN));
        InetSocketAddress address = http.start(settings.httpHost(), settings.httpPort());
        LOG.info("HTTP listens on {}:{}", settings.httpHost(), address.getPort());
        return address;
    }

    /** Schedules the job's runs, if any are to be made in this process. */
    void schedule() {
        autoMark.start();
    }

    /** Stops in the order opposite to the start: readiness and HTTP, job, newsroom, embedded database. Never throws. */
    @Override
    public void close() {
        parts.close();
    }
}

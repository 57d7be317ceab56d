package io.cleanplate.app;

import io.cleanplate.automark.AutoMark;
import io.cleanplate.automark.RunRequest;
import io.cleanplate.config.LogSettings;
import io.cleanplate.config.ServerSettings;
import io.cleanplate.config.Settings;
import io.cleanplate.error.InputException;
import io.cleanplate.inpaint.model.ModelStore;
import io.cleanplate.newsroom.Newsroom;
import io.cleanplate.newsroom.embedded.EmbeddedServer;
import io.cleanplate.newsroom.embedded.RunningServer;
import io.cleanplate.server.HealthFacts;
import io.cleanplate.telemetry.Telemetry;
import io.cleanplate.watermark.ProfileStore;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What stands under the desktop's windows: newsroom, job and HTTP as a server has them, and the engines. It opens whether
 * the database answers or not. Where another Cleanplate has the embedded newsroom of this data folder open, this one uses
 * it too, and leaves schedule and HTTP to the other.
 *
 * <p>Started and stopped once, by one thread; what it hands out is thread-safe.
 */
public final class Workstation implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Workstation.class);

    private final Application application;
    private final Parts parts = new Parts();
    private final Backend backend;
    private final ProfileStore profiles;
    private final Engines engines;
    private final CleaningServices cleaning;
    private final MarkServices marks;
    private final HealthFacts facts;
    private final @Nullable RunningServer other;
    private @Nullable InetSocketAddress httpAddress;
    private @Nullable String httpNotice;
    private @Nullable String httpTrouble;
    private final boolean embedded;

    /**
     * Starts all of it.
     *
     * @param facts what health tells of this process
     * @throws io.cleanplate.error.CleanplateException when the data folder cannot be used; nothing runs then
     */
    Workstation(Application application, EngineOpener opener, ServerSettings server, HealthFacts facts) {
        this.application = application;
        this.facts = facts;
        this.embedded = server.mongoUrl() == null;
        Settings settings = application.settings();
        NewsroomPlace place = NewsroomPlace.ownOrShared(server.mongoUrl(), settings.dataFolder(), application.clock());
        other = place.other();
        backend = parts.add(new Backend(server, place, application.clock()));
        profiles = backend.profiles();
        engines = parts.add(new Engines(opener, application.models(), settings.device(), backend.telemetry()));
        try {
            cleaning = parts.add(new CleaningServices(
                    new CleaningServices.Surroundings(
                            settings.dataFolder(),
                            application.choices().cleaning(),
                            application.choices().hosts(),
                            server.mongoUrl() != null,
                            facts.version()),
                    backend.newsroom(),
                    application.clock()));
            marks = parts.add(
                    new MarkServices(profiles, backend.newsroom(), cleaning.loader(), engines, application.clock()));
            if (other == null) {
                listen();
            }
            backend.schedule();
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private void listen() {
        try {
            httpAddress = backend.listen(facts);
        } catch (InputException e) {
            LOG.warn("{}", e.getMessage());
            httpTrouble = "its address or port cannot be used";
            httpNotice = "Health, metrics and API are off. " + e.getMessage();
        }
    }

    /**
     * Adds a service that stands on these: it is stopped before them, and those added later before it. For the thread that
     * starts and stops this.
     */
    public <T extends AutoCloseable> T add(T service) {
        return parts.add(service);
    }

    /** What the environment says. */
    public Settings settings() {
        return application.settings();
    }

    /** The time. */
    public Clock clock() {
        return application.clock();
    }

    /** Pictures and customers. */
    public Newsroom newsroom() {
        return backend.newsroom();
    }

    /** The marks that the newsroom's editors have learned. */
    public ProfileStore profiles() {
        return profiles;
    }

    /** The job; its status tells whether this process schedules it. Runs can be asked for in any case. */
    public AutoMark autoMark() {
        return backend.autoMark();
    }

    /**
     * Has the job run now, beside its schedule; returns at once.
     *
     * @param customer only this one, which must have auto-mark on; null for all that have
     */
    public RunRequest runAutoMarkNow(@Nullable String customer) {
        return backend.autoMark().request(customer);
    }

    /** What removes marks. */
    public Engines engines() {
        return engines;
    }

    /** The models and their files. */
    public ModelStore models() {
        return application.models();
    }

    /** What an editor's work stands on. */
    public CleaningServices cleaning() {
        return cleaning;
    }

    /** What known marks propose, and how new ones are learned. */
    public MarkServices marks() {
        return marks;
    }

    /** What health tells of this process. */
    public HealthFacts facts() {
        return facts;
    }

    /** All meters. */
    public Telemetry telemetry() {
        return backend.telemetry();
    }

    /** Where HTTP listens; empty when it does not. */
    public Optional<InetSocketAddress> httpAddress() {
        return Optional.ofNullable(httpAddress);
    }

    /** Whether the newsroom is the embedded one, of this process or another. */
    public boolean embedded() {
        return embedded;
    }

    /** Why HTTP does not listen, as a clause; null when it does, or another process on this data folder does. */
    public @Nullable String httpTrouble() {
        return httpTrouble;
    }

    /** What to tell the person when HTTP should listen and does not. */
    public Optional<String> httpNotice() {
        return Optional.ofNullable(httpNotice);
    }

    /** What to tell the person when another Cleanplate has the embedded newsroom open. */
    public Optional<String> sharedNotice() {
        return Optional.ofNullable(other)
                .map(running -> "The newsroom is that of another Cleanplate, process " + running.pid()
                        + ": while it runs, it makes the auto-mark runs and serves health for this window, too.");
    }

    /**
     * Whether the other Cleanplate, whose embedded newsroom this one uses, has ended: then the newsroom comes back only when
     * this one is started again. Reads a file.
     */
    public boolean sharedEnded() {
        return other != null
                && !EmbeddedServer.running(NewsroomPlace.folder(dataFolder())).equals(Optional.of(other));
    }

    /** Where models, caches and the embedded newsroom lie. */
    public Path dataFolder() {
        return settings().dataFolder();
    }

    /** The log that this process writes beside its console. */
    public Path logFile() {
        return LogSettings.file(dataFolder());
    }

    /**
     * Stops what was added, the engines, HTTP, job and newsroom, in this order; each takes 10 seconds at most. Never throws.
     */
    @Override
    public void close() {
        parts.close();
    }
}

package io.cleanplate.app;

import io.cleanplate.app.EngineStatus.Stage;
import io.cleanplate.cleaning.edit.Remover;
import io.cleanplate.config.DeviceChoice;
import io.cleanplate.error.CleanplateException;
import io.cleanplate.error.ErrorCode;
import io.cleanplate.imaging.Pixels;
import io.cleanplate.inpaint.Device;
import io.cleanplate.inpaint.InpaintResult;
import io.cleanplate.inpaint.device.Gpu;
import io.cleanplate.inpaint.device.ResolvedDevice;
import io.cleanplate.inpaint.model.ModelCatalog;
import io.cleanplate.inpaint.model.ModelEntry;
import io.cleanplate.inpaint.model.ModelStore;
import io.cleanplate.mask.Mask;
import io.cleanplate.task.TaskMonitor;
import io.cleanplate.task.Threads;
import io.cleanplate.telemetry.Telemetry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The engines of the desktop: each model is loaded on a background thread when it is first used or warmed up, and stays
 * until the end; all run on one device. Thread-safe.
 */
public final class Engines implements Remover, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Engines.class);
    private static final long LOOK_MILLIS = 50;
    private static final long PATIENCE_SECONDS = 10;

    private final EngineOpener opener;
    private final ModelStore models;
    private final Telemetry telemetry;
    private final ExecutorService background = Executors.newCachedThreadPool(Threads.named("engine"));
    private final List<Consumer<EngineStatus>> listeners = new CopyOnWriteArrayList<>();
    private final Map<String, CompletableFuture<Engine>> engines = new HashMap<>();
    private volatile RemovalOptions options = RemovalOptions.USUAL;

    /** Apart from this object's lock, since looking for graphics cards takes its time. */
    private final Object deciding = new Object();

    private DeviceChoice choice;
    private volatile @Nullable ResolvedDevice device;
    private boolean closed;

    /**
     * Loads nothing yet.
     *
     * @param choice where models are to run
     * @param telemetry counts and times every removal
     */
    Engines(EngineOpener opener, ModelStore models, DeviceChoice choice, Telemetry telemetry) {
        this.opener = opener;
        this.models = models;
        this.choice = choice;
        this.telemetry = telemetry;
    }

    /** What a person may choose from: {@code auto}, then the models' names. */
    public List<String> choices() {
        return Stream.concat(
                        Stream.of(ModelCatalog.AUTO),
                        models.catalog().entries().stream().map(ModelEntry::name))
                .toList();
    }

    /** The name of the model that a choice comes to on this machine; may look for graphics cards. */
    public String modelFor(String chosen) {
        return name(chosen);
    }

    /** Why models could not run there, a sentence; empty when they could. Looks for graphics cards. */
    public Optional<String> whyNot(DeviceChoice wanted) {
        try {
            opener.resolve(wanted);
            return Optional.empty();
        } catch (CleanplateException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /** The graphics cards of this machine. */
    public List<Gpu> cards() {
        return opener.cards();
    }

    /** Where models are to run. */
    public DeviceChoice deviceChoice() {
        synchronized (deciding) {
            return choice;
        }
    }

    /** How to remove from the next picture on. */
    public void use(RemovalOptions chosen) {
        options = chosen;
    }

    /**
     * Has models run elsewhere. Possible until the first is loaded; after that it takes a new start of the program. Looks
     * for graphics cards then, so it is not for the window's thread.
     *
     * @return what to tell the person when it takes a new start; empty when it holds at once
     * @throws CleanplateException when the device asked for is not to be had; nothing changes then
     */
    public Optional<String> changeDevice(DeviceChoice wanted) {
        synchronized (deciding) {
            ResolvedDevice now = device;
            if (now == null || !settled()) {
                choice = wanted;
                device = null;
                return Optional.empty();
            }
            Device then = opener.resolve(wanted).device();
            return then.equals(now.device())
                    ? Optional.empty()
                    : Optional.of("Models run on " + now.device() + " until Cleanplate is started anew, then on " + then
                            + ".");
        }
    }

    /** Loads a model in the background, so that its first use is quick; a failure shows in the status. Returns at once. */
    public void warmUp(String model) {
        try {
            background.execute(() -> begin(model));
        } catch (RejectedExecutionException e) {
            LOG.debug("Nothing is warmed up while the program ends", e);
        }
    }

    private void begin(String model) {
        try {
            LOG.debug("Warming up {}: {}", model, engine(name(model)).state());
        } catch (CancellationException e) {
            LOG.debug("Nothing is warmed up while the program ends", e);
        }
    }

    /**
     * Removes, as {@link Remover} promises.
     *
     * @param model a model's name, or {@code auto}
     */
    @Override
    public InpaintResult remove(Pixels pixels, Mask mask, String model, TaskMonitor monitor) {
        RemovalOptions chosen = options;
        Engine engine = await(engine(name(model)), monitor);
        return engine.inpainter().inpaint(pixels, mask, chosen.with(engine.margin()), monitor);
    }

    /** How it stands now; looks at the models' files. */
    public EngineStatus status() {
        ResolvedDevice resolved = device;
        return new EngineStatus(
                models.catalog().entries().stream().map(this::status).toList(),
                resolved == null ? null : resolved.device(),
                resolved == null ? null : resolved.notice());
    }

    /** Tells of every change of the status from now on, on a thread of the engines'. */
    public void listen(Consumer<EngineStatus> listener) {
        listeners.add(listener);
    }

    private EngineStatus.OfModel status(ModelEntry entry) {
        CompletableFuture<Engine> engine = known(entry.name());
        if (engine == null) {
            boolean there = models.state(entry.name()).isThere();
            return new EngineStatus.OfModel(entry.name(), there ? Stage.NOT_LOADED : Stage.NOT_THERE, null);
        }
        return switch (engine.state()) {
            case RUNNING -> new EngineStatus.OfModel(entry.name(), Stage.LOADING, null);
            case SUCCESS -> new EngineStatus.OfModel(entry.name(), Stage.READY, null);
            case FAILED, CANCELLED ->
                new EngineStatus.OfModel(entry.name(), Stage.FAILED, sentence(engine.exceptionNow()));
        };
    }

    private static String sentence(Throwable failure) {
        return failure instanceof CleanplateException known
                ? String.valueOf(known.getMessage())
                : ErrorCode.sentence(failure);
    }

    /** The model that a choice comes to. Where the device is not to be had, loading the model will say why. */
    private String name(String model) {
        boolean onCuda = false;
        if (model.equals(ModelCatalog.AUTO)) {
            try {
                onCuda = device().device() instanceof Device.Cuda;
            } catch (CleanplateException e) {
                LOG.debug("The model is chosen as for the processor", e);
            }
        }
        return models.choose(model, onCuda).name();
    }

    private ResolvedDevice device() {
        synchronized (deciding) {
            ResolvedDevice known = device;
            if (known == null) {
                known = opener.resolve(choice);
                device = known;
            }
            return known;
        }
    }

    private synchronized @Nullable CompletableFuture<Engine> known(String name) {
        return engines.get(name);
    }

    /** Whether a model runs or is about to, on the device chosen. */
    private synchronized boolean settled() {
        return opener.started() || engines.values().stream().anyMatch(engine -> !engine.isCompletedExceptionally());
    }

    private synchronized CompletableFuture<Engine> engine(String name) {
        if (closed) {
            throw new CancellationException("the engines are closed");
        }
        CompletableFuture<Engine> known = engines.get(name);
        if (known != null && !known.isCompletedExceptionally()) {
            return known;
        }
        CompletableFuture<Engine> engine = new CompletableFuture<>();
        engines.put(name, engine);
        background.execute(() -> load(name, engine));
        return engine;
    }

    private void load(String name, CompletableFuture<Engine> target) {
        tell();
        try {
            Engine engine = opener.open(name, device());
            LOG.info("The model {} is ready on {}", name, engine.device());
            target.complete(new Engine(
                    telemetry.measured(engine.inpainter(), name),
                    name,
                    engine.device(),
                    engine.margin(),
                    engine.notices()));
        } catch (RuntimeException | Error e) {
            LOG.warn("The model {} could not be loaded", name, e);
            target.completeExceptionally(e);
        }
        tell();
    }

    private void tell() {
        EngineStatus now = status();
        listeners.forEach(listener -> listener.accept(now));
    }

    private static Engine await(CompletableFuture<Engine> engine, TaskMonitor monitor) {
        while (true) {
            monitor.checkCancelled();
            try {
                return engine.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                // Loading takes seconds and cannot be stopped; who waits for it can.
                LOG.trace("Waiting for the model", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw (CancellationException) new CancellationException("interrupted").initCause(e);
            } catch (ExecutionException e) {
                throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e);
            }
        }
    }

    /**
     * Frees the models; removals that run are cancelled at their next pass. Returns within {@value #PATIENCE_SECONDS}
     * seconds: a pass or a load that takes longer ends with the process.
     */
    @Override
    public void close() {
        List<CompletableFuture<Engine>> open;
        synchronized (this) {
            closed = true;
            open = List.copyOf(engines.values());
            engines.clear();
        }
        open.forEach(engine -> background.execute(() -> close(engine)));
        background.shutdown();
        try {
            if (!background.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("A model is still at work: it ends with the process");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void close(CompletableFuture<Engine> engine) {
        try {
            engine.join().close();
        } catch (CompletionException e) {
            LOG.debug("Nothing to close: the model was not loaded", e);
        }
    }
}

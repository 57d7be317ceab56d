package io.cleanplate.desktop;

import io.cleanplate.app.EngineStatus;
import io.cleanplate.app.Workstation;
import io.cleanplate.automark.AutoMarkStatus;
import io.cleanplate.desktop.status.StatusSource;
import io.cleanplate.inpaint.Device;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What the status line says, asked of the workstation's services. Thread-safe. */
final class WorkstationStatus implements StatusSource {
    private final Workstation station;
    private final Supplier<String> model;
    private final AtomicReference<@Nullable Instant> awaySince = new AtomicReference<>();

    /**
     * For a workstation.
     *
     * @param model the name of the model that is used now; asked on any thread
     */
    WorkstationStatus(Workstation station, Supplier<String> model) {
        this.station = station;
        this.model = model;
    }

    @Override
    public EngineState engine() {
        EngineStatus status = station.engines().status();
        String name = model.get();
        Device device = status.device();
        String on = device == null ? station.facts().device() : device.toString();
        return status.models().stream()
                .filter(each -> each.model().equals(name))
                .findFirst()
                .map(each -> new EngineState(
                        name, on, phase(each.stage()), each.why() == null ? status.notice() : each.why()))
                .orElseGet(() -> new EngineState(name, on, EngineState.Phase.IDLE, status.notice()));
    }

    private static EngineState.Phase phase(EngineStatus.Stage stage) {
        return switch (stage) {
            case NOT_THERE, NOT_LOADED -> EngineState.Phase.IDLE;
            case LOADING -> EngineState.Phase.LOADING;
            case READY -> EngineState.Phase.READY;
            case FAILED -> EngineState.Phase.FAILED;
        };
    }

    @Override
    public DatabaseState database() {
        if (station.newsroom().connected()) {
            awaySince.set(null);
        } else {
            awaySince.compareAndSet(null, station.clock().instant());
        }
        return new DatabaseState(
                station.embedded() ? "Demo newsroom" : station.newsroom().where(),
                awaySince.get(),
                station.cleaning().outbox().waiting().size());
    }

    @Override
    public AutoMarkStatus autoMark() {
        return station.autoMark().status();
    }

    @Override
    public @Nullable String httpTrouble() {
        return station.httpTrouble();
    }
}

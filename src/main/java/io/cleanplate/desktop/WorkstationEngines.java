package io.cleanplate.desktop;

import io.cleanplate.app.EngineStatus;
import io.cleanplate.app.Workstation;
import io.cleanplate.config.DeviceChoice;
import io.cleanplate.config.Preferences.Variables;
import io.cleanplate.config.Settings;
import io.cleanplate.desktop.status.EngineControl;
import io.cleanplate.inpaint.model.ModelCatalog;
import io.cleanplate.inpaint.model.ModelEntry;
import io.cleanplate.task.TaskMonitor;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Chooses models and devices of the workstation. Thread-safe. */
final class WorkstationEngines implements EngineControl {
    private final Workstation station;
    private final Map<String, String> environment;
    private final Consumer<String> use;
    private volatile String chosen;

    /**
     * For a workstation.
     *
     * @param environment the real variables, which win over what is chosen
     * @param use told the name of the model to use from now on; on any thread
     */
    WorkstationEngines(Workstation station, Map<String, String> environment, Consumer<String> use) {
        this.station = station;
        this.environment = environment;
        this.use = use;
        this.chosen = station.settings().model();
    }

    /** Has the model used that the settings come to on this machine, and loads it. */
    void start() {
        use(chosen);
    }

    private void use(String choice) {
        String model = station.engines().modelFor(choice);
        station.engines().warmUp(model);
        use.accept(model);
    }

    /** Whether a model is worth running before somebody asks for it: the small one always, the large one on a graphics card. */
    boolean quick(String model) {
        EngineStatus status = station.engines().status();
        return model.equals(ModelCatalog.SEE_THROUGH)
                || (status.device() instanceof io.cleanplate.inpaint.Device.Cuda
                        && status.models().stream()
                                .anyMatch(each ->
                                        each.model().equals(model) && each.stage() == EngineStatus.Stage.READY));
    }

    @Override
    public Options options() {
        List<Model> models = new ArrayList<>();
        models.add(new Model(
                ModelCatalog.AUTO, "lama on a graphics card when its weights are there, else see-through", "", null));
        EngineStatus status = station.engines().status();
        station.models().catalog().entries().forEach(entry -> models.add(model(entry, status)));
        List<Device> devices = new ArrayList<>();
        devices.add(new Device("auto", "Automatic: a graphics card where one can be used", null));
        devices.add(new Device("cpu", "Processor", null));
        station.engines().cards().forEach(card -> {
            String name = "cuda:" + card.index();
            devices.add(new Device(
                    name,
                    card.name(),
                    station.engines()
                            .whyNot(DeviceChoice.parse("The device", name))
                            .orElse(null)));
        });
        return new Options(
                models,
                chosen,
                setBy(Variables.MODEL),
                devices,
                station.engines().deviceChoice().toString(),
                setBy(Variables.DEVICE));
    }

    private Model model(ModelEntry entry, EngineStatus status) {
        EngineStatus.OfModel now = status.models().stream()
                .filter(each -> each.model().equals(entry.name()))
                .findFirst()
                .orElseThrow();
        String state = switch (now.stage()) {
            case NOT_THERE -> "not on this machine";
            case NOT_LOADED -> "there";
            case LOADING -> "being loaded";
            case READY -> "ready";
            case FAILED -> Objects.requireNonNullElse(now.why(), "could not be loaded");
        };
        Download download = now.stage() == EngineStatus.Stage.NOT_THERE
                ? new Download(
                        entry.approximateMegabytes(),
                        Objects.requireNonNullElse(URI.create(entry.source()).getHost(), entry.source()),
                        entry.card().licence())
                : null;
        return new Model(entry.name(), "for " + entry.card().goodFor(), state, download);
    }

    private @Nullable String setBy(String variable) {
        return environment.getOrDefault(variable, "").isBlank() ? null : variable;
    }

    @Override
    public Optional<String> choose(String model, String device) {
        String checked = Settings.model("The model", model);
        if (!checked.equals(ModelCatalog.AUTO)
                && !station.models().state(checked).isThere()) {
            // Says how to get it.
            station.models().find(checked);
        }
        Optional<String> restart = station.engines().changeDevice(DeviceChoice.parse("The device", device));
        chosen = checked;
        use(checked);
        return restart;
    }

    @Override
    public void fetch(String model, TaskMonitor monitor) {
        station.models().fetch(model, monitor);
    }
}

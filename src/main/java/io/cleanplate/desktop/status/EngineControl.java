package io.cleanplate.desktop.status;

import io.cleanplate.task.TaskMonitor;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What can be chosen to clean pictures with. Called on background threads; may take seconds. */
public interface EngineControl {
    /** What there is to choose from now. */
    Options options();

    /**
     * Chooses model and device, by their names.
     *
     * @return a sentence when the choice counts only after a restart
     * @throws io.cleanplate.error.CleanplateException when they cannot be used
     */
    Optional<String> choose(String model, String device);

    /**
     * Downloads a model's file; only after the person agreed.
     *
     * @param monitor counts bytes, and is asked whether to stop
     * @throws io.cleanplate.error.CleanplateException when the file is not to be had
     */
    void fetch(String model, TaskMonitor monitor);

    /**
     * What there is to choose from.
     *
     * @param models in the order to show
     * @param model the name of the one chosen
     * @param modelSetBy the variable that sets the model, which then cannot be chosen; null when none does
     * @param devices in the order to show
     * @param device the name of the one chosen
     * @param deviceSetBy the variable that sets the device, which then cannot be chosen; null when none does
     */
    record Options(
            List<Model> models,
            String model,
            @Nullable String modelSetBy,
            List<Device> devices,
            String device,
            @Nullable String deviceSetBy) {
        /** Copies the lists. */
        public Options {
            models = List.copyOf(models);
            devices = List.copyOf(devices);
        }
    }

    /**
     * A model.
     *
     * @param name as in settings
     * @param description one line: what it is good for, or for {@code auto} what it means
     * @param state {@code ready}, {@code loaded} or such, for people
     * @param download what there is to fetch before it can be chosen; null when its file is there
     */
    record Model(
            String name,
            String description,
            String state,
            @Nullable Download download) {}

    /**
     * A file to be fetched.
     *
     * @param megabytes about how large
     * @param host from where
     * @param licence of what is fetched
     */
    record Download(long megabytes, String host, String licence) {}

    /**
     * A device.
     *
     * @param name as in settings: {@code auto}, {@code cpu}, {@code cuda:0}
     * @param label for people
     * @param whyNot why it cannot be chosen, in a sentence; null when it can
     */
    record Device(String name, String label, @Nullable String whyNot) {}
}

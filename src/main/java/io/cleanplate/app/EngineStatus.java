package io.cleanplate.app;

import io.cleanplate.inpaint.Device;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How it stands with the engines.
 *
 * @param models each model, in the order of the catalogue
 * @param device where models run; null until the first is loaded or chosen automatically
 * @param notice a sentence about that device that the person should see once, or null
 */
public record EngineStatus(
        List<OfModel> models,
        @Nullable Device device,
        @Nullable String notice) {
    /** Keeps a copy of the list. */
    public EngineStatus {
        models = List.copyOf(models);
    }

    /**
     * One model.
     *
     * @param model its name
     * @param stage how far it is
     * @param why what it failed of, a sentence; null unless it failed
     */
    public record OfModel(
            String model, Stage stage, @Nullable String why) {}

    /** How far a model is. */
    public enum Stage {
        /** Its file is not on this machine. */
        NOT_THERE,
        /** Its file is there; it is loaded when it is first used. */
        NOT_LOADED,
        /** It is being loaded. */
        LOADING,
        /** It removes at once. */
        READY,
        /** It could not be loaded; the next use tries again. */
        FAILED
    }
}

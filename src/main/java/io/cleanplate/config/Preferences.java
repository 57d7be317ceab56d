package io.cleanplate.config;

import com.google.gson.annotations.SerializedName;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a person at this machine chose, kept between runs. A null field was never chosen. Immutable.
 *
 * @param work what pictures and newsroom depend on
 * @param look how the window looks
 * @param session where the last one was left
 */
public record Preferences(Work work, Look look, Session session) {
    /** Nothing chosen yet. */
    public static final Preferences NONE = new Preferences(Work.NONE, Look.NONE, Session.NONE);

    /** Parts that a file leaves out count as not chosen. */
    public Preferences {
        work = Objects.requireNonNullElse(work, Work.NONE);
        look = Objects.requireNonNullElse(look, Look.NONE);
        session = Objects.requireNonNullElse(session, Session.NONE);
    }

    /**
     * What pictures and newsroom depend on.
     *
     * @param editorName goes into {@code cleaned_by} and {@code updated_by}
     * @param mongoUrl the newsroom's connection string; may hold a password
     * @param outputFolder where cleaned pictures go
     * @param baseUrl written before a cleaned picture's path in place of the folder
     * @param model as {@link Settings#model(String, String)} reads it
     * @param device as {@link DeviceChoice#parse} reads it
     * @param margin pixels of surroundings that the model sees
     * @param feather pixels over which result and original are blended
     */
    public record Work(
            @Nullable String editorName,
            @Nullable String mongoUrl,
            @Nullable String outputFolder,
            @Nullable String baseUrl,
            @Nullable String model,
            @Nullable String device,
            @Nullable Integer margin,
            @Nullable Integer feather) {
        /** Nothing chosen yet. */
        public static final Work NONE = new Work(null, null, null, null, null, null, null, null);

        /** The same with another model and device. */
        public Work withEngine(String newModel, String newDevice) {
            return new Work(editorName, mongoUrl, outputFolder, baseUrl, newModel, newDevice, margin, feather);
        }

        /** What can be used; each value that cannot is left out and told in a sentence. */
        Work checked(Consumer<String> told) {
            return new Work(
                    PreferenceRules.usable(editorName, PreferenceRules::editorName, "editorName", told),
                    PreferenceRules.usable(mongoUrl, PreferenceRules::mongoUrl, "mongoUrl", told),
                    PreferenceRules.usable(outputFolder, PreferenceRules::folder, "outputFolder", told),
                    PreferenceRules.usable(baseUrl, PreferenceRules::baseUrl, "baseUrl", told),
                    PreferenceRules.usable(model, Settings::model, "model", told),
                    PreferenceRules.usable(device, DeviceChoice::parse, "device", told),
                    PreferenceRules.usable(
                            margin, (where, n) -> PreferenceRules.margin(where, n.toString()), "margin", told),
                    PreferenceRules.usable(
                            feather, (where, n) -> PreferenceRules.feather(where, n.toString()), "feather", told));
        }

        /** For people and logs: no secret shows. */
        @Override
        public String toString() {
            return "Work[editorName=" + editorName + ", mongoUrl=" + (mongoUrl == null ? null : "(set)")
                    + ", outputFolder=" + outputFolder + ", baseUrl=" + baseUrl + ", model=" + model + ", device="
                    + device + ", margin=" + margin + ", feather=" + feather + "]";
        }
    }

    /** Whether the window is light or dark. */
    public enum Theme {
        /** As the system says. */
        @SerializedName("system")
        SYSTEM,
        /** Light. */
        @SerializedName("light")
        LIGHT,
        /** Dark. */
        @SerializedName("dark")
        DARK
    }

    /**
     * How the window looks.
     *
     * @param theme light or dark
     * @param overlayColour of the painted mask, as {@code #rrggbb}
     * @param overlayOpacity of the painted mask, 0 to 1
     * @param brushSize the brush's diameter in pixels of the picture, at least 1
     */
    public record Look(
            @Nullable Theme theme,
            @Nullable String overlayColour,
            @Nullable Double overlayOpacity,
            @Nullable Integer brushSize) {
        /** Nothing chosen yet. */
        public static final Look NONE = new Look(null, null, null, null);

        /** The same with another theme. */
        public Look withTheme(Theme newTheme) {
            return new Look(newTheme, overlayColour, overlayOpacity, brushSize);
        }

        /** The same with the mask drawn otherwise. */
        public Look withOverlay(String colour, double opacity) {
            return new Look(theme, colour, opacity, brushSize);
        }

        /** The same with another brush. */
        public Look withBrushSize(int size) {
            return new Look(theme, overlayColour, overlayOpacity, size);
        }

        Look checked(Consumer<String> told) {
            return new Look(
                    theme,
                    PreferenceRules.usable(overlayColour, PreferenceRules::colour, "overlayColour", told),
                    PreferenceRules.usable(overlayOpacity, PreferenceRules::share, "overlayOpacity", told),
                    PreferenceRules.usable(brushSize, PreferenceRules::atLeastOne, "brushSize", told));
        }
    }

    /**
     * Where a window was, in the screen's own units.
     *
     * @param x of its left edge
     * @param y of its upper edge
     * @param width when not maximised
     * @param height when not maximised
     * @param maximised whether it filled the screen
     */
    public record WindowBounds(double x, double y, double width, double height, boolean maximised) {}

    /**
     * Where the last session was left.
     *
     * @param lastFolder that a picture was opened from or exported to
     * @param lastCustomer whose queue was shown
     * @param window where the window was
     * @param queueShare how much of the window's width the queue took, 0 to 1
     * @param hintDismissed whether the first steps were dismissed for good
     */
    public record Session(
            @Nullable String lastFolder,
            @Nullable String lastCustomer,
            @Nullable WindowBounds window,
            @Nullable Double queueShare,
            boolean hintDismissed) {
        /** Never started. */
        public static final Session NONE = new Session(null, null, null, null, false);

        /** The same with another folder. */
        public Session withFolder(String folder) {
            return new Session(folder, lastCustomer, window, queueShare, hintDismissed);
        }

        /** The same with another customer; null for all of them. */
        public Session withCustomer(@Nullable String customer) {
            return new Session(lastFolder, customer, window, queueShare, hintDismissed);
        }

        /** The same with the window elsewhere. */
        public Session withWindow(WindowBounds bounds) {
            return new Session(lastFolder, lastCustomer, bounds, queueShare, hintDismissed);
        }

        /** The same with a wider or narrower queue. */
        public Session withQueueShare(double share) {
            return new Session(lastFolder, lastCustomer, window, share, hintDismissed);
        }

        /** The same without the first steps. */
        public Session withoutHint() {
            return new Session(lastFolder, lastCustomer, window, queueShare, true);
        }

        Session checked(Consumer<String> told) {
            return new Session(
                    lastFolder,
                    lastCustomer,
                    window,
                    PreferenceRules.usable(queueShare, PreferenceRules::share, "queueShare", told),
                    hintDismissed);
        }
    }

    /** The same with other work settings. */
    public Preferences with(Work newWork) {
        return new Preferences(newWork, look, session);
    }

    /** The same with another look. */
    public Preferences with(Look newLook) {
        return new Preferences(work, newLook, session);
    }

    /** The same with another session. */
    public Preferences with(Session newSession) {
        return new Preferences(work, look, newSession);
    }

    /** What can be used; each value that cannot is left out and told in a sentence that names it. */
    Preferences checked(Consumer<String> told) {
        return new Preferences(work.checked(told), look.checked(told), session.checked(told));
    }

    /**
     * What was chosen, as variables under the real environment, which wins: read the result as {@link Settings} and
     * {@link ServerSettings}.
     */
    public Map<String, String> under(Map<String, String> environment) {
        Map<String, String> variables = new LinkedHashMap<>(asEnvironment());
        environment.forEach((name, value) -> {
            if (!value.isBlank()) {
                variables.put(name, value);
            }
        });
        return Map.copyOf(variables);
    }

    /** The choices that have a variable of the environment, by its name. */
    public Map<String, String> asEnvironment() {
        Map<String, String> variables = new LinkedHashMap<>();
        put(variables, Variables.MONGODB_URL, work.mongoUrl());
        put(variables, Variables.OUTPUT_DIR, work.outputFolder());
        put(variables, Variables.CLEAN_IMAGE_BASE_URL, work.baseUrl());
        put(variables, Variables.MODEL, work.model());
        put(variables, Variables.DEVICE, work.device());
        return variables;
    }

    private static void put(Map<String, String> variables, String name, @Nullable String value) {
        if (value != null) {
            variables.put(name, value);
        }
    }

    /** The names of the variables that a preference stands under. */
    public static final class Variables {
        /** The newsroom. */
        public static final String MONGODB_URL = "MONGODB_URL";

        /** Where cleaned pictures go. */
        public static final String OUTPUT_DIR = "OUTPUT_DIR";

        /** What stands before their paths. */
        public static final String CLEAN_IMAGE_BASE_URL = "CLEAN_IMAGE_BASE_URL";

        /** The model. */
        public static final String MODEL = "CLEANPLATE_MODEL";

        /** The device. */
        public static final String DEVICE = "CLEANPLATE_DEVICE";

        private Variables() {}
    }
}

package io.cleanplate.desktop.status;

import io.cleanplate.automark.AutoMarkStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Where the status line looks. Called on background threads, every few seconds: each answers at once and never throws. */
public interface StatusSource {
    /** How it stands with model and device. */
    EngineState engine();

    /** How it stands with the newsroom's database. */
    DatabaseState database();

    /** How it stands with the auto-mark job. */
    AutoMarkStatus autoMark();

    /** Why health and API do not answer, as a clause: {@code port 8096 is taken}; null when they do or are not wanted. */
    @Nullable
    String httpTrouble();

    /**
     * Model and device.
     *
     * @param model its name
     * @param device where it runs
     * @param phase how far it is
     * @param detail a sentence more, such as why it failed; null for none
     */
    record EngineState(
            String model,
            String device,
            Phase phase,
            @Nullable String detail) {
        /** How far a model is. */
        public enum Phase {
            /** Loaded with the first picture. */
            IDLE,
            /** Being loaded. */
            LOADING,
            /** Ready. */
            READY,
            /** Could not be loaded. */
            FAILED
        }
    }

    /**
     * The newsroom's database.
     *
     * @param where hosts and database, or {@code demo}; no secret
     * @param awaySince since when it does not answer; null while it does
     * @param unsent how many marks wait in the outbox
     */
    record DatabaseState(String where, @Nullable Instant awaySince, int unsent) {}
}

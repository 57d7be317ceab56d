package io.cleanplate.desktop.status;

import io.cleanplate.automark.AutoMarkStatus;
import io.cleanplate.automark.RunReport;
import io.cleanplate.automark.RunResult;
import io.cleanplate.desktop.status.StatusSource.DatabaseState;
import io.cleanplate.desktop.status.StatusSource.EngineState;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Puts states into words. */
final class StatusWords {
    private StatusWords() {}

    static StatusLine line(StatusSource source, Instant now) {
        String trouble = source.httpTrouble();
        return new StatusLine(
                engine(source.engine()),
                database(source.database(), now),
                autoMark(source.autoMark(), now),
                trouble == null
                        ? null
                        : new Chip(
                                "Health off: " + trouble,
                                "Monitors cannot ask this program how it is. Cleaning pictures works all the same.",
                                Chip.Tone.WARNING));
    }

    static Chip engine(EngineState state) {
        String name = state.model() + " on " + state.device();
        String detail = state.detail() == null ? "" : " " + state.detail();
        return switch (state.phase()) {
            case IDLE ->
                new Chip(
                        name,
                        "Model and device; loaded with the first picture. Click to choose." + detail,
                        Chip.Tone.PLAIN);
            case LOADING -> new Chip(name + ", loading", "The model is being loaded." + detail, Chip.Tone.BUSY);
            case READY -> new Chip(name, "Model and device, ready. Click to choose." + detail, Chip.Tone.PLAIN);
            case FAILED ->
                new Chip(name + " failed", "The model could not be loaded. Click to choose." + detail, Chip.Tone.BAD);
        };
    }

    static Chip database(DatabaseState state, Instant now) {
        String unsent = state.unsent() == 0
                ? ""
                : ", " + state.unsent() + (state.unsent() == 1 ? " mark" : " marks") + " to send";
        Instant away = state.awaySince();
        if (away == null) {
            return new Chip(
                    state.where() + unsent,
                    "The newsroom at " + state.where() + " answers.",
                    unsent.isEmpty() ? Chip.Tone.PLAIN : Chip.Tone.BUSY);
        }
        return new Chip(
                "Newsroom away for " + span(away, now) + unsent,
                "The newsroom at " + state.where()
                        + " does not answer. What you save is kept here and sent when it is back.",
                Chip.Tone.BAD);
    }

    static Chip autoMark(AutoMarkStatus status, Instant now) {
        RunReport last = status.lastRun();
        boolean failed = last != null && last.result() != RunResult.DONE && last.result() != RunResult.CANCELLED;
        Chip.Tone tone = failed ? Chip.Tone.WARNING : Chip.Tone.PLAIN;
        String more = last == null || last.error() == null
                ? "Pictures of customers with auto-mark on are marked clean by themselves."
                : String.valueOf(last.error());
        if (status.running() != null) {
            return new Chip("Auto-mark: running" + result(last, now), more, Chip.Tone.BUSY);
        }
        Instant next = status.nextRun();
        if (!status.enabled() || next == null) {
            return new Chip("Auto-mark off" + result(last, now), more, tone);
        }
        String when = next.isAfter(now) ? "in " + span(now, next) : "now";
        String who = status.standby() ? "on another server " : "";
        return new Chip("Auto-mark: next run " + who + when + result(last, now), more, tone);
    }

    private static String result(@Nullable RunReport last, Instant now) {
        if (last == null) {
            return "";
        }
        String what = switch (last.result()) {
            case FAILED -> "failed";
            case SOME_FAILED -> last.counts().marked() + " marked, some failed,";
            case CANCELLED -> last.counts().marked() + " marked, stopped";
            case DONE -> last.counts().marked() + " marked";
        };
        return "; last: " + what + " " + span(last.finished(), now) + " ago";
    }

    /** A time span in its largest unit, rounded to what a person would say. */
    static String span(Instant from, Instant to) {
        Duration span = Duration.between(from, to);
        if (span.toSeconds() < 60) {
            return Math.max(0, span.toSeconds()) + " s";
        }
        long minutes = (span.toSeconds() + 30) / 60;
        if (minutes < 90) {
            return minutes + " min";
        }
        long hours = (minutes + 30) / 60;
        return hours < 48 ? hours + " h" : (hours + 12) / 24 + " days";
    }
}

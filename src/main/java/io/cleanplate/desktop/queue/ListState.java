package io.cleanplate.desktop.queue;

import io.cleanplate.desktop.common.Notice;
import io.cleanplate.newsroom.PictureState;
import io.cleanplate.newsroom.QueueFilter;
import java.util.List;

/**
 * What the list has to show.
 *
 * @param kind which of the four it is
 * @param text one or two sentences, empty when there are rows
 * @param choices what can be done next
 */
public record ListState(Kind kind, String text, List<Notice.Choice> choices) {
    /** There are rows. */
    static final ListState READY = new ListState(Kind.READY, "", List.of());

    /** The first rows are on their way. */
    static final ListState LOADING = new ListState(Kind.LOADING, "Looking for pictures.", List.of());

    /** What the list has to show. */
    public enum Kind {
        /** The first rows are on their way. */
        LOADING,
        /** No picture is as asked for. */
        EMPTY,
        /** Nothing could be read. */
        FAILED,
        /** There are rows. */
        READY
    }

    /** Copies the choices. */
    public ListState {
        choices = List.copyOf(choices);
    }

    static ListState failed(String sentence, Runnable retry) {
        return new ListState(Kind.FAILED, sentence, List.of(new Notice.Choice("Retry", retry)));
    }

    /** Nothing is as asked for: says so in the words of the filters, and offers to ask for something else. */
    static ListState empty(QueueFilters filters) {
        QueueFilter filter = filters.filterProperty().get();
        PictureState state = filter.state();
        String whose = filter.customer() == null ? "" : " of " + filter.customer();
        String which = state == null ? "" : " " + name(state);
        if (filters.narrowed()) {
            String sought = filter.text() == null ? "the filters" : "the search for \"" + filter.text() + "\"";
            return new ListState(
                    Kind.EMPTY,
                    "No" + which + " picture" + whose + " matches " + sought + ".",
                    List.of(new Notice.Choice("Clear search and filters", filters::widen)));
        }
        if (state == null) {
            return new ListState(
                    Kind.EMPTY,
                    "There are no pictures" + whose + " yet. They appear here by themselves.",
                    elsewhere(filters));
        }
        if (state == PictureState.PENDING) {
            return new ListState(
                    Kind.EMPTY,
                    "All done: no pending pictures" + whose + ". New ones appear here by themselves.",
                    elsewhere(filters));
        }
        return new ListState(Kind.EMPTY, "There are no" + which + " pictures" + whose + ".", elsewhere(filters));
    }

    private static List<Notice.Choice> elsewhere(QueueFilters filters) {
        QueueFilter filter = filters.filterProperty().get();
        Notice.Choice state = filter.state() == PictureState.PENDING
                ? new Notice.Choice(
                        "Show cleaned", () -> filters.stateProperty().set(PictureState.CLEANED))
                : new Notice.Choice(
                        "Show pending", () -> filters.stateProperty().set(PictureState.PENDING));
        return filter.customer() == null
                ? List.of(state)
                : List.of(
                        state,
                        new Notice.Choice(
                                "All customers",
                                () -> filters.customerProperty().set(null)));
    }

    /** A state, as people call it. */
    public static String name(PictureState state) {
        return switch (state) {
            case PENDING -> "pending";
            case CLEANED -> "cleaned";
            case AUTO_MARKED -> "auto-marked";
            case SKIPPED -> "skipped";
            case WITHDRAWN -> "withdrawn";
            case INCOMPLETE -> "incomplete";
        };
    }
}

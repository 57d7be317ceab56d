package io.cleanplate.desktop.profiles;

import io.cleanplate.cleaning.proposal.MarkSearch.FoundMark;
import io.cleanplate.cleaning.proposal.MarkSearch.Outcome;
import io.cleanplate.desktop.common.Notice;
import io.cleanplate.desktop.common.Notifier;
import io.cleanplate.error.CleanplateException;
import io.cleanplate.task.BackgroundTask;
import io.cleanplate.task.RunningTask;
import io.cleanplate.task.TaskMonitor;
import io.cleanplate.task.TaskRunner;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/**
 * The search for the mark of a source, one at a time. Its window may be left while it goes on; what comes of it is then told
 * by a notice, since a window that opens by itself would catch keys that are meant for the picture. What comes of a search
 * that was stopped, or that another one took the place of, is dropped. Belongs to the owner of its task runner, the JavaFX
 * thread.
 */
public final class MarkSearchViewModel {
    private static final SearchState NONE = new SearchState.None();

    private final TaskRunner tasks;
    private final Notifier notifier;
    private final MarkServices services;
    private final ReadOnlyObjectWrapper<SearchState> state = new ReadOnlyObjectWrapper<>(NONE);
    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper keeping = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");
    private Search current = new Search("", "");

    /** A search that was begun. */
    private static final class Search {
        private final String customer;
        private final String source;
        private @Nullable RunningTask task;

        Search(String customer, String source) {
            this.customer = customer;
            this.source = source;
        }

        boolean isFor(String otherCustomer, String otherSource) {
            return customer.equals(otherCustomer) && source.equals(otherSource);
        }
    }

    /** What became of the marks that were to be kept: those before a failure are. */
    private record Kept(List<FoundMark> marks, @Nullable CleanplateException failure) {}

    /** Searches for nothing yet. */
    public MarkSearchViewModel(TaskRunner tasks, Notifier notifier, MarkServices services) {
        this.tasks = tasks;
        this.notifier = notifier;
        this.services = services;
    }

    /** Where the search stands. */
    public ReadOnlyObjectProperty<SearchState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Whether the window of the search is to be seen. */
    public ReadOnlyBooleanProperty openProperty() {
        return open.getReadOnlyProperty();
    }

    /** Whether a mark is being kept at this moment. */
    public ReadOnlyBooleanProperty keepingProperty() {
        return keeping.getReadOnlyProperty();
    }

    /** Why a mark could not be kept, a sentence; empty for nothing. */
    public ReadOnlyStringProperty troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    /**
     * Opens the window, and begins to search unless it is this search that goes on or whose outcome waits.
     *
     * @param customer whose pictures
     * @param source the publisher; empty for pictures that name none
     */
    public void find(String customer, String source) {
        boolean same = current.isFor(customer, source)
                && (state.get() instanceof SearchState.Searching || state.get() instanceof SearchState.Found);
        if (same) {
            open.set(true);
        } else {
            Search search = prepare(customer, source);
            open.set(true);
            begin(search);
        }
    }

    /** Searches for the same mark anew. */
    public void again() {
        begin(prepare(current.customer, current.source));
    }

    /** Closes the window; the search goes on, and tells of its end. */
    public void workOn() {
        open.set(false);
    }

    /** Closes the window, stops the search and forgets what was found. */
    public void dismiss() {
        forget();
        open.set(false);
    }

    private Search prepare(String customer, String source) {
        forget();
        Search search = new Search(customer, source);
        current = search;
        state.set(new SearchState.Searching(source, -1));
        return search;
    }

    private void begin(Search search) {
        search.task = tasks.start(BackgroundTask.of(
                        "Learning the mark of " + ProfileWords.source(search.source),
                        monitor -> services.search().search(search.customer, search.source, counting(search, monitor)))
                .whenDone(outcome -> found(search, outcome))
                .whenFailed(failure -> failed(search, failure))
                .whenCancelled(() -> stopped(search)));
    }

    private void forget() {
        Search before = current;
        current = new Search("", "");
        if (before.task != null) {
            before.task.cancel();
        }
        keeping.set(false);
        trouble.set("");
        state.set(NONE);
    }

    /** Tells each step to the status bar, as any task does, and to this window. */
    private TaskMonitor counting(Search search, TaskMonitor monitor) {
        return new TaskMonitor() {
            @Override
            public void progress(long done, long total) {
                monitor.progress(done, total);
                tasks.later(() -> {
                    if (isCurrent(search) && state.get() instanceof SearchState.Searching) {
                        state.set(new SearchState.Searching(search.source, total > 0 ? (double) done / total : -1));
                    }
                });
            }

            @Override
            public boolean cancelled() {
                return monitor.cancelled();
            }
        };
    }

    /** Each search is one, even for the same source. */
    @SuppressWarnings("ReferenceEquality")
    private boolean isCurrent(Search search) {
        return search == current;
    }

    private void found(Search search, Outcome outcome) {
        if (!isCurrent(search)) {
            return;
        }
        if (outcome.marks().isEmpty()) {
            state.set(new SearchState.Nothing(search.source, outcome.says()));
            tellIfLeft(search, Notice.Kind.INFO, outcome.says());
        } else {
            List<FoundChoice> marks =
                    outcome.marks().stream().map(FoundChoice::new).toList();
            state.set(new SearchState.Found(search.source, marks, outcome.says()));
            tellIfLeft(search, Notice.Kind.SUCCESS, outcome.says());
        }
    }

    private void failed(Search search, RuntimeException failure) {
        if (isCurrent(search)) {
            Notice notice = Notice.failure(failure);
            state.set(new SearchState.Failed(search.source, notice.text()));
            tellIfLeft(search, notice.kind(), notice.text());
        }
    }

    /** By somebody else, such as from the status bar. */
    private void stopped(Search search) {
        if (isCurrent(search)) {
            dismiss();
        }
    }

    private void tellIfLeft(Search search, Notice.Kind kind, String text) {
        if (!open.get()) {
            notifier.show(new Notice(kind, text, List.of(), null, false).with("Look at it", () -> {
                if (isCurrent(search)) {
                    open.set(true);
                }
            }));
        }
    }

    /** Keeps the marks that are wanted; the window closes when all of them are. */
    public void keep() {
        if (keeping.get() || !(state.get() instanceof SearchState.Found found)) {
            return;
        }
        List<FoundMark> wanted = found.marks().stream()
                .filter(choice -> choice.wantedProperty().get())
                .map(FoundChoice::mark)
                .toList();
        if (wanted.isEmpty()) {
            return;
        }
        keeping.set(true);
        trouble.set("");
        Search search = current;
        String by = services.editor().get();
        tasks.start(BackgroundTask.of(
                        "Keeping the mark of " + ProfileWords.source(found.source()), monitor -> keep(wanted, by))
                .whenDone(kept -> kept(search, found, kept))
                .whenFailed(failure -> notKept(search, Notice.failure(failure)))
                .whenCancelled(() -> notKept(search, Notice.info("Keeping the mark was stopped."))));
    }

    private Kept keep(List<FoundMark> wanted, String by) {
        List<FoundMark> kept = new ArrayList<>();
        try {
            for (FoundMark mark : wanted) {
                services.search().keep(mark, by);
                kept.add(mark);
            }
            return new Kept(kept, null);
        } catch (CleanplateException e) {
            return new Kept(kept, e);
        }
    }

    private void kept(Search search, SearchState.Found found, Kept kept) {
        if (!kept.marks().isEmpty()) {
            services.changed().run();
        }
        CleanplateException failure = kept.failure();
        if (failure == null) {
            if (isCurrent(search)) {
                dismiss();
            }
            notifier.show(Notice.success("The mark of " + ProfileWords.source(found.source())
                    + " is known now: its pictures open clean. Space accepts."));
            return;
        }
        if (isCurrent(search)) {
            // What was kept is not kept a second time.
            List<FoundChoice> left = found.marks().stream()
                    .filter(choice -> !kept.marks().contains(choice.mark()))
                    .toList();
            state.set(new SearchState.Found(found.source(), left, found.says()));
        }
        notKept(search, Notice.failure(failure));
    }

    private void notKept(Search search, Notice notice) {
        if (isCurrent(search)) {
            keeping.set(false);
            trouble.set(notice.text());
        } else {
            notifier.show(notice);
        }
    }
}

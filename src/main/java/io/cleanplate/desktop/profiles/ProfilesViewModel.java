package io.cleanplate.desktop.profiles;

import io.cleanplate.desktop.common.Notice;
import io.cleanplate.desktop.common.Notifier;
import io.cleanplate.desktop.profiles.ProfileEdits.Deleted;
import io.cleanplate.desktop.profiles.ProfileEdits.Merged;
import io.cleanplate.task.BackgroundTask;
import io.cleanplate.task.TaskRunner;
import io.cleanplate.watermark.KeptProfile;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * The marks that are known of a customer's sources, and what can be done to them for everybody. What somebody else changed
 * meanwhile is never overwritten: it is said, and shown as it is now. Belongs to the owner of its task runner, the JavaFX
 * thread.
 */
public final class ProfilesViewModel {
    /** How long a deleted mark can be brought back once the window is closed. */
    private static final Duration UNDO = Duration.ofSeconds(30);

    private final TaskRunner tasks;
    private final Notifier notifier;
    private final MarkServices services;
    private final BiConsumer<String, String> find;
    private final ProfileEdits edits;
    private final CustomerMarks marks;
    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<@Nullable Notice> message = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable ProfileQuestion> question = new ReadOnlyObjectWrapper<>();

    /**
     * Shows nothing yet.
     *
     * @param find searches anew for the mark of a customer's source
     */
    public ProfilesViewModel(
            TaskRunner tasks, Notifier notifier, MarkServices services, BiConsumer<String, String> find) {
        this.tasks = tasks;
        this.notifier = notifier;
        this.services = services;
        this.find = find;
        edits = new ProfileEdits(services.store(), services.merger());
        marks = new CustomerMarks(tasks, services);
        marks.chosenProperty().addListener((value, was, is) -> question.set(null));
    }

    /** Whether the window is to be seen. */
    public ReadOnlyBooleanProperty openProperty() {
        return open.getReadOnlyProperty();
    }

    /** Whether a change is under way. */
    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** What the person is told; null for nothing. */
    public ReadOnlyObjectProperty<@Nullable Notice> messageProperty() {
        return message.getReadOnlyProperty();
    }

    /** What the person is asked; null for nothing. */
    public ReadOnlyObjectProperty<@Nullable ProfileQuestion> questionProperty() {
        return question.getReadOnlyProperty();
    }

    /** What is known. */
    public CustomerMarks marks() {
        return marks;
    }

    /** Opens the window on a customer's marks; on those of the first customer for null. */
    public void show(@Nullable String customer) {
        open.set(true);
        marks.show(customer);
    }

    /** Closes the window. What can still be undone is offered outside of it. */
    public void close() {
        Notice last = message.get();
        message.set(null);
        question.set(null);
        open.set(false);
        if (last != null && !last.choices().isEmpty()) {
            notifier.show(last);
        }
    }

    /** Does nothing that was asked about. */
    public void dismissQuestion() {
        question.set(null);
    }

    /** Shows no message any more. */
    public void dismissMessage() {
        message.set(null);
    }

    /**
     * Gives the chosen mark another name.
     *
     * @return why not, a sentence; empty when it is being done
     */
    public Optional<String> rename(String name) {
        String wanted = name.strip();
        if (wanted.isEmpty()) {
            return Optional.of("A mark needs a name.");
        }
        onChosen(kept -> {
            if (!wanted.equals(kept.name())) {
                change("Renaming a mark", kept, by -> services.store().change(kept.named(wanted), by), now -> {});
            }
        });
        return Optional.empty();
    }

    /** Has the chosen mark used, or not. */
    public void use(boolean wanted) {
        onChosen(kept -> change(
                wanted ? "Switching a mark on" : "Switching a mark off",
                kept,
                by -> services.store().change(kept.enabled(wanted), by),
                now -> {}));
    }

    /** Searches anew for the mark of the chosen one's source. */
    public void findAgain() {
        onChosen(kept -> find.accept(kept.customer(), kept.profile().owner().source()));
    }

    /** Goes back to the chosen mark's version before, as a new version. */
    public void goBack() {
        Instant now = services.clock().instant();
        onChosen(kept -> change(
                "Going back to a version",
                kept,
                by -> edits.goBack(kept, now, by),
                back -> tell(Notice.success(back.name() + " is as it was before, as version "
                        + back.profile().version() + "."))));
    }

    /** Asks whether the chosen mark shall be deleted. */
    public void askDelete() {
        onChosen(kept -> question.set(new ProfileQuestion(
                "Delete " + kept.name() + " for everybody? Its pictures will open as they were published."
                        + " Nothing of it is kept in the newsroom.",
                List.of(new Notice.Choice("Delete", () -> delete(kept))),
                true)));
    }

    /** Asks which name stays when the chosen mark and another one become one. */
    public void askMerge(KeptProfile other) {
        onChosen(kept -> question.set(new ProfileQuestion(
                "Make one mark of " + kept.name() + " and " + other.name() + ", for the pictures of both? Which name"
                        + " stays?",
                List.of(
                        new Notice.Choice(kept.name(), () -> merge(kept, other)),
                        new Notice.Choice(other.name(), () -> merge(other, kept))),
                false)));
    }

    private void delete(KeptProfile kept) {
        change(
                "Deleting a mark",
                kept,
                by -> edits.delete(kept),
                deleted -> tell(Notice.success(kept.name() + " was deleted.")
                        .with("Undo", () -> bringBack(deleted))
                        .lasting(UNDO)));
    }

    private void bringBack(Deleted deleted) {
        KeptProfile kept = deleted.profile();
        change("Bringing a mark back", kept, by -> edits.bringBack(deleted, by), now -> {
            marks.choose(now);
            tell(Notice.success(now.name() + " is back."));
        });
    }

    private void merge(KeptProfile stays, KeptProfile goes) {
        change("Merging two marks", stays, by -> edits.merge(stays, goes, by), merged -> {
            marks.choose(merged.merged());
            tell(mergedNotice(merged, goes));
        });
    }

    private static Notice mergedNotice(Merged merged, KeptProfile goes) {
        String name = merged.merged().name();
        return merged.otherLeft()
                ? Notice.warning(name + " holds both now. Somebody else changed " + goes.name()
                        + " meanwhile, so it is still there.")
                : Notice.success(name + " holds both now.");
    }

    private void onChosen(Consumer<KeptProfile> then) {
        KeptProfile kept = marks.chosenProperty().get();
        if (kept != null && !busy.get()) {
            then.accept(kept);
        }
    }

    /** Work on the store in the name of an editor; empty when somebody else was faster. */
    @FunctionalInterface
    private interface Edit<T> {
        Optional<T> by(String editor);
    }

    private <T> void change(String title, KeptProfile kept, Edit<T> edit, Consumer<T> then) {
        if (busy.get()) {
            return;
        }
        busy.set(true);
        message.set(null);
        question.set(null);
        String by = services.editor().get();
        tasks.start(BackgroundTask.of(title, monitor -> edit.by(by))
                .quietly()
                .whenDone(result -> {
                    busy.set(false);
                    result.ifPresentOrElse(done -> changed(() -> then.accept(done)), () -> tooLate(kept));
                    marks.reload();
                })
                .whenCancelled(() -> busy.set(false))
                .whenFailed(failure -> {
                    busy.set(false);
                    tell(Notice.failure(failure));
                }));
    }

    private void changed(Runnable then) {
        services.changed().run();
        then.run();
    }

    private void tooLate(KeptProfile kept) {
        tell(Notice.warning("Somebody else changed " + kept.name() + " meanwhile. This is how it is now."));
    }

    /** Inside the window while it is open: what lies below it cannot be reached. */
    private void tell(Notice notice) {
        if (open.get()) {
            message.set(notice);
        } else {
            notifier.show(notice);
        }
    }
}

package io.cleanplate.desktop.customers;

import io.cleanplate.desktop.common.Notice;
import io.cleanplate.desktop.common.Notifier;
import io.cleanplate.desktop.queue.Ages;
import io.cleanplate.newsroom.AutoMarkRules;
import io.cleanplate.newsroom.CustomerSettings;
import io.cleanplate.newsroom.SettingsChange;
import io.cleanplate.task.BackgroundTask;
import io.cleanplate.task.TaskRunner;
import java.time.Instant;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether the job hands on a customer's pictures by itself, and which. Switching it on is asked about once and needs a yes;
 * switching it off is not. What could not be saved goes back. Belongs to the JavaFX thread.
 */
public final class AutoMarkViewModel {
    private static final Logger LOG = LoggerFactory.getLogger(AutoMarkViewModel.class);

    private final TaskRunner tasks;
    private final Notifier notifier;
    private final CustomerServices services;
    private final ReadOnlyObjectWrapper<@Nullable CustomerSettings> settings = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper on = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<@Nullable AutoMarkQuestion> question = new ReadOnlyObjectWrapper<>();
    private @Nullable String customer;
    /** Counts what was asked and chosen, so that an answer to something older is known as such. */
    private long turn;

    AutoMarkViewModel(TaskRunner tasks, Notifier notifier, CustomerServices services) {
        this.tasks = tasks;
        this.notifier = notifier;
        this.services = services;
    }

    /** The settings of the customer that is chosen; null for none, or while they are read. */
    public ReadOnlyObjectProperty<@Nullable CustomerSettings> settingsProperty() {
        return settings.getReadOnlyProperty();
    }

    /** Where the switch stands. */
    public ReadOnlyBooleanProperty onProperty() {
        return on.getReadOnlyProperty();
    }

    /** Whether a change is on its way, so that the switch waits. */
    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** What a person has to say yes to before the switch goes on; null when nothing is asked. */
    public ReadOnlyObjectProperty<@Nullable AutoMarkQuestion> questionProperty() {
        return question.getReadOnlyProperty();
    }

    /** Moves the switch as a person wants it: off at once, on only after the question. */
    public void request(boolean wanted) {
        CustomerSettings now = settings.get();
        if (now == null || busy.get() || wanted == on.get()) {
            return;
        }
        if (wanted) {
            ask(now);
        } else {
            on.set(false);
            save(new SettingsChange(
                    now.customer(), false, null, services.editor().get()));
        }
    }

    /** Yes to the question. */
    public void confirm() {
        AutoMarkQuestion asked = question.get();
        if (asked != null) {
            question.set(null);
            on.set(true);
            save(new SettingsChange(
                    asked.customer(), true, null, services.editor().get()));
        }
    }

    /** No to the question. */
    public void dismiss() {
        question.set(null);
    }

    /** Saves which pictures the job may mark. */
    public void saveRules(AutoMarkRules rules) {
        CustomerSettings now = settings.get();
        if (now != null && !busy.get()) {
            save(new SettingsChange(
                    now.customer(), null, rules, services.editor().get()));
        }
    }

    /** Who changed the settings last and when, in words; empty when nobody has. */
    public String lastChange() {
        CustomerSettings now = settings.get();
        Instant at = now == null ? null : now.updatedAt();
        if (now == null || at == null) {
            return "";
        }
        String by = now.updatedBy() == null ? "" : " by " + now.updatedBy();
        boolean first = at.equals(now.createdAt());
        String what =
                first && now.autoMarkCleaned() ? "Switched on" : now.autoMarkCleaned() ? "On, changed" : "Off, changed";
        return what + by + ", " + Ages.ago(at, services.clock().instant());
    }

    void follow(@Nullable String chosen) {
        customer = chosen;
        turn++;
        busy.set(false);
        question.set(null);
        settings.set(null);
        on.set(false);
        refresh();
    }

    void refresh() {
        String asked = customer;
        if (asked == null || busy.get()) {
            return;
        }
        long mine = turn;
        tasks.start(BackgroundTask.of(
                        "Reading the customer's settings",
                        monitor -> services.registry().settings(asked))
                .whenDone(read -> ifStill(mine, () -> show(read)))
                .whenFailed(failure -> LOG.debug("The settings of {} could not be read", asked, failure))
                .quietly());
    }

    private void ask(CustomerSettings now) {
        long mine = ++turn;
        busy.set(true);
        tasks.start(BackgroundTask.of(
                        "Counting pending pictures",
                        monitor -> services.figures().pending(now.customer()))
                .whenDone(pending -> ifStill(mine, () -> {
                    busy.set(false);
                    question.set(AutoMarkQuestion.of(now.customer(), pending, now.rules(), services.interval()));
                }))
                .whenFailed(failure -> failed(mine, failure))
                .quietly());
    }

    private void save(SettingsChange change) {
        long mine = ++turn;
        busy.set(true);
        tasks.start(BackgroundTask.of(
                        "Saving the customer's settings",
                        monitor -> services.registry().save(change))
                .whenDone(saved -> ifStill(mine, () -> {
                    busy.set(false);
                    show(saved);
                }))
                .whenFailed(failure -> failed(mine, failure)));
    }

    /** What could not be saved is not so: the switch goes back, even where another customer is looked at by now. */
    private void failed(long mine, RuntimeException failure) {
        notifier.show(Notice.failure(failure));
        ifStill(mine, () -> {
            busy.set(false);
            CustomerSettings before = settings.get();
            on.set(before != null && before.autoMarkCleaned());
        });
    }

    private void show(CustomerSettings now) {
        settings.set(now);
        on.set(now.autoMarkCleaned());
    }

    private void ifStill(long mine, Runnable then) {
        if (mine == turn) {
            then.run();
        }
    }
}

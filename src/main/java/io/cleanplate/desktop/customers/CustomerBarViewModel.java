package io.cleanplate.desktop.customers;

import io.cleanplate.desktop.common.Notifier;
import io.cleanplate.desktop.queue.QueueViewModel;
import io.cleanplate.newsroom.PictureState;
import io.cleanplate.newsroom.StateCounts;
import io.cleanplate.task.BackgroundTask;
import io.cleanplate.task.TaskRunner;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whose pictures are shown, how many there are of them, and how they are treated. Counts in the background when told to.
 * Belongs to the JavaFX thread.
 */
public final class CustomerBarViewModel {
    private static final Logger LOG = LoggerFactory.getLogger(CustomerBarViewModel.class);

    private final TaskRunner tasks;
    private final CustomerServices services;
    private final QueueViewModel queue;
    private final AutoMarkViewModel autoMark;
    private final ObservableList<CustomerEntry> customers =
            FXCollections.observableArrayList(new CustomerEntry(null, -1));
    private List<StateCounts> counts = List.of();
    private boolean counting;

    /** What was counted. */
    private record Counted(List<String> customers, List<StateCounts> counts) {}

    /** A bar over a queue, which counts nothing until {@link #start}. */
    public CustomerBarViewModel(TaskRunner tasks, Notifier notifier, CustomerServices services, QueueViewModel queue) {
        this.tasks = tasks;
        this.services = services;
        this.queue = queue;
        this.autoMark = new AutoMarkViewModel(tasks, notifier, services);
    }

    /** Counts for the first time, and follows the customer that is chosen. */
    public void start() {
        customerProperty().addListener((value, was, is) -> follow());
        follow();
        refreshCounts();
    }

    /** All customers with their pending pictures, first the entry for all of them. */
    public ObservableList<CustomerEntry> customers() {
        return FXCollections.unmodifiableObservableList(customers);
    }

    /** Who is chosen; null for all. */
    public ObjectProperty<@Nullable String> customerProperty() {
        return queue.filters().customerProperty();
    }

    /** The pictures of whoever is chosen, by state; null until they are counted. */
    public ObjectProperty<@Nullable StateCounts> countsProperty() {
        return queue.countsProperty();
    }

    /** The words that are searched for in the queue. */
    public StringProperty searchProperty() {
        return queue.filters().searchProperty();
    }

    /** Searches without waiting for typing to pause. */
    public void searchNow() {
        queue.filters().searchNow();
    }

    /** Whether the job hands on the pictures of the customer that is chosen. */
    public AutoMarkViewModel autoMark() {
        return autoMark;
    }

    /** The rules to choose from, as they are saved now and with the names that occur. */
    public RulesViewModel rules() {
        return new RulesViewModel(autoMark, queue.sources(), queue.categories());
    }

    /** Counts anew, and reads whether the job's switch was moved elsewhere. Until it is told, the old counts stay. */
    public void refreshCounts() {
        autoMark.refresh();
        if (counting) {
            return;
        }
        counting = true;
        tasks.start(BackgroundTask.of(
                        "Counting pictures",
                        monitor -> new Counted(
                                services.registry().customers(),
                                services.figures().counts()))
                .whenDone(this::counted)
                .whenFailed(this::notCounted)
                .whenCancelled(() -> counting = false)
                .quietly());
    }

    private void counted(Counted now) {
        counting = false;
        counts = now.counts();
        Map<String, Long> pending = new TreeMap<>();
        now.customers().forEach(customer -> pending.put(customer, 0L));
        counts.forEach(of -> pending.put(of.customer(), of.in(PictureState.PENDING)));
        long all = pending.values().stream().mapToLong(Long::longValue).sum();
        List<CustomerEntry> entries = Stream.concat(
                        Stream.of(new CustomerEntry(null, all)),
                        pending.entrySet().stream().map(of -> new CustomerEntry(of.getKey(), of.getValue())))
                .toList();
        if (!entries.equals(customers)) {
            customers.setAll(entries);
        }
        showCounts();
    }

    /** The queue tells of the same failure where it can be tried again; the counts are those of before. */
    private void notCounted(RuntimeException failure) {
        counting = false;
        LOG.debug("The pictures could not be counted", failure);
    }

    private void follow() {
        autoMark.follow(customerProperty().get());
        showCounts();
    }

    private void showCounts() {
        if (counts.isEmpty() && customers.size() == 1) {
            return;
        }
        String customer = customerProperty().get();
        Map<PictureState, Long> sum = new HashMap<>();
        counts.stream()
                .filter(of -> customer == null || Objects.equals(of.customer(), customer))
                .forEach(of -> of.byState().forEach((state, count) -> sum.merge(state, count, Long::sum)));
        countsProperty().set(new StateCounts(customer == null ? "" : customer, sum));
    }
}

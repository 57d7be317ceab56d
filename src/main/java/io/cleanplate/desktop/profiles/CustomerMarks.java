package io.cleanplate.desktop.profiles;

import io.cleanplate.desktop.common.Notice;
import io.cleanplate.task.BackgroundTask;
import io.cleanplate.task.TaskRunner;
import io.cleanplate.watermark.KeptProfile;
import io.cleanplate.watermark.Profile;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * The marks of one customer as they were read last, and which of them is looked at. Belongs to the owner of its task runner,
 * the JavaFX thread.
 */
public final class CustomerMarks {
    private final TaskRunner tasks;
    private final MarkServices services;
    private final ObservableList<String> customers = FXCollections.observableArrayList();
    private final ObservableList<KeptProfile> profiles = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<@Nullable String> customer = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable KeptProfile> chosen = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<List<Profile>> earlier = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyBooleanWrapper reading = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper failure = new ReadOnlyStringWrapper("");
    private @Nullable String wantedId;
    private int asked;

    /** What was read at once. */
    private record Read(List<String> customers, @Nullable String customer, List<KeptProfile> profiles) {}

    CustomerMarks(TaskRunner tasks, MarkServices services) {
        this.tasks = tasks;
        this.services = services;
    }

    /** Whose marks there may be. */
    public ObservableList<String> customers() {
        return FXCollections.unmodifiableObservableList(customers);
    }

    /** Whose marks these are; null while there is no customer. */
    public ReadOnlyObjectProperty<@Nullable String> customerProperty() {
        return customer.getReadOnlyProperty();
    }

    /** The marks, in order of their names. */
    public ObservableList<KeptProfile> profiles() {
        return FXCollections.unmodifiableObservableList(profiles);
    }

    /** The one that is looked at; null for none. */
    public ReadOnlyObjectProperty<@Nullable KeptProfile> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    /** The earlier versions of the chosen one as far as they were read, the newest first. */
    public ReadOnlyObjectProperty<List<Profile>> earlierProperty() {
        return earlier.getReadOnlyProperty();
    }

    /** Whether the marks are being read. */
    public ReadOnlyBooleanProperty readingProperty() {
        return reading.getReadOnlyProperty();
    }

    /** Why they could not be read, a sentence; empty when they could. */
    public ReadOnlyStringProperty failureProperty() {
        return failure.getReadOnlyProperty();
    }

    /** Reads a customer's marks; those of the first customer for null. */
    public void show(@Nullable String of) {
        if (of == null || !of.equals(customer.get())) {
            profiles.clear();
            look(null);
            customer.set(of);
        }
        reload();
    }

    /** Reads the marks anew. */
    public void reload() {
        int number = ++asked;
        String of = customer.get();
        reading.set(true);
        failure.set("");
        tasks.start(BackgroundTask.of("Reading the known marks", monitor -> read(of))
                .quietly()
                .whenDone(read -> {
                    if (number == asked) {
                        reading.set(false);
                        show(read);
                    }
                })
                .whenFailed(why -> {
                    if (number == asked) {
                        reading.set(false);
                        failure.set(Notice.failure(why).text());
                    }
                }));
    }

    private Read read(@Nullable String of) {
        List<String> all = services.customers().get();
        String whose = of == null && !all.isEmpty() ? all.getFirst() : of;
        return new Read(all, whose, whose == null ? List.of() : services.store().of(whose));
    }

    private void show(Read read) {
        KeptProfile before = chosen.get();
        int row = before == null ? 0 : profiles.indexOf(before);
        if (!customers.equals(read.customers())) {
            customers.setAll(read.customers());
        }
        customer.set(read.customer());
        profiles.setAll(read.profiles());
        String id = wantedId == null && before != null ? before.id() : wantedId;
        wantedId = null;
        look(profiles.stream()
                .filter(kept -> kept.id().equals(id))
                .findFirst()
                .orElse(profiles.isEmpty() ? null : profiles.get(Math.clamp(row, 0, profiles.size() - 1))));
    }

    /** Looks at a mark, now or as soon as it is read. */
    public void choose(KeptProfile kept) {
        if (profiles.contains(kept)) {
            look(kept);
        } else {
            wantedId = kept.id();
        }
    }

    private void look(@Nullable KeptProfile kept) {
        KeptProfile before = chosen.get();
        if (kept == null || before == null || !before.id().equals(kept.id())) {
            earlier.set(List.of());
        }
        chosen.set(kept);
        if (kept == null || kept.profile().version() == 1) {
            return;
        }
        tasks.start(BackgroundTask.of(
                        "Reading earlier versions", monitor -> services.store().earlier(kept.id()))
                .quietly()
                .whenDone(versions -> {
                    if (kept.equals(chosen.get())) {
                        earlier.set(versions);
                    }
                })
                .whenFailed(why -> failure.set(Notice.failure(why).text())));
    }
}

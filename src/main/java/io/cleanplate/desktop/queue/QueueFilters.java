package io.cleanplate.desktop.queue;

import io.cleanplate.newsroom.PictureState;
import io.cleanplate.newsroom.QueueFilter;
import java.time.Duration;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/**
 * What an editor wants to see. Each choice takes effect at once, the words searched for once typing pauses. Another customer
 * has other sources and categories, so these two start over. Belongs to the JavaFX thread.
 */
public final class QueueFilters {
    /** How long typing has to pause. */
    static final Duration TYPING = Duration.ofMillis(250);

    private final ObjectProperty<@Nullable String> customer = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable PictureState> state = new SimpleObjectProperty<>(PictureState.PENDING);
    private final ObjectProperty<@Nullable String> source = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable String> category = new SimpleObjectProperty<>();
    private final StringProperty search = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<QueueFilter> filter = new ReadOnlyObjectWrapper<>(QueueFilter.PENDING);
    private Runnable stopWaiting = () -> {};
    private boolean several;

    /** What is pending for everybody; typing is waited for by that delay. */
    public QueueFilters(Delay delay) {
        customer.addListener((value, was, is) -> severalAtOnce(() -> {
            source.set(null);
            category.set(null);
        }));
        state.addListener((value, was, is) -> apply());
        source.addListener((value, was, is) -> apply());
        category.addListener((value, was, is) -> apply());
        search.addListener((value, was, is) -> {
            stopWaiting.run();
            stopWaiting = delay.after(TYPING, this::apply);
        });
    }

    /** Whose pictures; null for everybody's. */
    public ObjectProperty<@Nullable String> customerProperty() {
        return customer;
    }

    /** Pictures in which state; null for any. */
    public ObjectProperty<@Nullable PictureState> stateProperty() {
        return state;
    }

    /** Pictures of which publisher; null for any. */
    public ObjectProperty<@Nullable String> sourceProperty() {
        return source;
    }

    /** Pictures of which section; null for any. */
    public ObjectProperty<@Nullable String> categoryProperty() {
        return category;
    }

    /** The words searched for, as they are typed. */
    public StringProperty searchProperty() {
        return search;
    }

    /** All of it together, once it takes effect. */
    public ReadOnlyObjectProperty<QueueFilter> filterProperty() {
        return filter.getReadOnlyProperty();
    }

    /** Searches for what was typed without waiting longer. */
    public void searchNow() {
        apply();
    }

    /** Whether more is asked for than a customer and a state. */
    public boolean narrowed() {
        QueueFilter now = filter.get();
        return now.text() != null || now.source() != null || now.category() != null;
    }

    /** Asks for no more than the customer and the state. */
    public void widen() {
        severalAtOnce(() -> {
            source.set(null);
            category.set(null);
            search.set("");
        });
    }

    private void severalAtOnce(Runnable changes) {
        several = true;
        changes.run();
        several = false;
        apply();
    }

    private void apply() {
        if (several) {
            return;
        }
        stopWaiting.run();
        String text = search.get().strip();
        filter.set(new QueueFilter(
                customer.get(), source.get(), category.get(), text.isEmpty() ? null : text, state.get()));
    }
}

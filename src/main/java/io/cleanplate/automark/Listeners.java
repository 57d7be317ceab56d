package io.cleanplate.automark;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Tells each of many listeners, even when one of them fails. Thread-safe. */
final class Listeners implements AutoMarkListener {
    private final List<AutoMarkListener> all = new CopyOnWriteArrayList<>();

    void add(AutoMarkListener listener) {
        all.add(listener);
    }

    @Override
    public void customerFinished(CustomerReport report) {
        tell(listener -> listener.customerFinished(report));
    }

    @Override
    public void runFinished(RunReport report) {
        tell(listener -> listener.runFinished(report));
    }

    private void tell(Consumer<AutoMarkListener> news) {
        for (AutoMarkListener listener : all) {
            try {
                news.accept(listener);
            } catch (RuntimeException e) {
                FailureLog.note("A listener of the job failed", e);
            }
        }
    }
}

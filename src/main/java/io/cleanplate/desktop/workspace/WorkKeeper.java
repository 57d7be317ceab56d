package io.cleanplate.desktop.workspace;

import io.cleanplate.cleaning.WorkInProgress;
import io.cleanplate.cleaning.WorkKey;
import io.cleanplate.cleaning.WorkState;
import io.cleanplate.cleaning.edit.EditWork;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Work in progress on its way to the disk: what was noted last is what is found, whether it was written yet or not.
 * Thread-safe; only {@link #note} and {@link #forget} return at once.
 */
final class WorkKeeper {
    private final WorkInProgress work;
    private final Map<WorkKey, EditWork> noted = new ConcurrentHashMap<>();

    WorkKeeper(WorkInProgress work) {
        this.work = work;
    }

    /** Notes how far the work on a picture came, to be written soon. */
    void note(WorkKey key, EditWork done) {
        noted.put(key, done);
    }

    /** Takes back what was noted and not written. */
    void forget(WorkKey key) {
        noted.remove(key);
    }

    /** Writes what was noted last; nothing when that is done, or was taken back. */
    synchronized void write(WorkKey key) {
        EditWork done = noted.remove(key);
        if (done == null) {
            return;
        }
        if (done.isEmpty()) {
            work.drop(key);
        } else {
            work.keep(key, KeptWork.of(done));
        }
    }

    /** Writes this, whatever was noted. */
    synchronized void write(WorkKey key, WorkState state) {
        noted.remove(key);
        work.keep(key, state);
    }

    /** How far the work on a picture came. */
    synchronized Optional<WorkState> find(WorkKey key) {
        EditWork done = noted.get(key);
        return done == null
                ? work.find(key)
                : Optional.of(done).filter(some -> !some.isEmpty()).map(KeptWork::of);
    }

    /** Forgets the work on a picture. */
    synchronized void drop(WorkKey key) {
        noted.remove(key);
        work.drop(key);
    }
}

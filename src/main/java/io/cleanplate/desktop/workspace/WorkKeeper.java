package io.cleanplate.desktop.workspace;

import io.cleanplate.cleaning.WorkInProgress;
import io.cleanplate.cleaning.WorkKey;
import io.cleanplate.cleaning.WorkState;
import io.cleanplate.cleaning.edit.EditWork;
import io.cleanplate.error.CleanplateException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Work in progress on its way to the disk: what was noted last is what is found, whether it was written yet or not, or
 * could not be written. Thread-safe; only {@link #note} returns at once.
 */
final class WorkKeeper {
    private static final Logger LOG = LoggerFactory.getLogger(WorkKeeper.class);

    private final WorkInProgress work;
    private final Map<WorkKey, EditWork> noted = new ConcurrentHashMap<>();

    WorkKeeper(WorkInProgress work) {
        this.work = work;
    }

    /** Notes how far the work on a picture came, to be written soon. */
    void note(WorkKey key, EditWork done) {
        noted.put(key, done);
    }

    /** Writes what was noted last; nothing when that is done, or was dropped. */
    synchronized void write(WorkKey key) {
        EditWork done = noted.get(key);
        if (done == null) {
            return;
        }
        if (done.isEmpty()) {
            work.drop(key);
        } else {
            work.keep(key, KeptWork.of(done));
        }
        // What the disk did not take stays noted, as does what was noted meanwhile.
        noted.remove(key, done);
    }

    /** Writes all that was noted and is not written yet, as far as the disk takes it; what it does not is logged. */
    void writeAll() {
        for (WorkKey key : noted.keySet()) {
            try {
                write(key);
            } catch (CleanplateException e) {
                LOG.warn("The work on {} could not be kept", key.text(), e);
            }
        }
    }

    /** Writes this, whatever was noted. */
    synchronized void write(WorkKey key, WorkState state) {
        work.keep(key, state);
        noted.remove(key);
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

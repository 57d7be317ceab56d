package io.cleanplate.cleaning;

import com.google.gson.JsonParseException;
import io.cleanplate.cleaning.OutboxEntry.Obstacle;
import io.cleanplate.error.UnavailableException;
import io.cleanplate.newsroom.MarkOutcome;
import io.cleanplate.newsroom.PictureMarks;
import io.cleanplate.newsroom.PictureRef;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Changes on their way to the newsroom. Each is on the disk before the database is asked and until it has answered, so that
 * neither a crash nor an absent database loses one; those left are sent by {@link #sendAll}, in order, and sending one twice
 * does no harm. What cannot be made as it was meant stays until an editor decides. Several programs may share a folder: one
 * of them at a time sends. Thread-safe; one object a folder and process.
 */
public final class Outbox {
    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);

    private final OutboxFolder entries;
    private final OutboxLock lock;
    private final String database;
    private final PictureMarks marks;
    private final OutboxListener listener;

    /**
     * Opens a folder, made when it is needed.
     *
     * @param database names the newsroom: entries for another one are left alone. The same at every start
     * @param listener told of changes that were sent later
     */
    public Outbox(Path folder, String database, PictureMarks marks, OutboxListener listener, Clock clock) {
        this.entries = new OutboxFolder(folder, database, clock);
        this.lock = new OutboxLock(folder);
        this.database = database;
        this.marks = marks;
        this.listener = listener;
    }

    /**
     * Sends what waits, in order; stops when the database is away. For the start, and from time to time. What goes wrong
     * with one entry does not stop those of other pictures.
     */
    public void sendAll() {
        Set<String> heldUp = new HashSet<>();
        try {
            for (long number : entries.numbers()) {
                // The lock is taken anew for each, so that an editor's save need not wait for a long outbox.
                lock.alone(() -> read(number)
                                .filter(entry -> entry.obstacle() == null && !heldUp.contains(key(entry.picture())))
                                .map(entry -> sendLater(entry, heldUp)))
                        .ifPresent(this::tell);
            }
        } catch (UnavailableException e) {
            LOG.info("Changes wait in the outbox: {}", e.getMessage());
        }
    }

    /** Whether there is any entry at all. */
    boolean holdsAny() {
        return !entries.numbers().isEmpty();
    }

    /** Changes that wait to be sent to this newsroom, in order. */
    public List<OutboxEntry> waiting() {
        return mine().filter(entry -> entry.obstacle() == null).toList();
    }

    /** Changes that an editor has to decide about, in order. */
    public List<OutboxEntry> undecided() {
        return mine().filter(entry -> entry.obstacle() != null).toList();
    }

    /** Changes, for any newsroom, that hand on a file. */
    List<OutboxEntry> naming(SavedFile file) {
        return all().filter(entry -> entry.file() != null && entry.file().path().equals(file.path()))
                .toList();
    }

    /**
     * Keeps a change and sends it, unless an earlier one of the same picture still waits.
     *
     * @throws io.cleanplate.error.CleanplateException when it cannot be kept: then nothing was sent
     */
    Delivery deliver(PictureRef picture, Change change, @Nullable SavedFile file) {
        return send(entries.add(picture, change, file));
    }

    /**
     * Puts another entry in the place of one, if that is still there, and sends it.
     *
     * @return empty when the entry is not there any more
     */
    Optional<Delivery> replace(OutboxEntry entry, OutboxEntry other) {
        boolean there = lock.alone(() -> {
            boolean same = read(entry.number()).filter(entry::sameAs).isPresent();
            if (same) {
                entries.replace(other);
            }
            return same;
        });
        return there ? Optional.of(send(other)) : Optional.empty();
    }

    /** Removes an entry for good. */
    void discard(OutboxEntry entry) {
        lock.alone(() -> {
            read(entry.number()).filter(entry::sameAs).ifPresent(there -> entries.remove(there.number()));
            return entry;
        });
    }

    private Delivery send(OutboxEntry entry) {
        try {
            for (OutboxEntry earlier : waiting()) {
                if (earlier.number() < entry.number() && key(earlier.picture()).equals(key(entry.picture()))) {
                    Delivery first = sendNow(earlier);
                    tell(first);
                    if (first instanceof Delivery.Waits waits && waits.entry().obstacle() == null) {
                        return new Delivery.Waits(entry, waits.reason());
                    }
                }
            }
            return sendNow(entry);
        } catch (UnavailableException e) {
            return new Delivery.Waits(entry, e.getMessage());
        }
    }

    private Delivery sendNow(OutboxEntry entry) {
        return lock.alone(() -> read(entry.number())
                .filter(entry::sameAs)
                .map(this::attempt)
                // Another thread or process sent it: had that failed, the entry would be there.
                .orElseGet(() -> new Delivery.Answered(entry, new MarkOutcome.Done())));
    }

    private @Nullable Delivery sendLater(OutboxEntry entry, Set<String> heldUp) {
        try {
            Delivery delivery = attempt(entry);
            if (delivery instanceof Delivery.Waits) {
                heldUp.add(key(entry.picture()));
            }
            return delivery;
        } catch (UnavailableException e) {
            throw e;
        } catch (RuntimeException e) {
            heldUp.add(key(entry.picture()));
            LOG.error(
                    "The change of image {} cannot be sent and is kept",
                    entry.picture().id(),
                    e);
            return null;
        }
    }

    /** Asks the newsroom, and writes down what it said. Belongs under the lock. */
    private Delivery attempt(OutboxEntry entry) {
        SavedFile file = entry.file();
        try {
            if (file != null && !file.intact()) {
                entries.replace(entry.with(Obstacle.FILE_LOST));
                LOG.warn(
                        "{} is not there any more, so image {} is not marked",
                        file.path(),
                        entry.picture().id());
                return new Delivery.Waits(
                        entry.with(Obstacle.FILE_LOST), file.path() + " is not there any more, or was changed.");
            }
        } catch (UnavailableException e) {
            return new Delivery.Waits(entry, e.getMessage());
        }
        MarkOutcome outcome = entry.change().tell(marks, entry.picture());
        Obstacle obstacle = obstacle(outcome);
        if (obstacle == null) {
            entries.remove(entry.number());
        } else {
            entries.replace(entry.with(obstacle));
        }
        return new Delivery.Answered(entry.with(obstacle), outcome);
    }

    private static @Nullable Obstacle obstacle(MarkOutcome outcome) {
        return switch (outcome) {
            case MarkOutcome.Done done -> null;
            case MarkOutcome.NotAsRead other -> Obstacle.MARKED_BY_OTHERS;
            case MarkOutcome.ImageChanged other -> Obstacle.IMAGE_CHANGED;
            case MarkOutcome.Gone gone -> Obstacle.GONE;
        };
    }

    /** An entry for this newsroom; a damaged one is moved aside. Belongs under the lock. */
    private Optional<OutboxEntry> read(long number) {
        try {
            return entries.read(number).filter(entry -> entry.database().equals(database));
        } catch (JsonParseException e) {
            Path aside = entries.setAside(number);
            LOG.error("An entry of the outbox is damaged and was moved to {}", aside, e);
            listener.damaged(aside);
            return Optional.empty();
        }
    }

    private Stream<OutboxEntry> mine() {
        return all().filter(entry -> entry.database().equals(database));
    }

    private Stream<OutboxEntry> all() {
        return entries.numbers().stream().flatMap(number -> {
            try {
                return entries.read(number).stream();
            } catch (JsonParseException e) {
                LOG.debug("Entry {} of the outbox is damaged; the next sending moves it aside", number, e);
                return Stream.empty();
            }
        });
    }

    /** Tells of an entry that was sent later. */
    private void tell(Delivery delivery) {
        if (delivery.entry().obstacle() != null) {
            listener.needsDecision(delivery.entry());
        } else if (delivery instanceof Delivery.Answered) {
            listener.delivered(delivery.entry());
        }
    }

    private static String key(PictureRef picture) {
        return picture.customer() + "\n" + picture.id().token();
    }
}

package io.cleanplate.newsroom.mongo;

import com.mongodb.MongoCommandException;
import io.cleanplate.error.UnavailableException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the indexes as soon as the database is there: tries again, less and less often, until it has succeeded or
 * {@link #stop} is called. {@link #run} is to be called once, on a thread of its own.
 */
final class Preparation implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Preparation.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final MongoConnection connection;
    private final CountDownLatch stopped = new CountDownLatch(1);

    Preparation(MongoConnection connection) {
        this.connection = connection;
    }

    @Override
    public void run() {
        Duration pause = FIRST_PAUSE;
        boolean told = false;
        try {
            while (stopped.getCount() > 0 && !prepared()) {
                if (!told) {
                    LOG.warn("The database at {} is away: trying again until it is there", connection.where());
                    told = true;
                }
                if (stopped.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                    return;
                }
                pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
            }
            if (told) {
                LOG.info("The database at {} is there", connection.where());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends the trying. */
    void stop() {
        stopped.countDown();
    }

    private boolean prepared() {
        if (!connection.connected()) {
            return false;
        }
        try {
            connection.call(() -> {
                NewsIndexes.make(connection);
                return true;
            });
            return true;
        } catch (UnavailableException e) {
            LOG.debug("{}", e.getMessage());
            return false;
        } catch (MongoCommandException e) {
            // Such as duplicates that a unique index cannot hold: all works without it, only slower.
            LOG.warn(
                    "The database at {} refused an index ({}): reading may be slow",
                    connection.where(),
                    e.getErrorCodeName());
            return true;
        } catch (IllegalStateException e) {
            if (stopped.getCount() > 0) {
                throw e;
            }
            return true;
        }
    }
}

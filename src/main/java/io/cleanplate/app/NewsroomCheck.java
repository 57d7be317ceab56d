package io.cleanplate.app;

import io.cleanplate.error.UnavailableException;
import io.cleanplate.newsroom.PictureState;
import io.cleanplate.newsroom.StateCounts;
import io.cleanplate.newsroom.mongo.MongoConnection;
import io.cleanplate.newsroom.mongo.MongoNewsroom;
import io.cleanplate.newsroom.mongo.MongoUrl;
import java.time.Clock;
import java.util.List;
import java.util.Locale;

/** Tries whether a newsroom's address is good, without changing anything there. Thread-safe. */
public final class NewsroomCheck {
    private final Clock clock;

    /** With this time. */
    public NewsroomCheck(Clock clock) {
        this.clock = clock;
    }

    /**
     * Connects and counts; takes seconds.
     *
     * @param url a connection string
     * @return one sentence of what is there
     * @throws io.cleanplate.error.CleanplateException when the address cannot be used, or nothing answers there
     */
    public String check(String url) {
        MongoUrl address = MongoUrl.parse("The newsroom's address", url);
        // No indexes are made: this is only a look.
        try (MongoNewsroom newsroom = new MongoNewsroom(new MongoConnection(address), clock, preparation -> {})) {
            if (!newsroom.connected()) {
                throw new UnavailableException("No database answers at " + newsroom.where()
                        + ": check host, port, user and password, and that this machine may reach it.");
            }
            List<StateCounts> counts = newsroom.counts();
            long all = counts.stream().mapToLong(StateCounts::total).sum();
            long pending =
                    counts.stream().mapToLong(of -> of.in(PictureState.PENDING)).sum();
            return String.format(
                    Locale.ROOT,
                    "Connected to %s: %,d stories of %,d customers, %,d pending.",
                    newsroom.where(),
                    all,
                    counts.size(),
                    pending);
        }
    }
}

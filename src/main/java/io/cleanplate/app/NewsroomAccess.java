package io.cleanplate.app;

import io.cleanplate.newsroom.Newsroom;
import io.cleanplate.newsroom.mongo.MongoConnection;
import io.cleanplate.newsroom.mongo.MongoNewsroom;
import io.cleanplate.task.Threads;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The newsroom for one command: opened for as long as that takes, or that of a program which runs on the data folder. */
public final class NewsroomAccess implements AutoCloseable {
    private final NewsroomPlace place;
    private final ExecutorService background = Executors.newSingleThreadExecutor(Threads.named("newsroom"));
    private final MongoNewsroom newsroom;

    /** Connects to it; closes the place with itself. */
    NewsroomAccess(NewsroomPlace place, Clock clock) {
        this.place = place;
        this.newsroom = new MongoNewsroom(new MongoConnection(place.url()), clock, background);
    }

    /** The newsroom. */
    public Newsroom newsroom() {
        return newsroom;
    }

    @Override
    public void close() {
        newsroom.close();
        background.shutdownNow();
        place.close();
    }
}

package io.cleanplate.newsroom;

/**
 * The newsroom: what the rest of the program reads and changes. Thread-safe. Exists while its database is away, too: calls
 * then throw {@link io.cleanplate.error.UnavailableException}, and work once it is back.
 */
public interface Newsroom
        extends PictureQueue, PictureMarks, AutoMarking, CustomerRegistry, NewsroomFigures, AutoCloseable {
    /** Whether the database answers now; known within a second, never throws. */
    boolean connected();

    /** Where the database is, for people: no credentials in it. */
    String where();

    /** Lets go of connections; calls that run fail. Never throws. */
    @Override
    void close();
}

package io.cleanplate.newsroom;

/** What became of a change that was conditional on what had been read. */
public sealed interface MarkOutcome {
    /** It is done, and on a majority of the database's servers. */
    record Done() implements MarkOutcome {}

    /**
     * Nothing was changed: the picture has moved on. {@link NewsImage#mark()} says who did what and when.
     *
     * @param now the picture as it is
     */
    record NotAsRead(NewsImage now) implements MarkOutcome {}

    /**
     * Nothing was changed: the document now names another picture.
     *
     * @param now the picture as it is
     */
    record ImageChanged(NewsImage now) implements MarkOutcome {}

    /** Nothing was changed: the customer has no such document any more. */
    record Gone() implements MarkOutcome {}

    /** Whether the change was made. */
    default boolean done() {
        return this instanceof Done;
    }
}

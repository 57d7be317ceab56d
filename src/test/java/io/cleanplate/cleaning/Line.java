package io.cleanplate.cleaning;

import io.cleanplate.error.UnavailableException;
import io.cleanplate.newsroom.CleanedPicture;
import io.cleanplate.newsroom.MarkOutcome;
import io.cleanplate.newsroom.PictureMarks;
import io.cleanplate.newsroom.PictureRef;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The way to a newsroom, which can be cut. */
final class Line implements PictureMarks {
    /** What happens on the way. */
    enum State {
        UP,
        /** The database is not reached. */
        DOWN,
        /** It is reached, but its answer is lost. */
        ANSWER_LOST,
        /** The program ends before the database is reached. */
        KILLED_BEFORE,
        /** The program ends when the database has done its part. */
        KILLED_AFTER,
        /** The program has a bug. */
        BROKEN
    }

    /** The end of the program. */
    static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    private final PictureMarks newsroom;
    State state = State.UP;
    int asked;

    Line(PictureMarks newsroom) {
        this.newsroom = newsroom;
    }

    @Override
    public MarkOutcome markCleaned(PictureRef picture, CleanedPicture cleaned) {
        return through(() -> newsroom.markCleaned(picture, cleaned));
    }

    @Override
    public MarkOutcome overwriteMark(PictureRef picture, @Nullable String seen, CleanedPicture cleaned) {
        return through(() -> newsroom.overwriteMark(picture, seen, cleaned));
    }

    @Override
    public MarkOutcome markCleanAsIs(PictureRef picture, String editor) {
        return through(() -> newsroom.markCleanAsIs(picture, editor));
    }

    @Override
    public MarkOutcome skip(PictureRef picture, String editor) {
        return through(() -> newsroom.skip(picture, editor));
    }

    @Override
    public MarkOutcome reopen(PictureRef picture, @Nullable String seen) {
        return through(() -> newsroom.reopen(picture, seen));
    }

    private MarkOutcome through(Supplier<MarkOutcome> call) {
        asked++;
        switch (state) {
            case DOWN -> throw new UnavailableException("The database does not answer.");
            case KILLED_BEFORE -> throw new Killed();
            case BROKEN -> throw new IllegalStateException("planted");
            case UP, ANSWER_LOST, KILLED_AFTER -> {}
        }
        MarkOutcome outcome = call.get();
        switch (state) {
            case ANSWER_LOST -> throw new UnavailableException("The answer was lost.");
            case KILLED_AFTER -> throw new Killed();
            default -> {}
        }
        return outcome;
    }
}

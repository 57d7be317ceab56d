package io.cleanplate.desktop.workspace;

import io.cleanplate.desktop.queue.FakeQueue;
import io.cleanplate.newsroom.CleanedPicture;
import io.cleanplate.newsroom.Mark;
import io.cleanplate.newsroom.MarkOutcome;
import io.cleanplate.newsroom.NewsImage;
import io.cleanplate.newsroom.PictureMarks;
import io.cleanplate.newsroom.PictureRef;
import io.cleanplate.newsroom.PictureState;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Marks the pictures of a newsroom in memory, by the rules of the real one. */
final class FakeMarks implements PictureMarks {
    private static final Instant NOW = Instant.parse("2026-11-22T14:03:00Z");

    private final FakeQueue pictures;

    FakeMarks(FakeQueue pictures) {
        this.pictures = pictures;
    }

    @Override
    public MarkOutcome markCleaned(PictureRef picture, CleanedPicture cleaned) {
        return change(picture, FakeMarks::pending, PictureState.CLEANED, mark(cleaned));
    }

    @Override
    public MarkOutcome overwriteMark(PictureRef picture, @Nullable String seen, CleanedPicture cleaned) {
        return change(picture, now -> carries(now, seen), PictureState.CLEANED, mark(cleaned));
    }

    @Override
    public MarkOutcome markCleanAsIs(PictureRef picture, String editor) {
        Mark mark = new Mark(picture.image(), NOW, editor, null, null, null);
        return change(picture, FakeMarks::pending, PictureState.CLEANED, mark);
    }

    @Override
    public MarkOutcome skip(PictureRef picture, String editor) {
        Mark mark = new Mark(null, NOW, editor, null, null, null);
        return change(picture, FakeMarks::pending, PictureState.SKIPPED, mark);
    }

    @Override
    public MarkOutcome reopen(PictureRef picture, @Nullable String seen) {
        Mark mark = new Mark(null, null, null, null, null, NOW);
        return change(picture, now -> !pending(now) && carries(now, seen), PictureState.PENDING, mark);
    }

    private MarkOutcome change(PictureRef picture, Predicate<NewsImage> asRead, PictureState state, Mark mark) {
        Optional<NewsImage> found = pictures.find(picture.customer(), picture.id());
        if (found.isEmpty()) {
            return new MarkOutcome.Gone();
        }
        NewsImage now = found.get();
        if (!now.ref().equals(picture)) {
            return new MarkOutcome.ImageChanged(now);
        }
        if (!asRead.test(now)) {
            return new MarkOutcome.NotAsRead(now);
        }
        pictures.put(new NewsImage(now.ref(), now.story(), state, mark));
        return new MarkOutcome.Done();
    }

    private static boolean pending(NewsImage picture) {
        return picture.state() == PictureState.PENDING;
    }

    private static boolean carries(NewsImage picture, @Nullable String seen) {
        return Objects.equals(picture.mark().cleanImage(), seen);
    }

    private static Mark mark(CleanedPicture cleaned) {
        return new Mark(cleaned.path(), NOW, cleaned.editor(), cleaned.sha256(), cleaned.model(), null);
    }
}

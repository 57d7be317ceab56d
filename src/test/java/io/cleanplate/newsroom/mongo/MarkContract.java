package io.cleanplate.newsroom.mongo;

import static io.cleanplate.newsroom.mongo.Fixture.CLEANED;
import static io.cleanplate.newsroom.mongo.Fixture.NOW;
import static io.cleanplate.newsroom.mongo.Fixture.objectId;
import static io.cleanplate.newsroom.mongo.Fixture.ref;
import static org.assertj.core.api.Assertions.assertThat;

import io.cleanplate.newsroom.MarkOutcome;
import io.cleanplate.newsroom.NewsImage;
import io.cleanplate.newsroom.PictureRef;
import io.cleanplate.newsroom.PictureState;
import io.cleanplate.newsroom.QueueFilter;
import io.cleanplate.newsroom.QueuePage;
import io.cleanplate.newsroom.QueueQuery;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;

/** What every server has to do when an editor decides. */
abstract class MarkContract {
    private static final Date THEN = Date.from(NOW);

    private final Fixture db;

    MarkContract(Fixture db) {
        this.db = db;
    }

    @Test
    void savingByHandChangesExactlyTheNamedFields() {
        PictureRef ref =
                db.insert("a", "c1", "reopened_at", THEN, "auto_marked_cleaned", true, "watermark_skipped", false);
        Document expected = db.stored("a")
                .append("clean_image", "/out/a_cleaned.jpg")
                .append("clean_image_updated_at", THEN)
                .append("cleaned_by", "eva")
                .append("clean_image_sha256", "abc123")
                .append("clean_model", "lama");
        List.of("reopened_at", "auto_marked_cleaned", "watermark_skipped").forEach(expected::remove);

        assertThat(db.newsroom.markCleaned(ref, CLEANED).done()).isTrue();

        assertThat(db.stored("a")).isEqualTo(expected);
    }

    @Test
    void markingAsItIsChangesExactlyTheNamedFields() {
        PictureRef ref = db.insert(objectId(1), "c1");
        Document expected = db.stored(objectId(1))
                .append("clean_image", ref.image())
                .append("clean_image_updated_at", THEN)
                .append("cleaned_by", "eva");

        assertThat(db.newsroom.markCleanAsIs(ref, "eva").done()).isTrue();

        assertThat(db.stored(objectId(1))).isEqualTo(expected);
    }

    @Test
    void skippingChangesExactlyTheNamedFields() {
        PictureRef ref = db.insert("a", "c1");
        Document expected = db.stored("a").append("watermark_skipped", true).append("cleaned_by", "eva");

        assertThat(db.newsroom.skip(ref, "eva").done()).isTrue();

        assertThat(db.stored("a")).isEqualTo(expected);
    }

    @Test
    void reopeningTakesTheMarkBackAndNothingElse() {
        PictureRef ref = db.insert("a", "c1");
        Document expected = db.stored("a").append("reopened_at", THEN);
        db.newsroom.markCleaned(ref, CLEANED);

        assertThat(db.newsroom.reopen(ref, CLEANED.path()).done()).isTrue();

        assertThat(db.stored("a")).isEqualTo(expected);
    }

    @Test
    void skippedPictureCanBeReopenedAndPendingOneCannot() {
        PictureRef ref = db.insert("a", "c1");

        assertThat(db.newsroom.reopen(ref, null)).isInstanceOf(MarkOutcome.NotAsRead.class);
        db.newsroom.skip(ref, "eva");
        assertThat(db.newsroom.reopen(ref, null).done()).isTrue();
        assertThat(refs(db.newsroom.page(new QueueQuery(QueueFilter.pendingOf("c1"), null, 10))))
                .containsExactly(ref);
    }

    @Test
    void whoComesSecondIsToldWhoCleanedItAndWhen() {
        PictureRef ref = db.insert("a", "c1");
        db.newsroom.markCleanAsIs(ref, "eva");
        Document before = db.stored("a");

        MarkOutcome outcome = db.newsroom.markCleaned(ref, CLEANED);

        assertThat(outcome).isInstanceOfSatisfying(MarkOutcome.NotAsRead.class, it -> {
            assertThat(it.now().state()).isEqualTo(PictureState.CLEANED);
            assertThat(it.now().mark().by()).isEqualTo("eva");
            assertThat(it.now().mark().at()).isEqualTo(NOW);
        });
        assertThat(db.stored("a")).isEqualTo(before);
    }

    @Test
    void sameMarkSentAgainIsDone() {
        PictureRef ref = db.insert("a", "c1");
        db.newsroom.markCleaned(ref, CLEANED);

        assertThat(db.newsroom.markCleaned(ref, CLEANED).done()).isTrue();
    }

    @Test
    void markIsNotSetOnAPictureThatChangedOrWent() {
        PictureRef changed = db.insert("a", "c1");
        db.news.updateOne(new Document("_id", "a"), new Document("$set", new Document("image", "https://other")));

        assertThat(db.newsroom.markCleaned(changed, CLEANED)).isInstanceOf(MarkOutcome.ImageChanged.class);
        assertThat(db.newsroom.skip(ref("gone", "c1"), "eva")).isEqualTo(new MarkOutcome.Gone());
        assertThat(db.newsroom.skip(ref("a", "c2"), "eva")).isEqualTo(new MarkOutcome.Gone());
    }

    @Test
    void markIsOverwrittenOnlyIfItIsTheOneThatWasSeen() {
        PictureRef ref = db.insert("a", "c1");
        db.newsroom.markCleanAsIs(ref, "otto");

        assertThat(db.newsroom.overwriteMark(ref, "/out/else.jpg", CLEANED)).isInstanceOf(MarkOutcome.NotAsRead.class);
        assertThat(db.newsroom.overwriteMark(ref, ref.image(), CLEANED).done()).isTrue();
        assertThat(db.stored("a")).containsEntry("cleaned_by", "eva").containsEntry("clean_image", CLEANED.path());
    }

    private static List<PictureRef> refs(QueuePage page) {
        return page.pictures().stream().map(NewsImage::ref).toList();
    }
}

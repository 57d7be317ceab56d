package io.cleanplate.cleaning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import io.cleanplate.cleaning.OutboxEntry.Obstacle;
import io.cleanplate.error.CleanplateException;
import io.cleanplate.error.InputException;
import io.cleanplate.imaging.Limits;
import io.cleanplate.imaging.PictureReader;
import io.cleanplate.imaging.PictureWriter;
import io.cleanplate.mask.Mask;
import io.cleanplate.newsroom.CleanedPicture;
import io.cleanplate.newsroom.NewsId;
import io.cleanplate.newsroom.NewsImage;
import io.cleanplate.newsroom.PictureState;
import io.cleanplate.newsroom.embedded.EmbeddedServer;
import io.cleanplate.newsroom.mongo.MongoConnection;
import io.cleanplate.newsroom.mongo.MongoNewsroom;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An editor's work against a database, and what is left of it when something fails on the way. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PictureDeskTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);
    private static final CleanedPicture OTTOS = new CleanedPicture("/out/otto.jpg", "otto", "abc", null);

    private final EmbeddedServer server;
    private final MongoClient client;
    private final MongoCollection<Document> news;
    private final MongoNewsroom newsroom;
    private final List<OutboxEntry> delivered = new ArrayList<>();
    private final List<OutboxEntry> undecided = new ArrayList<>();

    @TempDir
    Path data;

    private Line line;
    private Outbox outbox;
    private WorkInProgress work;
    private PictureDesk desk;

    PictureDeskTest(@TempDir Path folder) {
        server = EmbeddedServer.start(folder);
        client = MongoClients.create("mongodb://" + server.self().address());
        news = client.getDatabase("news").getCollection("news_document");
        newsroom = new MongoNewsroom(new MongoConnection(server.url()), CLOCK, Runnable::run);
    }

    @BeforeEach
    void start() {
        line = new Line(newsroom);
        outbox = new Outbox(
                data.resolve("outbox"),
                "embedded",
                line,
                new OutboxListener() {
                    @Override
                    public void delivered(OutboxEntry entry) {
                        delivered.add(entry);
                    }

                    @Override
                    public void needsDecision(OutboxEntry entry) {
                        undecided.add(entry);
                    }
                },
                CLOCK);
        OutputTarget target = new OutputTarget(data.resolve("out"), null, true);
        work = new WorkInProgress(data.resolve("work"), new PictureWriter(), new PictureReader(Limits.DEFAULT), CLOCK);
        desk = new PictureDesk(newsroom, new CleanedFiles(() -> target, true, new PictureWriter()), outbox, work);
    }

    @AfterEach
    void empty() {
        news.deleteMany(new Document());
        delivered.clear();
        undecided.clear();
    }

    @AfterAll
    void close() {
        newsroom.close();
        client.close();
        server.close();
    }

    @Test
    void aSavedPictureIsMarkedAndNothingIsLeftOver() {
        NewsImage image = pendingWithWork("a");

        SaveOutcome outcome = desk.saveAndMark(image, Cleaned.grey(10), "lama", "eva");

        assertThat(outcome).isInstanceOf(SaveOutcome.Marked.class);
        assertThat(outcome.file().path()).hasBinaryContent(Cleaned.file(10));
        assertThat(stored("a"))
                .containsEntry("clean_image", outcome.file().path().toString())
                .containsEntry("cleaned_by", "eva")
                .containsEntry("clean_image_sha256", outcome.file().sha256())
                .containsEntry("clean_model", "lama");
        assertThat(outbox.holdsAny()).isFalse();
        assertThat(work.find(WorkKey.of(image.ref()))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Line.State.class,
            names = {"DOWN", "ANSWER_LOST"})
    void whileTheDatabaseIsAwayTheMarkWaitsAndIsSentOnce(Line.State fault) {
        NewsImage image = pendingWithWork("a");
        line.state = fault;

        SaveOutcome outcome = desk.saveAndMark(image, Cleaned.grey(10), null, "eva");
        assertThat(outcome).isInstanceOf(SaveOutcome.Queued.class);
        assertThat(outbox.waiting()).hasSize(1);

        start();
        outbox.sendAll();
        outbox.sendAll();

        assertThat(stored("a")).containsEntry("clean_image", outcome.file().reference());
        assertThat(outbox.holdsAny()).isFalse();
        assertThat(delivered).hasSize(1);
        assertThat(line.asked).isOne();
    }

    @ParameterizedTest
    @EnumSource(
            value = Line.State.class,
            names = {"KILLED_BEFORE", "KILLED_AFTER"})
    void aProgramKilledAroundTheDatabasesAnswerFinishesAtItsNextStart(Line.State kill) {
        NewsImage image = pendingWithWork("a");
        line.state = kill;
        assertThatThrownBy(() -> desk.saveAndMark(image, Cleaned.grey(10), null, "eva"))
                .isInstanceOf(Line.Killed.class);

        start();
        outbox.sendAll();

        assertThat(newsroom.find("c1", image.ref().id()).orElseThrow().state()).isEqualTo(PictureState.CLEANED);
        assertThat(outbox.holdsAny()).isFalse();
    }

    @Test
    void aProgramStoppedBetweenFileAndOutboxHasTheWorkAndUsesTheFileNextTime() throws IOException {
        NewsImage image = pendingWithWork("a");
        Path inTheWay = Files.write(data.resolve("outbox"), new byte[1]);
        Document before = stored("a");

        assertThatThrownBy(() -> desk.saveAndMark(image, Cleaned.grey(10), null, "eva"))
                .isInstanceOf(CleanplateException.class);
        assertThat(stored("a")).isEqualTo(before);
        assertThat(work.find(WorkKey.of(image.ref()))).isPresent();
        Files.delete(inTheWay);

        SaveOutcome again = desk.saveAndMark(image, Cleaned.grey(10), null, "eva");
        assertThat(again).isInstanceOf(SaveOutcome.Marked.class);
        assertThat(again.file().created()).isFalse();
    }

    @Test
    void aDiskThatFailsLeavesTheNewsroomAndTheWorkAsTheyWere() throws IOException {
        NewsImage image = pendingWithWork("a");
        Files.write(data.resolve("out"), new byte[1]);
        Document before = stored("a");

        assertThatThrownBy(() -> desk.saveAndMark(image, Cleaned.grey(10), null, "eva"))
                .isInstanceOf(CleanplateException.class);

        assertThat(stored("a")).isEqualTo(before);
        assertThat(outbox.holdsAny()).isFalse();
        assertThat(work.find(WorkKey.of(image.ref()))).isPresent();
    }

    @Test
    void whoComesSecondIsToldAndMayOverwrite() {
        NewsImage image = pendingWithWork("a");
        newsroom.markCleaned(image.ref(), OTTOS);

        SaveOutcome.Conflict conflict = conflict(image);
        assertThat(conflict.now().mark().by()).isEqualTo("otto");
        assertThat(outbox.undecided()).containsExactly(conflict.entry().with(Obstacle.MARKED_BY_OTHERS));
        assertThat(work.find(WorkKey.of(image.ref()))).isPresent();

        assertThat(desk.overwriteMark(conflict.entry(), conflict.now())).isInstanceOf(SaveOutcome.Marked.class);
        assertThat(stored("a")).containsEntry("cleaned_by", "eva");
        assertThat(outbox.holdsAny()).isFalse();
    }

    @Test
    void aDecisionToOverwriteOutlivesAnAbsentDatabase() {
        NewsImage image = pendingWithWork("a");
        newsroom.markCleaned(image.ref(), OTTOS);
        SaveOutcome.Conflict conflict = conflict(image);
        line.state = Line.State.DOWN;
        assertThat(desk.overwriteMark(conflict.entry(), conflict.now())).isInstanceOf(SaveOutcome.Queued.class);

        start();
        outbox.sendAll();

        assertThat(stored("a")).containsEntry("cleaned_by", "eva");
    }

    @Test
    void keepingTheFileLeavesTheOthersMark() {
        NewsImage image = pendingWithWork("a");
        newsroom.markCleaned(image.ref(), OTTOS);
        SaveOutcome.Conflict conflict = conflict(image);

        desk.keepFile(conflict.entry());

        assertThat(conflict.file().path()).exists();
        assertThat(stored("a")).containsEntry("cleaned_by", "otto");
        assertThat(outbox.holdsAny()).isFalse();
    }

    @Test
    void droppingRemovesTheFileUnlessTheNewsroomNamesIt() {
        NewsImage image = pendingWithWork("a");
        newsroom.markCleaned(image.ref(), OTTOS);
        SaveOutcome.Conflict conflict = conflict(image);
        desk.drop(conflict.entry());
        assertThat(conflict.file().path()).doesNotExist();

        SaveOutcome.Conflict second = conflict(image);
        newsroom.overwriteMark(
                image.ref(), OTTOS.path(), new CleanedPicture(second.file().reference(), "ida", "def", null));
        desk.drop(second.entry());

        assertThat(second.file().path()).exists();
        assertThat(outbox.holdsAny()).isFalse();
    }

    @Test
    void aPictureThatChangedIsNotOverwritten() {
        NewsImage image = pendingWithWork("a");
        news.updateOne(new Document("_id", "a"), new Document("$set", new Document("image", "https://other")));

        SaveOutcome outcome = desk.saveAndMark(image, Cleaned.grey(10), null, "eva");

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        SaveOutcome.ImageChanged.class,
                        changed -> assertThatThrownBy(() -> desk.overwriteMark(changed.entry(), changed.now()))
                                .isInstanceOf(InputException.class));
        assertThat(stored("a")).doesNotContainKey("clean_image");
    }

    @Test
    void aStoryThatIsGoneIsSaid() {
        NewsImage image = pendingWithWork("a");
        news.deleteMany(new Document());

        assertThat(desk.saveAndMark(image, Cleaned.grey(10), null, "eva")).isInstanceOf(SaveOutcome.Gone.class);
        assertThat(desk.skip(image, "eva")).isInstanceOf(ActionOutcome.Gone.class);
        assertThat(outbox.undecided()).hasSize(1);
    }

    @Test
    void aMarkThatComesTooLateWaitsForTheEditor() {
        NewsImage image = pendingWithWork("a");
        line.state = Line.State.DOWN;
        desk.saveAndMark(image, Cleaned.grey(10), null, "eva");
        newsroom.markCleaned(image.ref(), OTTOS);

        start();
        outbox.sendAll();
        outbox.sendAll();

        assertThat(undecided).singleElement().extracting(OutboxEntry::obstacle).isEqualTo(Obstacle.MARKED_BY_OTHERS);
        assertThat(stored("a")).containsEntry("cleaned_by", "otto");
        assertThat(line.asked).isOne();
    }

    @Test
    void aFileThatWasLostInTheMeantimeIsNotHandedOn() throws IOException {
        NewsImage image = pendingWithWork("a");
        line.state = Line.State.DOWN;
        SaveOutcome outcome = desk.saveAndMark(image, Cleaned.grey(10), null, "eva");
        Files.delete(outcome.file().path());

        start();
        outbox.sendAll();

        assertThat(undecided).singleElement().extracting(OutboxEntry::obstacle).isEqualTo(Obstacle.FILE_LOST);
        assertThat(stored("a")).doesNotContainKey("clean_image");
    }

    @Test
    void whatIsUndoneIsPendingForEditorsAgain() {
        NewsImage image = pendingWithWork("a");

        undo(done(desk.skip(image, "eva")));
        assertThat(read("a").state()).isEqualTo(PictureState.PENDING);
        undo(done(desk.markCleanAsIs(image, "eva")));
        assertThat(read("a").state()).isEqualTo(PictureState.PENDING);
        SaveOutcome saved = desk.saveAndMark(image, Cleaned.grey(10), null, "eva");
        undo(((SaveOutcome.Marked) saved).undo());

        assertThat(read("a").state()).isEqualTo(PictureState.PENDING);
        assertThat(read("a").mark().reopenedAt()).isEqualTo(CLOCK.instant());
        assertThat(saved.file().path()).exists();
    }

    @Test
    void whatWasUndoneWhileItWaitedIsNeverHandedOn() {
        NewsImage image = pendingWithWork("a");
        Document before = stored("a");
        line.state = Line.State.DOWN;
        SaveOutcome saved = desk.saveAndMark(image, Cleaned.grey(10), null, "eva");
        desk.undo(((SaveOutcome.Queued) saved).undo());

        start();
        outbox.sendAll();

        assertThat(stored("a")).isEqualTo(before);
        assertThat(line.asked).isOne();
        assertThat(outbox.holdsAny()).isFalse();
    }

    @Test
    void undoingAReopenBringsTheMarkBack() {
        NewsImage pending = pendingWithWork("a");
        newsroom.markCleaned(pending.ref(), OTTOS);
        Document before = stored("a");

        undo(done(desk.reopen(read("a"), "eva")));

        assertThat(stored("a")).isEqualTo(before);
    }

    @Test
    void undoingTheReopeningOfASkippedPictureSkipsItAgain() {
        newsroom.skip(pendingWithWork("a").ref(), "otto");

        undo(done(desk.reopen(read("a"), "eva")));

        assertThat(read("a").state()).isEqualTo(PictureState.SKIPPED);
        assertThat(read("a").mark().by()).isEqualTo("otto");
    }

    @Test
    void anUndoThatCannotRestoreExactlySaysSo() {
        pendingWithWork("a");
        news.updateOne(
                new Document("_id", "a"),
                new Document(
                        "$set",
                        new Document("clean_image", "https://example.org/a.jpg").append("auto_marked_cleaned", true)));

        Undo undo = done(desk.reopen(read("a"), "eva"));
        assertThat(undo.notice()).contains("counts as marked by you");
        undo(undo);

        assertThat(stored("a"))
                .containsEntry("clean_image", "https://example.org/a.jpg")
                .containsEntry("cleaned_by", "eva");
    }

    @Test
    void anUndoThatCameTooLateChangesNothing() {
        NewsImage image = pendingWithWork("a");
        Undo undo = done(desk.markCleanAsIs(image, "eva"));
        newsroom.overwriteMark(image.ref(), image.ref().image(), OTTOS);

        assertThat(desk.undo(undo)).isInstanceOf(ActionOutcome.NotAsRead.class);
        assertThat(stored("a")).containsEntry("cleaned_by", "otto");
        assertThat(outbox.holdsAny()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            value = Line.State.class,
            names = {"DOWN", "ANSWER_LOST"})
    void otherActionsWaitForTheDatabaseTooAndKeepTheirOrder(Line.State fault) {
        NewsImage image = pendingWithWork("a");
        NewsImage other = pendingWithWork("b");
        line.state = fault;
        assertThat(desk.skip(image, "eva")).isInstanceOf(ActionOutcome.Queued.class);
        assertThat(desk.reopen(image, "eva")).isInstanceOf(ActionOutcome.Queued.class);
        assertThat(desk.markCleanAsIs(other, "eva")).isInstanceOf(ActionOutcome.Queued.class);

        start();
        outbox.sendAll();

        assertThat(read("a").state()).isEqualTo(PictureState.PENDING);
        assertThat(read("a").mark().reopenedAt()).isNotNull();
        assertThat(read("b").state()).isEqualTo(PictureState.CLEANED);
        assertThat(undecided).isEmpty();
    }

    private SaveOutcome.Conflict conflict(NewsImage image) {
        return (SaveOutcome.Conflict) desk.saveAndMark(image, Cleaned.grey(10), null, "eva");
    }

    private void undo(Undo undo) {
        assertThat(desk.undo(undo)).isInstanceOf(ActionOutcome.Done.class);
    }

    private static Undo done(ActionOutcome outcome) {
        Undo undo = ((ActionOutcome.Done) outcome).undo();
        if (undo == null) {
            throw new AssertionError("nothing takes it back");
        }
        return undo;
    }

    private NewsImage pendingWithWork(String id) {
        news.insertOne(new Document("_id", id)
                .append("customer_id", "c1")
                .append("title", "Title")
                .append("short_summary", "Summary")
                .append("image", "https://example.org/" + id + ".jpg")
                .append("foreign", 7));
        NewsImage image = read(id);
        work.keep(WorkKey.of(image.ref()), new WorkState(Mask.empty(8, 6), null));
        return image;
    }

    private NewsImage read(String id) {
        return newsroom.find("c1", NewsId.ofString(id)).orElseThrow();
    }

    private Document stored(String id) {
        Document document = news.find(new Document("_id", id)).first();
        return document == null ? new Document() : document;
    }
}

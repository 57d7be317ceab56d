package io.cleanplate.desktop.workspace;

import static io.cleanplate.desktop.workspace.WorkspaceFixture.MARK;
import static io.cleanplate.desktop.workspace.WorkspaceFixture.labels;
import static org.assertj.core.api.Assertions.assertThat;

import io.cleanplate.cleaning.OutputTarget;
import io.cleanplate.cleaning.WorkKey;
import io.cleanplate.desktop.common.Notice;
import io.cleanplate.desktop.editor.EditorState;
import io.cleanplate.desktop.queue.FakeQueue;
import io.cleanplate.desktop.queue.RowWork;
import io.cleanplate.imaging.Limits;
import io.cleanplate.imaging.Picture;
import io.cleanplate.imaging.PictureReader;
import io.cleanplate.imaging.Rect;
import io.cleanplate.newsroom.CleanedPicture;
import io.cleanplate.newsroom.NewsImage;
import io.cleanplate.newsroom.PictureRef;
import io.cleanplate.newsroom.PictureState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an editor decides about a picture, what becomes of it, and how it is taken back. */
class HandOverViewModelTest {
    private static final CleanedPicture OTTOS = new CleanedPicture("/out/otto.png", "otto", "abc", null);

    @TempDir
    Path folder;

    @SuppressWarnings("NullAway.Init") // set by start
    private WorkspaceFixture desk;

    @BeforeEach
    void start() {
        desk = new WorkspaceFixture(folder);
        desk.open(0);
    }

    @Test
    void aSavedPictureMakesRoomForTheNextAtOnce() {
        desk.clean();

        desk.handOver.saveAndMark();

        assertThat(desk.row(0)).isEqualTo(RowWork.of(RowWork.Kind.SAVING));
        assertThat(desk.selected()).isEqualTo(desk.now(1));
        assertThat(desk.handOver.underWayProperty().get()).isOne();
        desk.tasks.runAll();
        assertThat(desk.opened()).isOne();
        assertThat(desk.handOver.underWayProperty().get()).isZero();
    }

    @Test
    void aSavedPictureIsOnTheDiskAndInTheNewsroom() {
        desk.clean();

        saveAndWait();

        NewsImage now = desk.now(0);
        assertThat(now.state()).isEqualTo(PictureState.CLEANED);
        assertThat(now.mark().by()).isEqualTo("eva");
        assertThat(now.mark().model()).isEqualTo("see-through");
        Picture file = new PictureReader(Limits.DEFAULT)
                .read(Path.of(String.valueOf(now.mark().cleanImage())));
        assertThat(file.pixels().sample(MARK.left(), MARK.top(), 0)).isEqualTo(9);
        assertThat(file.pixels().sample(0, 0, 0)).isEqualTo(100);
        assertThat(desk.queue.rowOf(FakeQueue.id(0))).isEqualTo(-1);
        assertThat(desk.notices.getLast().text()).isEqualTo("Saved: Story 0");
        assertThat(kept(0)).isFalse();
    }

    @Test
    void anUndoneSaveIsPendingAgainWithItsWork() {
        desk.clean();
        saveAndWait();

        desk.choose("Undo");

        assertThat(desk.state(0)).isEqualTo(PictureState.PENDING);
        assertThat(desk.opened()).isZero();
        assertThat(desk.shown()).isEqualTo(9);
        assertThat(desk.handOver.saveableBinding().get()).isTrue();
    }

    @Test
    void undoingKeepsWhatWasBegunOnTheNextPicture() {
        desk.clean();
        saveAndWait();
        desk.paint(MARK);

        desk.choose("Undo");

        assertThat(kept(1)).isTrue();
    }

    @Test
    void whereNothingWasRemovedNothingIsSavedAndAsIsIsOffered() {
        saveAndWait();
        assertThat(desk.state(0)).isEqualTo(PictureState.PENDING);
        assertThat(desk.opened()).isZero();

        desk.choose("Mark clean as is");

        assertThat(desk.state(0)).isEqualTo(PictureState.CLEANED);
        assertThat(desk.now(0).mark().cleanImage()).isEqualTo("https://pictures.example/0.jpg");
    }

    @Test
    void anOfferForOnePictureIsNotTakenForAnother() {
        saveAndWait();
        desk.open(1);

        desk.choose("Mark clean as is");

        assertThat(desk.state(0)).isEqualTo(PictureState.CLEANED);
        assertThat(desk.state(1)).isEqualTo(PictureState.PENDING);
        assertThat(desk.opened()).isOne();
    }

    @Test
    void aSkippedPictureKeepsItsWorkForAnUndo() {
        desk.paint(MARK);

        desk.handOver.skip();
        assertThat(desk.row(0)).isEqualTo(RowWork.of(RowWork.Kind.SAVING));
        desk.tasks.runAll();
        assertThat(desk.state(0)).isEqualTo(PictureState.SKIPPED);
        assertThat(desk.opened()).isOne();
        assertThat(desk.notices.getLast().text()).isEqualTo("Skipped: Story 0");
        desk.choose("Undo");

        assertThat(desk.state(0)).isEqualTo(PictureState.PENDING);
        assertThat(desk.opened()).isZero();
        assertThat(desk.edited().mask().bounds()).isEqualTo(MARK);
    }

    @Test
    void aPictureThatDoesNotOpenCanBeSkipped() {
        desk.broken.add("https://pictures.example/5.jpg");
        desk.open(5);

        desk.handOver.skip();
        desk.tasks.runAll();

        assertThat(desk.state(5)).isEqualTo(PictureState.SKIPPED);
    }

    @Test
    void asIsIsTakenBackByUndo() {
        desk.handOver.markCleanAsIs();
        desk.tasks.runAll();
        assertThat(desk.state(0)).isEqualTo(PictureState.CLEANED);

        desk.choose("Undo");

        assertThat(desk.state(0)).isEqualTo(PictureState.PENDING);
        assertThat(desk.opened()).isZero();
    }

    @Test
    void aReopenedPictureStaysAndCanBeSavedAgain() {
        showAll();
        desk.clean();
        saveAndWait();
        desk.open(0);
        assertThat(desk.handOver.handedOnBinding().get()).isTrue();
        assertThat(desk.handOver.saveableBinding().get()).isFalse();

        desk.handOver.reopen();
        desk.tasks.runAll();
        assertThat(desk.state(0)).isEqualTo(PictureState.PENDING);
        assertThat(desk.opened()).isZero();
        assertThat(desk.handOver.handedOnBinding().get()).isFalse();
        assertThat(desk.handOver.pendingBinding().get()).isTrue();
        desk.clean();
        saveAndWait();

        assertThat(desk.state(0)).isEqualTo(PictureState.CLEANED);
    }

    @Test
    void anUndoneReopenBringsTheMarkBack() {
        showAll();
        desk.clean();
        saveAndWait();
        NewsImage before = desk.now(0);
        desk.open(0);
        desk.handOver.reopen();
        desk.tasks.runAll();

        desk.choose("Undo");

        assertThat(desk.now(0)).isEqualTo(before);
        assertThat(desk.handOver.handedOnBinding().get()).isTrue();
    }

    @Test
    void whereTheSelectedPictureWasTheLastThoseBeforeItAreNext() {
        desk.open(5);
        desk.clean();

        saveAndWait();

        assertThat(desk.opened()).isZero();
        assertThat(kept(5)).isFalse();
    }

    @Test
    void afterTheVeryLastPictureNothingIsOpen() {
        for (int i = 0; i < 6; i++) {
            desk.handOver.skip();
            desk.tasks.runAll();
        }

        assertThat(desk.selected()).isNull();
        assertThat(desk.editor.stateProperty().get()).isInstanceOf(EditorState.Empty.class);
    }

    @Test
    void savingTheLastPictureTwiceInHasteIsSavingItOnce() {
        desk.open(5);
        desk.clean();

        desk.handOver.saveAndMark();
        desk.handOver.saveAndMark();
        desk.handOver.skip();
        desk.tasks.runAll();

        assertThat(desk.state(5)).isEqualTo(PictureState.CLEANED);
        assertThat(desk.outbox.undecided()).isEmpty();
        assertThat(desk.notices).noneMatch(notice -> notice.kind() == Notice.Kind.WARNING);
    }

    @Test
    void aSavedPictureThatStaysOpenLeavesNoWorkBehind() {
        showAll();
        desk.open(5);
        desk.clean();
        saveAndWait();
        assertThat(desk.opened()).isEqualTo(5);
        assertThat(desk.handOver.handedOnBinding().get()).isTrue();

        desk.workspace.keepWork();
        desk.open(0);

        assertThat(kept(5)).isFalse();
    }

    @Test
    void nothingIsSavedWhileARemovalRuns() {
        desk.clean();
        desk.paint(new Rect(40, 30, 50, 40));
        desk.editor.removal().remove();
        assertThat(desk.handOver.saveableBinding().get()).isFalse();

        desk.handOver.saveAndMark();
        desk.tasks.runAll();

        assertThat(desk.state(0)).isEqualTo(PictureState.PENDING);
        assertThat(desk.opened()).isZero();
        assertThat(desk.handOver.saveableBinding().get()).isTrue();
    }

    @Test
    void whoComesSecondIsAskedAndNothingIsLost() {
        conflict();

        assertThat(desk.row(0)).isEqualTo(RowWork.of(RowWork.Kind.CONFLICT));
        assertThat(desk.notices.getLast().text())
                .startsWith("Not marked: \"Story 0\" was cleaned by otto on ")
                .endsWith("Your file was saved.");
        assertThat(labels(desk.notices.getLast()))
                .containsExactly("Overwrite the mark", "Keep my file", "Drop my file");
        assertThat(savedFiles()).hasSize(1);
        assertThat(kept(0)).isTrue();
    }

    @Test
    void overwritingTheMarkHandsOnTheEditorsFile() {
        conflict();

        desk.choose("Overwrite the mark");

        assertThat(desk.now(0).mark().by()).isEqualTo("eva");
        assertThat(desk.outbox.undecided()).isEmpty();
        assertThat(kept(0)).isFalse();
    }

    @Test
    void keepingTheFileLeavesTheOthersMark() {
        conflict();

        desk.choose("Keep my file");

        assertThat(desk.now(0).mark().by()).isEqualTo("otto");
        assertThat(savedFiles()).hasSize(1);
        assertThat(desk.outbox.undecided()).isEmpty();
        assertThat(desk.queue.rowOf(FakeQueue.id(0))).isEqualTo(-1);
    }

    @Test
    void droppingTheFileRemovesIt() {
        conflict();

        desk.choose("Drop my file");

        assertThat(desk.now(0).mark().by()).isEqualTo("otto");
        assertThat(savedFiles()).isEmpty();
        assertThat(desk.outbox.undecided()).isEmpty();
    }

    @Test
    void whoIsOvertakenAgainWhileDecidingIsAskedAgain() {
        conflict();
        Notice question = desk.notices.getLast();
        desk.marks.overwriteMark(
                FakeQueue.picture(0).ref(), OTTOS.path(), new CleanedPicture("/out/ida.png", "ida", "def", null));

        desk.choose("Overwrite the mark");

        assertThat(desk.now(0).mark().by()).isEqualTo("ida");
        assertThat(desk.notices.getLast()).isNotEqualTo(question);
        assertThat(desk.notices.getLast().text()).contains("was cleaned by ida");
        desk.choose("Overwrite the mark");
        assertThat(desk.now(0).mark().by()).isEqualTo("eva");
    }

    @Test
    void aDecisionThatWaitsForTheDatabaseIsShownInItsRow() {
        conflict();
        desk.newsroom.away(true);

        desk.choose("Overwrite the mark");

        assertThat(desk.row(0)).isEqualTo(RowWork.of(RowWork.Kind.QUEUED));
        databaseIsBack();
        assertThat(desk.now(0).mark().by()).isEqualTo("eva");
    }

    @Test
    void aStoryWithAnotherPictureIsOfferedToBeOpened() {
        desk.clean();
        PictureRef other = new PictureRef("valley-radio", FakeQueue.id(0), "https://pictures.example/other.jpg");
        desk.newsroom.put(new NewsImage(
                other,
                FakeQueue.picture(0).story(),
                PictureState.PENDING,
                desk.now(1).mark()));
        saveAndWait();
        assertThat(labels(desk.notices.getLast())).containsExactly("Open the new one", "Delete my file");

        desk.choose("Open the new one");

        assertThat(Objects.requireNonNull(desk.workspace.story()).ref()).isEqualTo(other);
    }

    @Test
    void aStoryThatIsGoneIsSaid() {
        desk.clean();
        desk.newsroom.remove(0);

        saveAndWait();

        assertThat(desk.notices.getLast().text()).contains("is not there any more");
        desk.choose("Delete my file");
        assertThat(savedFiles()).isEmpty();
    }

    @Test
    void whileTheDatabaseIsAwayAPictureIsSavedAndWaits() {
        desk.clean();
        desk.newsroom.away(true);

        saveAndWait();

        assertThat(desk.row(0)).isEqualTo(RowWork.of(RowWork.Kind.QUEUED));
        assertThat(desk.notices.getLast().text())
                .isEqualTo("Story 0 is saved on this machine and will be marked done when the database is back."
                        + " The database does not answer.");
        assertThat(savedFiles()).hasSize(1);
        assertThat(desk.opened()).isOne();
    }

    @Test
    void whatWaitedIsMarkedWhenTheDatabaseIsBack() {
        desk.clean();
        desk.newsroom.away(true);
        saveAndWait();

        databaseIsBack();

        assertThat(desk.state(0)).isEqualTo(PictureState.CLEANED);
        assertThat(desk.queue.rowOf(FakeQueue.id(0))).isEqualTo(-1);
    }

    @Test
    void whatWaitsCanBeTakenBackWithItsWork() {
        desk.clean();
        desk.newsroom.away(true);
        saveAndWait();

        desk.choose("Undo");
        assertThat(desk.opened()).isZero();
        assertThat(desk.shown()).isEqualTo(9);
        databaseIsBack();

        assertThat(desk.state(0)).isEqualTo(PictureState.PENDING);
    }

    @Test
    void skippingWhileTheDatabaseIsAwayCanBeTakenBackToo() {
        desk.newsroom.away(true);
        desk.handOver.skip();
        desk.tasks.runAll();
        assertThat(desk.row(0)).isEqualTo(RowWork.of(RowWork.Kind.QUEUED));

        desk.choose("Undo");
        databaseIsBack();

        assertThat(desk.state(0)).isEqualTo(PictureState.PENDING);
    }

    @Test
    void anUndecidedPictureIsAskedAboutAtTheNextStart() {
        conflict();

        desk = new WorkspaceFixture(folder, desk.newsroom);
        desk.handOver.askUndecided();
        desk.tasks.runAll();

        assertThat(desk.notices)
                .singleElement()
                .satisfies(notice ->
                        assertThat(notice.text()).startsWith("Not marked: \"Story 0\" was cleaned by otto on "));
    }

    @Test
    void whileTheDatabaseIsAwayNobodyIsToldThatAStoryIsGone() {
        conflict();
        desk = new WorkspaceFixture(folder, desk.newsroom);
        desk.newsroom.away(true);

        desk.handOver.askUndecided();
        desk.tasks.runAll();
        assertThat(desk.notices).isEmpty();

        desk.newsroom.away(false);
        desk.handOver.askUndecided();
        desk.handOver.askUndecided();
        desk.tasks.runAll();
        assertThat(desk.notices).hasSize(1);
    }

    @Test
    void aFileThatWasLostWhileItsMarkWaitedIsSaid() throws IOException {
        desk.clean();
        desk.newsroom.away(true);
        saveAndWait();
        Files.delete(savedFiles().getFirst());

        databaseIsBack();

        assertThat(desk.notices.getLast().text())
                .startsWith("\"Story 0\" was not marked done: ")
                .contains(desk.cleaned.toString());
        desk.choose("Open it again");
        assertThat(desk.opened()).isZero();
        assertThat(desk.outbox.undecided()).isEmpty();
    }

    @Test
    void aSkipThatCameTooLateIsSaidAndLeavesNothingToDecide() {
        desk.newsroom.away(true);
        desk.handOver.skip();
        desk.tasks.runAll();
        desk.newsroom.away(false);
        desk.marks.markCleaned(FakeQueue.picture(0).ref(), OTTOS);

        databaseIsBack();

        assertThat(desk.notices.getLast().text()).startsWith("Nothing was changed: \"Story 0\" was cleaned by otto");
        assertThat(desk.notices.getLast().choices()).isEmpty();
        assertThat(desk.outbox.undecided()).isEmpty();
    }

    @Test
    void aFolderThatNobodyElseCanReadIsRefusedAndTheWorkIsKept() {
        desk.clean();
        desk.target = new OutputTarget(desk.cleaned, null, false);

        saveAndWait();

        assertThat(desk.row(0).kind()).isEqualTo(RowWork.Kind.FAILED);
        assertThat(desk.notices.getLast().text()).contains("OUTPUT_DIR");
        assertThat(desk.state(0)).isEqualTo(PictureState.PENDING);
        desk.choose("Open it again");
        assertThat(desk.opened()).isZero();
        assertThat(desk.shown()).isEqualTo(9);
        assertThat(desk.row(0)).isEqualTo(RowWork.NONE);
    }

    @Test
    void whereTheDiskTakesNothingAtAllTheWorkIsThereAllTheSame() throws IOException {
        desk.clean();
        Files.write(folder.resolve("work"), new byte[1]);

        desk.handOver.saveAndMark();
        desk.tasks.runAll();
        assertThat(desk.row(0).kind()).isEqualTo(RowWork.Kind.FAILED);
        desk.choose("Open it again");

        assertThat(desk.shown()).isEqualTo(9);
    }

    @Test
    void whileALooseFileIsOpenNothingIsDecidedAboutTheStoryBehindIt() throws IOException {
        Path file = Files.write(folder.resolve("loose.png"), WorkspaceFixture.bytes(WorkspaceFixture.picture(50)));
        desk.files.open(List.of(file));
        desk.tasks.runAll();

        assertThat(desk.handOver.pendingBinding().get()).isFalse();
        assertThat(desk.handOver.looseBinding().get()).isTrue();
        desk.handOver.skip();
        desk.handOver.markCleanAsIs();
        desk.handOver.saveAndMark();
        desk.tasks.runAll();

        assertThat(desk.state(0)).isEqualTo(PictureState.PENDING);
        desk.files.close();
        desk.tasks.runAll();
        assertThat(desk.handOver.pendingBinding().get()).isTrue();
    }

    private void saveAndWait() {
        desk.handOver.saveAndMark();
        desk.tasks.runAll();
    }

    private void conflict() {
        desk.clean();
        desk.marks.markCleaned(FakeQueue.picture(0).ref(), OTTOS);
        saveAndWait();
    }

    private void showAll() {
        desk.queue.filters().stateProperty().set(null);
        desk.tasks.runAll();
    }

    /** The outbox sends from time to time. */
    private void databaseIsBack() {
        desk.newsroom.away(false);
        desk.outbox.sendAll();
        desk.tasks.runAll();
    }

    private boolean kept(int number) {
        return desk.work.find(WorkKey.of(FakeQueue.picture(number).ref())).isPresent();
    }

    private List<Path> savedFiles() {
        try (Stream<Path> all = Files.walk(desk.cleaned)) {
            return all.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}

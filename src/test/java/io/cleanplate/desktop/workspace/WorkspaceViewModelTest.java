package io.cleanplate.desktop.workspace;

import static io.cleanplate.desktop.workspace.WorkspaceFixture.MARK;
import static org.assertj.core.api.Assertions.assertThat;

import io.cleanplate.cleaning.WorkKey;
import io.cleanplate.cleaning.WorkState;
import io.cleanplate.desktop.common.Notice;
import io.cleanplate.desktop.editor.EditorState;
import io.cleanplate.desktop.queue.FakeQueue;
import io.cleanplate.desktop.queue.RowWork;
import io.cleanplate.mask.Mask;
import io.cleanplate.newsroom.NewsImage;
import io.cleanplate.newsroom.PictureState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is selected in the queue is opened, and what is begun on it is kept. */
class WorkspaceViewModelTest {
    @TempDir
    Path folder;

    @SuppressWarnings("NullAway.Init") // set by start
    private WorkspaceFixture desk;

    @BeforeEach
    void start() {
        desk = new WorkspaceFixture(folder);
    }

    @Test
    void beforeAnythingIsSelectedPeopleAreToldWhatToDo() {
        assertThat(desk.editor.stateProperty().get())
                .isEqualTo(new EditorState.Empty("Choose a picture from the queue, or drop one here."));
        assertThat(desk.workspace.story()).isNull();
    }

    @Test
    void aSelectedStoryIsShownAndTheNextFiveAreFetched() {
        desk.open(0);

        assertThat(desk.editor.stateProperty().get()).isEqualTo(new EditorState.Open("Story 0"));
        assertThat(desk.fetched)
                .containsExactly(
                        "https://pictures.example/0.jpg",
                        "https://pictures.example/1.jpg",
                        "https://pictures.example/2.jpg",
                        "https://pictures.example/3.jpg",
                        "https://pictures.example/4.jpg",
                        "https://pictures.example/5.jpg");
    }

    @Test
    void whileAPictureIsOnItsWayThatIsSaid() {
        desk.queue.selectNext();

        assertThat(desk.editor.stateProperty().get()).isEqualTo(new EditorState.Loading("Story 0"));
        assertThat(desk.workspace.currentProperty().get()).isNull();
    }

    @Test
    void onlyThePictureThatWasSelectedLastIsShown() {
        desk.queue.selectNext();
        desk.queue.selectNext();
        desk.tasks.runAll();

        assertThat(desk.opened()).isEqualTo(1);
    }

    @Test
    void aPictureThatFailsSaysWhyAndOffersToTryAgain() {
        desk.broken.add("https://pictures.example/0.jpg");
        desk.open(0);
        EditorState.Failed failed =
                (EditorState.Failed) desk.editor.stateProperty().get();
        assertThat(failed.message()).isEqualTo("The picture at https://pictures.example/0.jpg does not answer.");
        assertThat(failed.choices())
                .extracting(Notice.Choice::label)
                .containsExactly("Try again", "Skip it", "Next picture");
        assertThat(desk.row(0)).isEqualTo(RowWork.failed(failed.message()));

        desk.broken.clear();
        failed.choices().getFirst().run().run();
        desk.tasks.runAll();

        assertThat(desk.opened()).isZero();
        assertThat(desk.row(0)).isEqualTo(RowWork.NONE);
    }

    @Test
    void afterAPictureThatFailedTheNextCanBeShown() {
        desk.broken.add("https://pictures.example/0.jpg");
        desk.open(0);

        ((EditorState.Failed) desk.editor.stateProperty().get())
                .choices()
                .getLast()
                .run()
                .run();
        desk.tasks.runAll();

        assertThat(desk.opened()).isEqualTo(1);
        assertThat(desk.row(0).kind()).isEqualTo(RowWork.Kind.FAILED);
    }

    @Test
    void aPictureThatOpensAfterAllIsNoFailureAnyMore() {
        desk.broken.add("https://pictures.example/0.jpg");
        desk.open(0);
        desk.open(1);
        desk.broken.clear();

        desk.open(0);

        assertThat(desk.row(0)).isEqualTo(RowWork.NONE);
    }

    @Test
    void whatWasPaintedComesBackWithThePicture() {
        desk.open(0);
        desk.paint(MARK);
        desk.open(1);
        assertThat(desk.edited().mask().isEmpty()).isTrue();

        desk.open(0);

        assertThat(desk.edited().mask().bounds()).isEqualTo(MARK);
        assertThat(desk.notices.getLast().text()).isEqualTo("Your work on this picture is back where you left it.");
    }

    @Test
    void whatWasRemovedComesBackWithThePicture() {
        desk.open(0);
        desk.clean();
        desk.open(1);

        desk.open(0);

        assertThat(desk.shown()).isEqualTo(9);
        assertThat(desk.editor.result()).isPresent();
    }

    @Test
    void aPictureThatIsLeftBeforeItsWorkIsWrittenHasItAllTheSame() {
        desk.open(0);
        desk.paint(MARK);
        desk.queue.selectNext();
        desk.queue.selectPrevious();

        desk.tasks.runAll();

        assertThat(desk.edited().mask().bounds()).isEqualTo(MARK);
    }

    @Test
    void whatWasKeptIsBackAfterTheNextStart() {
        desk.open(0);
        desk.clean();
        desk.paint(MARK);
        desk.workspace.keepWork();
        desk.tasks.runAll();

        desk = new WorkspaceFixture(folder, desk.newsroom);
        desk.open(0);

        assertThat(desk.shown()).isEqualTo(9);
        assertThat(desk.edited().mask().bounds()).isEqualTo(MARK);
    }

    @Test
    void atTheEndOfTheProgramThePictureBeforeIsKeptTooAndNothingWaits() {
        desk.open(0);
        desk.paint(MARK);
        desk.open(1);
        desk.paint(MARK);
        desk.queue.selectNext();

        desk.workspace.noteWork();
        desk.workspace.keepNow();

        assertThat(desk.work.find(WorkKey.of(FakeQueue.picture(0).ref()))).isPresent();
        assertThat(desk.work.find(WorkKey.of(FakeQueue.picture(1).ref()))).isPresent();
    }

    @Test
    void workThatTheDiskDoesNotTakeIsThereAsLongAsTheProgramRunsAndThatIsToldOnce() throws IOException {
        desk.open(0);
        desk.paint(MARK);
        Files.write(folder.resolve("work"), new byte[1]);
        desk.open(1);
        desk.paint(MARK);
        desk.workspace.keepWork();
        desk.tasks.runAll();
        assertThat(desk.notices)
                .singleElement()
                .satisfies(told -> assertThat(told.kind()).isEqualTo(Notice.Kind.ERROR));

        desk.open(0);

        assertThat(desk.edited().mask().bounds()).isEqualTo(MARK);
    }

    @Test
    void aPictureOfAnotherSizeDoesNotTakeUpTheWork() {
        desk.open(0);
        WorkKey key = WorkKey.of(FakeQueue.picture(1).ref());
        desk.work.keep(key, new WorkState(Mask.ofGrey(1, 1, new byte[] {-1}), null));

        desk.open(1);

        assertThat(desk.edited().mask().isEmpty()).isTrue();
        assertThat(desk.notices).isEmpty();
    }

    @Test
    void theSamePictureInAnotherStateKeepsWhatIsPainted() {
        desk.open(0);
        desk.paint(MARK);
        NewsImage cleaned = FakeQueue.in(PictureState.CLEANED, desk.now(0));
        desk.queue.filters().stateProperty().set(null);
        desk.tasks.runAll();
        desk.queue.pictureChanged(cleaned);

        desk.queue.selectRow(0);
        desk.tasks.runAll();

        assertThat(desk.workspace.story()).isEqualTo(cleaned);
        assertThat(desk.edited().mask().bounds()).isEqualTo(MARK);
    }

    @Test
    void whenTheFilterLeavesThePictureOutTheWorkIsKept() {
        desk.open(0);
        desk.paint(MARK);

        desk.queue.filters().customerProperty().set("somebody-else");
        desk.tasks.runAll();

        assertThat(desk.editor.stateProperty().get()).isInstanceOf(EditorState.Empty.class);
        assertThat(desk.work.find(WorkKey.of(FakeQueue.picture(0).ref()))).isPresent();
    }
}

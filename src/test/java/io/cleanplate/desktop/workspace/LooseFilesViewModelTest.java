package io.cleanplate.desktop.workspace;

import static io.cleanplate.desktop.workspace.WorkspaceFixture.MARK;
import static org.assertj.core.api.Assertions.assertThat;

import io.cleanplate.cleaning.OpenedPicture;
import io.cleanplate.cleaning.WorkKey;
import io.cleanplate.desktop.common.Notice;
import io.cleanplate.desktop.editor.EditorState;
import io.cleanplate.imaging.Limits;
import io.cleanplate.imaging.PictureReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pictures outside the newsroom in the same editor. */
class LooseFilesViewModelTest {
    @TempDir
    Path folder;

    @SuppressWarnings("NullAway.Init") // set by start
    private WorkspaceFixture desk;

    @SuppressWarnings("NullAway.Init") // set by start
    private Path pictures;

    @BeforeEach
    void start() throws IOException {
        pictures = Files.createDirectory(folder.resolve("pictures"));
        for (String name : List.of("2.png", "10.png", "1.png")) {
            Files.write(pictures.resolve(name), WorkspaceFixture.bytes(WorkspaceFixture.picture(50)));
        }
        Files.writeString(pictures.resolve("notes.txt"), "no picture");
        desk = new WorkspaceFixture(folder);
    }

    @Test
    void aFolderOpensItsPicturesInTheOrderOfTheirNames() {
        openAll();

        assertThat(desk.files.files())
                .containsExactly(pictures.resolve("1.png"), pictures.resolve("2.png"), pictures.resolve("10.png"));
        assertThat(desk.files.positionProperty().get()).isZero();
        assertThat(name()).isEqualTo("1.png");
    }

    @Test
    void aFolderWithoutPicturesIsSaidAndWhatIsOpenStays() throws IOException {
        openAll();

        Path empty = Files.createDirectory(folder.resolve("empty"));
        desk.files.open(List.of(empty));
        desk.tasks.runAll();

        assertThat(desk.notices.getLast().text()).startsWith("There are no pictures in " + empty);
        assertThat(name()).isEqualTo("1.png");
    }

    @Test
    void theNextFileIsShownAndTheLastStays() {
        openAll();

        desk.files.next();
        desk.files.next();
        desk.files.next();
        desk.tasks.runAll();

        assertThat(name()).isEqualTo("10.png");
    }

    @Test
    void whatWasPaintedOnAFileComesBackWithIt() {
        openAll();
        desk.paint(MARK);
        desk.files.next();
        desk.tasks.runAll();

        desk.files.show(0);
        desk.tasks.runAll();

        assertThat(desk.edited().mask().bounds()).isEqualTo(MARK);
    }

    @Test
    void aSavedFileMakesRoomForTheNextAndLeavesNoWorkBehind() {
        openAll();
        desk.clean();
        Path target = suggested();
        assertThat(target).isEqualTo(pictures.resolve("1_cleaned.png"));

        desk.files.saveAs(target);
        desk.tasks.runAll();

        assertThat(new PictureReader(Limits.DEFAULT).read(target).pixels().sample(MARK.left(), MARK.top(), 0))
                .isEqualTo(9);
        assertThat(name()).isEqualTo("2.png");
        assertThat(desk.notices.getLast().text()).isEqualTo("Saved: " + target);
        assertThat(desk.work.find(WorkKey.of(pictures.resolve("1.png")))).isEmpty();
    }

    @Test
    void theLastFileStaysOpenOnceSavedAndWhatIsPaintedThenIsKept() {
        Path last = pictures.resolve("10.png");
        openAll();
        desk.files.show(2);
        desk.tasks.runAll();
        desk.clean();
        desk.files.saveAs(suggested());
        desk.tasks.runAll();
        desk.workspace.keepWork();
        desk.tasks.runAll();
        assertThat(name()).isEqualTo("10.png");
        assertThat(desk.work.find(WorkKey.of(last))).isEmpty();

        desk.paint(MARK);
        desk.workspace.keepWork();
        desk.tasks.runAll();

        assertThat(desk.work.find(WorkKey.of(last))).isPresent();
    }

    @Test
    void theOriginalIsNeverReplacedAndTheWorkIsKept() throws IOException {
        Path original = pictures.resolve("1.png");
        byte[] before = Files.readAllBytes(original);
        openAll();
        desk.clean();

        desk.files.saveAs(original);
        desk.tasks.runAll();

        assertThat(desk.notices.getLast().text()).contains("is the original, which is never replaced");
        assertThat(original).hasBinaryContent(before);
        desk.choose("Open it again");
        assertThat(desk.shown()).isEqualTo(9);
    }

    @Test
    void whereNothingWasRemovedThereIsNothingToSave() {
        openAll();

        assertThat(desk.files.worthSaving()).isFalse();
        assertThat(desk.notices.getLast().text()).startsWith("Nothing was removed from this picture yet");
    }

    @Test
    void aPastedPictureIsOpenAndSavedByName() {
        desk.files.paste(WorkspaceFixture.picture(50));
        desk.tasks.runAll();
        assertThat(name()).isEqualTo("Pasted picture");
        desk.clean();
        Path target = desk.files.suggested(pictures).orElseThrow();

        desk.files.saveAs(target);
        desk.tasks.runAll();

        assertThat(target).exists();
        assertThat(desk.editor.stateProperty().get()).isEqualTo(new EditorState.Open("Pasted picture"));
    }

    @Test
    void aFileThatIsNoPictureSaysSoAndCanBeTriedAgain() throws IOException {
        Path file = pictures.resolve("notes.txt");
        desk.files.open(List.of(file));
        desk.tasks.runAll();
        EditorState.Failed failed =
                (EditorState.Failed) desk.editor.stateProperty().get();
        assertThat(failed.message()).contains("notes.txt");
        Files.write(file, WorkspaceFixture.bytes(WorkspaceFixture.picture(50)));

        failed.choices().getFirst().run().run();
        desk.tasks.runAll();

        assertThat(name()).isEqualTo("notes.txt");
    }

    @Test
    void aFileThatDoesNotOpenDoesNotHoldUpTheNext() throws IOException {
        Files.writeString(pictures.resolve("1.png"), "broken");
        openAll();
        EditorState.Failed failed =
                (EditorState.Failed) desk.editor.stateProperty().get();
        assertThat(failed.choices()).extracting(Notice.Choice::label).containsExactly("Try again", "Next picture");

        failed.choices().getLast().run().run();
        desk.tasks.runAll();

        assertThat(name()).isEqualTo("2.png");
    }

    @Test
    void closingTheFilesShowsTheQueuesPictureAgain() {
        desk.open(0);
        openAll();
        assertThat(desk.workspace.story()).isNull();

        desk.files.close();
        desk.tasks.runAll();

        assertThat(desk.opened()).isZero();
        assertThat(desk.files.positionProperty().get()).isEqualTo(-1);
    }

    @Test
    void aStoryThatIsSelectedTakesTheFilesPlace() {
        openAll();

        desk.open(2);

        assertThat(desk.opened()).isEqualTo(2);
        assertThat(desk.files.suggested(folder)).isEmpty();
    }

    private void openAll() {
        desk.files.open(List.of(pictures));
        desk.tasks.runAll();
    }

    private Path suggested() {
        return desk.files.suggested(folder).orElseThrow();
    }

    private String name() {
        OpenedPicture open =
                Objects.requireNonNull(desk.workspace.currentProperty().get());
        return open.name();
    }
}

package io.cleanplate.desktop.editor;

import static org.assertj.core.api.Assertions.assertThat;

import io.cleanplate.cleaning.edit.EditedPicture;
import io.cleanplate.cleaning.edit.Stroke;
import io.cleanplate.cleaning.edit.StrokeKind;
import io.cleanplate.desktop.common.Notice;
import io.cleanplate.imaging.Limits;
import io.cleanplate.imaging.Orientation;
import io.cleanplate.imaging.PictureReader;
import io.cleanplate.imaging.Pixels;
import io.cleanplate.imaging.Rect;
import io.cleanplate.inpaint.Device;
import io.cleanplate.inpaint.InpaintResult;
import io.cleanplate.mask.MaskReader;
import io.cleanplate.mask.PaintMode;
import io.cleanplate.task.SameThreadTasks;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EditorViewModelTest {
    private static final Rect MARK = new Rect(10, 10, 20, 20);

    private final SameThreadTasks tasks = SameThreadTasks.waiting();
    private final List<String> told = new ArrayList<>();
    private final List<String> models = new ArrayList<>();
    private final EditorViewModel editor = new EditorViewModel(
            new Background(tasks, (Notice notice) -> told.add(notice.text())),
            (pixels, mask, model, monitor) -> {
                models.add(model);
                monitor.checkCancelled();
                monitor.progress(1, 2);
                byte[] color = new byte[pixels.width() * pixels.height()];
                Arrays.fill(color, (byte) 9);
                return new InpaintResult(pixels.withColor(color), List.of(), 0, Device.CPU, List.of());
            },
            new MaskReader(new PictureReader(Limits.DEFAULT)),
            EditorSettings.DEFAULT);

    private EditedPicture opened(String name) {
        EditedPicture picture = EditedPicture.open(
                new Pixels(100, 80, 1, 8, new byte[8000], null),
                Orientation.UPRIGHT,
                EditedPicture.DEFAULT_HISTORY_BYTES);
        editor.open(picture, name);
        return picture;
    }

    private static void paint(EditedPicture picture, Rect area) {
        Stroke stroke = picture.begin(StrokeKind.MASK);
        stroke.rectangle(area, PaintMode.ADD);
        stroke.commit();
    }

    @Test
    void removingWithoutAMaskSaysWhatToDo() {
        opened("harbour");

        editor.removal().remove();

        assertThat(told).containsExactly("Nothing is painted yet. Paint over the watermark first, then remove it.");
        assertThat(tasks.waitingTasks()).isZero();
    }

    @Test
    void aRemovalRunsInTheBackgroundAndItsResultCanBeSaved() {
        EditedPicture picture = opened("harbour");
        paint(picture, MARK);

        editor.removal().remove();
        assertThat(editor.removal().busyProperty().get()).isTrue();
        editor.removal().remove();
        tasks.runAll();

        assertThat(editor.removal().busyProperty().get()).isFalse();
        assertThat(models).containsExactly("see-through");
        assertThat(editor.picture().statusProperty().get()).isEqualTo("1 result, showing 1 (see-through)");
        assertThat(editor.result().orElseThrow().stored().sample(15, 15, 0)).isEqualTo(9);
        assertThat(editor.result().orElseThrow().stored().sample(30, 30, 0)).isZero();
    }

    @Test
    void theOtherModelDoesTheSameOnceMore() {
        EditedPicture picture = opened("harbour");
        paint(picture, MARK);
        editor.removal().remove();
        tasks.runAll();

        editor.removal().removeWithOtherModel();
        tasks.runAll();

        assertThat(models).containsExactly("see-through", "lama");
        assertThat(picture.results()).isEqualTo(2);
        editor.previousResult();
        assertThat(editor.picture().statusProperty().get()).isEqualTo("2 results, showing 1 (see-through)");
    }

    @Test
    void aResultThatComesDuringAStrokeWaitsForItsEnd() {
        EditedPicture picture = opened("harbour");
        paint(picture, MARK);
        editor.removal().remove();
        Stroke stroke = picture.begin(StrokeKind.MASK);
        stroke.rectangle(new Rect(50, 50, 60, 60), PaintMode.ADD);

        tasks.runAll();
        assertThat(picture.results()).isZero();
        stroke.commit();

        assertThat(picture.results()).isEqualTo(1);
        assertThat(picture.mask().bounds()).isEqualTo(new Rect(50, 50, 60, 60));
    }

    @Test
    void anotherPictureStopsTheRemovalAndPeopleAreTold() {
        EditedPicture first = opened("harbour");
        paint(first, MARK);
        editor.removal().remove();

        EditedPicture second = opened("market");
        tasks.runAll();

        assertThat(first.results() + second.results()).isZero();
        assertThat(told)
                .containsExactly("The removal was stopped, because another picture was opened before it was done.");
        assertThat(editor.removal().busyProperty().get()).isFalse();
    }

    @Test
    void aCancelledRemovalLeavesTheMask() {
        EditedPicture picture = opened("harbour");
        paint(picture, MARK);
        editor.removal().remove();

        editor.cancel();
        tasks.runAll();

        assertThat(picture.mask().bounds()).isEqualTo(MARK);
        assertThat(editor.removal().busyProperty().get()).isFalse();
        assertThat(told).isEmpty();
    }

    @Test
    void theLastMaskIsThereForTheNextPicture() {
        paint(opened("harbour"), MARK);
        EditedPicture next = opened("market");

        editor.mask().reuseLast();
        tasks.runAll();

        assertThat(next.mask().bounds()).isEqualTo(MARK);
    }

    @Test
    void aMaskThatChangesWhileItGrowsGrowsAsItIsThen() {
        EditedPicture picture = opened("harbour");
        paint(picture, MARK);
        editor.mask().grow();
        paint(picture, new Rect(50, 50, 60, 60));

        tasks.runAll();

        assertThat(picture.mask().bounds()).isEqualTo(new Rect(9, 9, 61, 61));
    }

    @Test
    void aSavedMaskIsLoadedAgain(@TempDir Path folder) {
        EditedPicture picture = opened("harbour");
        paint(picture, MARK);
        editor.mask().save(folder.resolve("mask.png"));
        editor.mask().clear();
        tasks.runAll();
        assertThat(picture.mask().isEmpty()).isTrue();

        editor.mask().load(folder.resolve("mask.png"));
        tasks.runAll();

        assertThat(picture.mask().bounds()).isEqualTo(MARK);
        assertThat(told).containsExactly("The mask was saved as mask.png.");
    }

    @Test
    void workThatWasKeptIsTakenUpAgain() {
        EditedPicture picture = opened("harbour");
        paint(picture, MARK);
        editor.removal().remove();
        tasks.runAll();
        var work = editor.work().orElseThrow();

        EditedPicture again = opened("harbour");
        editor.restoreWork(work);

        assertThat(again.shown().sample(15, 15, 0)).isEqualTo(9);
        assertThat(editor.picture().canSaveProperty().get()).isTrue();
    }
}

package io.cleanplate.desktop.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cleanplate.cleaning.WorkInProgress;
import io.cleanplate.cleaning.WorkKey;
import io.cleanplate.cleaning.WorkState;
import io.cleanplate.cleaning.edit.EditWork;
import io.cleanplate.desktop.queue.FakeQueue;
import io.cleanplate.error.CleanplateException;
import io.cleanplate.imaging.Limits;
import io.cleanplate.imaging.PictureReader;
import io.cleanplate.imaging.PictureWriter;
import io.cleanplate.imaging.Pixels;
import io.cleanplate.mask.Mask;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkKeeperTest {
    private static final Pixels PICTURE = WorkspaceFixture.picture(100).pixels();
    private static final WorkKey KEY = WorkKey.of(FakeQueue.picture(1).ref());
    private static final WorkKey OTHER = WorkKey.of(FakeQueue.picture(2).ref());

    @TempDir
    Path folder;

    private WorkInProgress disk = inProgress(Path.of(""));
    private WorkKeeper keeper = new WorkKeeper(disk);

    @BeforeEach
    void start() {
        disk = inProgress(folder.resolve("work"));
        keeper = new WorkKeeper(disk);
    }

    @Test
    void whatWasNotedIsFoundBeforeAndAfterItIsWritten() {
        keeper.note(KEY, painted(3));
        assertThat(keeper.find(KEY))
                .hasValueSatisfying(found -> assertThat(columns(found)).isEqualTo(3));
        assertThat(disk.find(KEY)).isEmpty();

        keeper.write(KEY);

        assertThat(keeper.find(KEY))
                .hasValueSatisfying(found -> assertThat(columns(found)).isEqualTo(3));
        assertThat(disk.find(KEY)).isPresent();
    }

    @Test
    void onlyWhatWasNotedLastIsWritten() {
        keeper.note(KEY, painted(3));
        keeper.note(KEY, painted(5));

        keeper.write(KEY);
        keeper.write(KEY);

        assertThat(disk.find(KEY))
                .hasValueSatisfying(found -> assertThat(columns(found)).isEqualTo(5));
    }

    @Test
    void workThatWasTakenBackByHandLeavesNothing() {
        keeper.note(KEY, painted(3));
        keeper.write(KEY);

        keeper.note(KEY, painted(0));
        assertThat(keeper.find(KEY)).isEmpty();
        keeper.write(KEY);

        assertThat(disk.find(KEY)).isEmpty();
    }

    @Test
    void whatWasNotedBeforeAPictureWasSavedIsNotWrittenAfterwards() {
        keeper.note(KEY, painted(3));

        keeper.write(KEY, KeptWork.of(painted(3)));
        disk.drop(KEY);
        keeper.write(KEY);

        assertThat(disk.find(KEY)).isEmpty();
    }

    @Test
    void whatWasDroppedIsNotWrittenAfterwards() {
        keeper.note(KEY, painted(3));

        keeper.drop(KEY);
        keeper.write(KEY);

        assertThat(keeper.find(KEY)).isEmpty();
        assertThat(disk.find(KEY)).isEmpty();
    }

    @Test
    void whatTheDiskDidNotTakeIsStillFoundAndWrittenLater() throws IOException {
        Path inTheWay = Files.write(folder.resolve("work"), new byte[1]);
        keeper.note(KEY, painted(3));

        assertThatThrownBy(() -> keeper.write(KEY)).isInstanceOf(CleanplateException.class);
        assertThat(keeper.find(KEY)).isPresent();

        Files.delete(inTheWay);
        keeper.write(KEY);
        assertThat(disk.find(KEY)).isPresent();
    }

    @Test
    void atTheEndAllThatWasNotedIsWritten() {
        keeper.note(KEY, painted(3));
        keeper.note(OTHER, painted(4));

        keeper.writeAll();

        assertThat(disk.find(KEY)).isPresent();
        assertThat(disk.find(OTHER)).isPresent();
    }

    @Test
    void atTheEndADiskThatTakesNothingIsNoMistake() throws IOException {
        Path inTheWay = Files.write(folder.resolve("work"), new byte[1]);
        keeper.note(KEY, painted(3));

        keeper.writeAll();

        assertThat(keeper.find(KEY)).isPresent();
        Files.delete(inTheWay);
    }

    private static WorkInProgress inProgress(Path folder) {
        return new WorkInProgress(folder, new PictureWriter(), new PictureReader(Limits.DEFAULT), Clock.systemUTC());
    }

    /** Work with so many columns painted. */
    private static EditWork painted(int columns) {
        byte[] grey = new byte[WorkspaceFixture.WIDTH * WorkspaceFixture.HEIGHT];
        for (int i = 0; i < grey.length; i++) {
            grey[i] = (byte) (i % WorkspaceFixture.WIDTH < columns ? 255 : 0);
        }
        return new EditWork(PICTURE, Mask.ofGrey(WorkspaceFixture.WIDTH, WorkspaceFixture.HEIGHT, grey), PICTURE, null);
    }

    private static int columns(WorkState state) {
        return state.mask().bounds().width();
    }
}

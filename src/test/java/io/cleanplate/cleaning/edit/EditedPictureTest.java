package io.cleanplate.cleaning.edit;

import static org.assertj.core.api.Assertions.assertThat;

import io.cleanplate.imaging.Orientation;
import io.cleanplate.imaging.Pixels;
import io.cleanplate.imaging.Rect;
import io.cleanplate.mask.Mask;
import io.cleanplate.mask.MaskBuffer;
import io.cleanplate.mask.PaintMode;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class EditedPictureTest {
    private static final int WIDTH = 300;
    private static final int HEIGHT = 200;
    private static final Rect MARK = new Rect(10, 20, 30, 40);

    private final EditedPicture picture = open(EditedPicture.DEFAULT_HISTORY_BYTES);

    private static EditedPicture open(long bytes) {
        return EditedPicture.open(gradient(), Orientation.UPRIGHT, bytes);
    }

    private static Pixels gradient() {
        byte[] color = new byte[WIDTH * HEIGHT * 3];
        for (int i = 0; i < color.length; i++) {
            color[i] = (byte) (i % 251);
        }
        return new Pixels(WIDTH, HEIGHT, 3, 8, color, null);
    }

    private static Pixels filled(Pixels like, int value) {
        byte[] color = new byte[like.width() * like.height() * 3];
        Arrays.fill(color, (byte) value);
        return like.withColor(color);
    }

    private static void paint(EditedPicture picture, Rect area) {
        Stroke stroke = picture.begin(StrokeKind.MASK);
        stroke.rectangle(area, PaintMode.ADD);
        stroke.commit();
    }

    private static boolean remove(EditedPicture picture, int value) {
        return picture.removed(picture.removal("lama").done(filled(picture.shown(), value)));
    }

    @Test
    void aRemovalUsesTheMaskAndUndoingItBringsTheStrokesBack() {
        paint(picture, MARK);
        remove(picture, 7);
        assertThat(picture.mask().isEmpty()).isTrue();
        assertThat(picture.shown().sample(15, 25, 0)).isEqualTo(7);

        picture.undo();

        assertThat(picture.mask().bounds()).isEqualTo(MARK);
        assertThat(picture.shown().color()).isEqualTo(gradient().color());
    }

    @Test
    void whatIsPaintedWhileARemovalRunsStays() {
        paint(picture, MARK);
        Removal removal = picture.removal("lama");
        paint(picture, new Rect(100, 100, 110, 110));

        picture.removed(removal.done(filled(picture.shown(), 7)));

        assertThat(picture.mask().bounds()).isEqualTo(new Rect(100, 100, 110, 110));
    }

    @Test
    void ofAResultOnlyWhatIsUnderTheMaskIsTaken() {
        paint(picture, MARK);

        Removed removed = picture.removal("lama").done(filled(picture.shown(), 7));

        assertThat(removed.pixels().sample(15, 25, 0)).isEqualTo(7);
        assertThat(removed.pixels().sample(100, 100, 0)).isEqualTo(gradient().sample(100, 100, 0));
    }

    @Test
    void aResultThatIsReadyIsShownWithoutBeingMadeAnew() {
        paint(picture, MARK);
        Removed removed = picture.removal("lama").done(filled(picture.shown(), 7));

        picture.removed(removed);

        assertThat(picture.shown()).isSameAs(removed.pixels());
    }

    @Test
    void whatIsBroughtBackWhileARemovalRunsStays() {
        paint(picture, MARK);
        remove(picture, 7);
        paint(picture, new Rect(100, 100, 110, 110));
        Removal removal = picture.removal("lama");
        Stroke stroke = picture.begin(StrokeKind.RESTORE);
        stroke.rectangle(new Rect(10, 20, 20, 40), PaintMode.ADD);
        stroke.commit();

        picture.removed(removal.done(filled(picture.shown(), 9)));

        assertThat(picture.shown().sample(15, 25, 0)).isEqualTo(gradient().sample(15, 25, 0));
        assertThat(picture.shown().sample(25, 25, 0)).isEqualTo(7);
        assertThat(picture.shown().sample(105, 105, 0)).isEqualTo(9);
    }

    @Test
    void aResultForAPictureThatWasUndoneMeanwhileIsDropped() {
        paint(picture, MARK);
        remove(picture, 7);
        paint(picture, MARK);
        Removal removal = picture.removal("lama");
        picture.undo();
        picture.undo();

        assertThat(picture.removed(removal.done(filled(picture.shown(), 9)))).isFalse();
        assertThat(picture.results()).isZero();
    }

    @Test
    void restoringBringsTheOriginalBackAndKeepsTheModel() {
        paint(picture, MARK);
        remove(picture, 7);
        Stroke stroke = picture.begin(StrokeKind.RESTORE);
        stroke.rectangle(new Rect(10, 20, 20, 40), PaintMode.ADD);
        stroke.commit();

        assertThat(picture.shown().sample(15, 25, 1)).isEqualTo(gradient().sample(15, 25, 1));
        assertThat(picture.shown().sample(25, 25, 1)).isEqualTo(7);
        assertThat(picture.model()).contains("lama");
        assertThat(picture.results()).isEqualTo(1);
    }

    @Test
    void aCancelledStrokeWasNever() {
        paint(picture, MARK);
        Stroke stroke = picture.begin(StrokeKind.MASK);
        stroke.line(100, 100, 150, 150, 20, PaintMode.ADD);
        stroke.cancel();
        byte[] mask = new byte[WIDTH * HEIGHT];
        picture.copyMask(Rect.ofSize(WIDTH, HEIGHT), mask);

        assertThat(mask[120 * WIDTH + 120]).isZero();
        assertThat(mask[25 * WIDTH + 15]).isEqualTo((byte) 1);
    }

    @Test
    void theOldestStepsGoWhenTheHistoryIsFull() {
        EditedPicture small = open(2_000_000);
        for (int i = 0; i < 40; i++) {
            paint(small, new Rect(i, i, i + 2, i + 2));
        }
        int undone = 0;
        while (small.canUndo()) {
            small.undo();
            undone++;
        }

        assertThat(undone).isBetween(1, 20);
        assertThat(small.mask().isEmpty()).isFalse();
    }

    @Test
    void theNewestResultOfTheOriginalIsShownByItsModel() {
        invert(picture, 7);
        paint(picture, MARK);
        remove(picture, 9);

        assertThat(picture.show("inverted")).isTrue();

        assertThat(picture.shown().sample(15, 25, 0)).isEqualTo(7);
        assertThat(picture.showsResultOfOriginal()).isTrue();
        assertThat(picture.show("see-through")).isFalse();
    }

    @Test
    void aResultOfAResultIsNoneOfTheOriginal() {
        invert(picture, 7);
        paint(picture, MARK);
        remove(picture, 9);

        assertThat(picture.showsResultOfOriginal()).isFalse();
        assertThat(picture.show("lama")).isFalse();
    }

    @Test
    void adjustmentsInARowReplaceTheResultAndAreOneStep() {
        Removed found = invert(picture, 7);
        Removed moved = inverted(picture, 8);
        picture.adjusted(found.pixels(), moved);
        picture.adjusted(moved.pixels(), inverted(picture, 9));
        assertThat(picture.shown().sample(15, 25, 0)).isEqualTo(9);
        assertThat(picture.results()).isEqualTo(1);

        picture.undo();

        assertThat(picture.shown().sample(15, 25, 0)).isEqualTo(7);
    }

    @Test
    void whatIsPaintedForTheNextRemovalStaysThroughAnAdjustment() {
        Removed found = invert(picture, 7);
        paint(picture, MARK);

        picture.adjusted(found.pixels(), inverted(picture, 8));

        assertThat(picture.mask().bounds()).isEqualTo(MARK);
    }

    @Test
    void anAdjustmentOfAResultThatWasPaintedIntoIsAResultMore() {
        Removed found = invert(picture, 7);
        Stroke stroke = picture.begin(StrokeKind.RESTORE);
        stroke.rectangle(new Rect(10, 20, 20, 40), PaintMode.ADD);
        stroke.commit();

        Removed moved = inverted(picture, 8);
        picture.adjusted(found.pixels(), moved);
        picture.adjusted(moved.pixels(), inverted(picture, 9));

        assertThat(picture.results()).isEqualTo(2);
        assertThat(picture.shown().sample(15, 25, 0)).isEqualTo(9);
        picture.undo();
        assertThat(picture.shown().sample(15, 25, 0)).isEqualTo(gradient().sample(15, 25, 0));
        assertThat(picture.shown().sample(25, 25, 0)).isEqualTo(7);
    }

    @Test
    void anAdjustmentThatWasAskedForBeforeAnUndoIsDropped() {
        Removed found = invert(picture, 7);
        Removed moved = inverted(picture, 8);
        picture.undo();

        assertThat(picture.adjusted(found.pixels(), moved)).isFalse();
        assertThat(picture.model()).isEmpty();
    }

    private static Removed invert(EditedPicture picture, int value) {
        Removed removed = inverted(picture, value);
        picture.removed(removed);
        return removed;
    }

    private static Removed inverted(EditedPicture picture, int value) {
        MaskBuffer mark = new MaskBuffer(WIDTH, HEIGHT);
        mark.rectangle(MARK, PaintMode.ADD);
        return picture.removalOfOriginal(mark.snapshot(), "inverted").done(filled(picture.original(), value));
    }

    @Property(tries = 8)
    void aPictureStoredTurnedIsHandedBackInStoredOrderAndChangedOnlyUnderTheMask(@ForAll Orientation stored) {
        Pixels pixels = gradient();
        EditedPicture turned = EditedPicture.open(pixels, stored, EditedPicture.DEFAULT_HISTORY_BYTES);
        paint(turned, MARK);
        remove(turned, 7);

        Pixels saved = turned.result().orElseThrow().stored();

        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                boolean masked =
                        MARK.contains(stored.uprightX(x, y, WIDTH, HEIGHT), stored.uprightY(x, y, WIDTH, HEIGHT));
                assertThat(saved.sample(x, y, 1)).isEqualTo(masked ? 7 : pixels.sample(x, y, 1));
            }
        }
    }

    @Property(tries = 100)
    void undoingAllGivesTheStartAndRedoingAllTheEnd(
            @ForAll @Size(max = 25) List<@IntRange(min = 0, max = 99) Integer> steps) {
        EditedPicture edited = open(EditedPicture.DEFAULT_HISTORY_BYTES);
        steps.forEach(step -> act(edited, step));
        Mask mask = edited.mask();
        byte[] shown = edited.shown().color();
        int showing = edited.showing();

        while (edited.canUndo()) {
            edited.undo();
        }
        assertThat(edited.mask().isEmpty()).isTrue();
        assertThat(edited.shown().color()).isEqualTo(gradient().color());
        while (edited.canRedo()) {
            edited.redo();
        }

        assertThat(edited.mask()).isEqualTo(mask);
        assertThat(edited.shown().color()).isEqualTo(shown);
        assertThat(edited.showing()).isEqualTo(showing);
    }

    private static void act(EditedPicture edited, int step) {
        Rect area = new Rect(step, step, step + 20, step + 30);
        switch (step % 7) {
            case 0, 1 -> paint(edited, area);
            case 2 -> remove(edited, step);
            case 3 -> edited.setMask(MaskOperations.grow(edited.mask()));
            case 4 -> edited.setMask(MaskOperations.nextCorner(edited.mask()));
            case 5 -> edited.show(step % (edited.results() + 1));
            default -> {
                Stroke stroke = edited.begin(StrokeKind.RESTORE);
                stroke.rectangle(area, PaintMode.ADD);
                stroke.commit();
            }
        }
    }
}

package io.cleanplate.desktop.queue;

import static io.cleanplate.desktop.queue.FakeQueue.id;
import static io.cleanplate.desktop.queue.FakeQueue.in;
import static io.cleanplate.desktop.queue.FakeQueue.picture;
import static org.assertj.core.api.Assertions.assertThat;

import io.cleanplate.desktop.common.Notice;
import io.cleanplate.newsroom.NewsId;
import io.cleanplate.newsroom.NewsImage;
import io.cleanplate.newsroom.PictureState;
import io.cleanplate.task.SameThreadTasks;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import javafx.collections.ListChangeListener;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The queue without a window: what is read, what moves, and what must not. */
class QueueViewModelTest {
    private final List<Notice> notices = new ArrayList<>();
    private final HandDelay typing = new HandDelay();

    @Test
    void showsTheFirstPendingPicturesInOrder() {
        QueueViewModel queue = started(FakeQueue.pending(250));

        assertThat(queue.stateProperty().get().kind()).isEqualTo(ListState.Kind.READY);
        assertThat(numbers(queue, 0, 100)).containsExactlyElementsOf(range(0, 100));
    }

    @Test
    void scrollsThroughAllPicturesAndBackWithFewInMemory() {
        int all = 25_000;
        QueueViewModel queue = started(FakeQueue.pending(all));

        int most = scroll(queue, 0, all, 50);
        assertThat(queue.rows()).hasSize(all);
        most = Math.max(most, scroll(queue, all, 0, -50));

        assertThat(most).isLessThanOrEqualTo(QueueRows.MOST);
        assertThat(queue.rows()).hasSize(all);
    }

    @Test
    void everyPictureIsSeenOnceAndInOrder() {
        QueueViewModel queue = started(FakeQueue.pending(25_000));
        List<NewsId> seen = new ArrayList<>();

        for (int row = 0; row < queue.rows().size(); row++) {
            if (row % 10 == 0) {
                queue.show(row, row + 10);
            }
            seen.add(idOf(queue, row));
        }

        assertThat(seen)
                .containsExactlyElementsOf(
                        IntStream.range(0, 25_000).mapToObj(FakeQueue::id).toList());
    }

    @Test
    void aPageThatWasDroppedIsReadAgainAsItIsNow() {
        FakeQueue newsroom = FakeQueue.pending(10_000);
        QueueViewModel queue = started(newsroom);
        scroll(queue, 0, 10_000, 50);
        assertThat(queue.rows().get(150)).isEqualTo(QueueRow.UNLOADED);

        newsroom.remove(120);
        newsroom.put(in(PictureState.SKIPPED, picture(121)));
        queue.show(140, 150);

        assertThat(numbers(queue, 115, 121)).containsExactly(115, 116, 117, 118, 119, 122);
        assertThat(queue.rows()).hasSize(9_998);
    }

    @Test
    void picturesThatComeBetweenTwoPagesAppearThere() {
        FakeQueue newsroom = new FakeQueue();
        range(0, 1000).stream().filter(n -> n < 20 || n >= 300).forEach(n -> newsroom.put(picture(n)));
        QueueViewModel queue = started(newsroom);

        range(20, 300).forEach(n -> newsroom.put(picture(n)));
        queue.refresh();

        assertThat(numbers(queue, 0, 380)).containsExactlyElementsOf(range(0, 380));
    }

    @Test
    void jumpingToARowReadsOnlyWhatIsNearIt() {
        FakeQueue newsroom = FakeQueue.pending(10_000);
        QueueViewModel queue = started(newsroom);
        scroll(queue, 0, 10_000, 50);
        int before = newsroom.reads();

        queue.show(1000, 1010);

        assertThat(numbers(queue, 1000, 1010)).containsExactlyElementsOf(range(1000, 1010));
        assertThat(newsroom.reads() - before).isLessThanOrEqualTo(3);
    }

    @Test
    void newPicturesAppearAtTheEndAndNothingMoves() {
        FakeQueue newsroom = FakeQueue.pending(30);
        QueueViewModel queue = started(newsroom);
        queue.selectRow(7);
        Set<NewsImage> selections = selectionsOf(queue);

        newsroom.put(picture(30));
        newsroom.put(picture(31));
        queue.refresh();

        assertThat(numbers(queue, 28, 32)).containsExactly(28, 29, 30, 31);
        assertThat(queue.selectedRow()).isEqualTo(7);
        assertThat(selections).isEmpty();
    }

    @Test
    void whatOthersCleanedGoesAndTheSelectionStaysWhereItBelongs() {
        FakeQueue newsroom = FakeQueue.pending(30);
        QueueViewModel queue = started(newsroom);
        queue.selectRow(7);

        newsroom.put(in(PictureState.CLEANED, picture(3)));
        newsroom.put(in(PictureState.AUTO_MARKED, picture(5)));
        queue.refresh();

        assertThat(queue.rows()).hasSize(28);
        assertThat(selectedNumber(queue)).isEqualTo(7);
        assertThat(queue.selectedRow()).isEqualTo(5);
    }

    @Test
    void aRefreshWithoutNewsTellsListenersNothing() {
        QueueViewModel queue = started(FakeQueue.pending(250));
        List<Object> changes = new ArrayList<>();
        queue.rows().addListener((ListChangeListener<QueueRow>) changes::add);

        queue.refresh();

        assertThat(changes).isEmpty();
    }

    @Test
    void aSavedPictureGoesAndTheSelectionWaitsForTheWorkspace() {
        QueueViewModel queue = started(FakeQueue.pending(5));
        queue.selectRow(2);

        queue.pictureChanged(in(PictureState.CLEANED, picture(2)));

        assertThat(numbers(queue, 0, 4)).containsExactly(0, 1, 3, 4);
        assertThat(selectedNumber(queue)).isEqualTo(2);
        assertThat(queue.selectedRow()).isEqualTo(-1);

        queue.selectNext();

        assertThat(selectedNumber(queue)).isEqualTo(3);
    }

    @Test
    void behindTheLastPictureComeThoseThatWerePassedOver() {
        QueueViewModel queue = started(FakeQueue.pending(3));
        queue.selectRow(2);

        queue.pictureChanged(in(PictureState.CLEANED, picture(2)));
        queue.selectNext();

        assertThat(selectedNumber(queue)).isEqualTo(0);
    }

    @Test
    void afterTheLastOneAllIsDone() {
        FakeQueue newsroom = FakeQueue.pending(1);
        QueueViewModel queue = started(newsroom);
        queue.filters().customerProperty().set("valley-radio");
        queue.selectNext();

        newsroom.put(in(PictureState.CLEANED, picture(0)));
        queue.pictureChanged(in(PictureState.CLEANED, picture(0)));
        queue.selectNext();

        assertThat(queue.selectedProperty().get()).isNull();
        assertThat(queue.stateProperty().get().text())
                .isEqualTo("All done: no pending pictures of valley-radio. New ones appear here by themselves.");
    }

    @Test
    void aReopenedPictureComesBackInItsPlace() {
        FakeQueue newsroom = FakeQueue.pending(5);
        newsroom.put(in(PictureState.SKIPPED, picture(2)));
        QueueViewModel queue = started(newsroom);

        queue.pictureChanged(picture(2));

        assertThat(numbers(queue, 0, 5)).containsExactly(0, 1, 2, 3, 4);
    }

    @Test
    void anAnswerFromBeforeASaveIsReadOnceMore() {
        FakeQueue newsroom = FakeQueue.pending(5);
        SameThreadTasks tasks = SameThreadTasks.waiting();
        QueueViewModel queue = model(newsroom, tasks);
        queue.start();
        tasks.runAll();

        queue.refresh();
        newsroom.put(in(PictureState.CLEANED, picture(2)));
        queue.pictureChanged(in(PictureState.CLEANED, picture(2)));
        tasks.runAll();

        assertThat(numbers(queue, 0, 4)).containsExactly(0, 1, 3, 4);
    }

    @Test
    void anAnswerForAnOlderFilterIsDropped() {
        FakeQueue newsroom = FakeQueue.pending(5);
        newsroom.put(in(PictureState.SKIPPED, picture(9)));
        SameThreadTasks tasks = SameThreadTasks.waiting();
        QueueViewModel queue = model(newsroom, tasks);
        queue.start();

        queue.filters().stateProperty().set(PictureState.SKIPPED);
        tasks.runAll();

        assertThat(numbers(queue, 0, queue.rows().size())).containsExactly(9);
    }

    @Test
    void stepsFromPictureToPictureAcrossPages() {
        QueueViewModel queue = started(FakeQueue.pending(350));
        List<Integer> visited = new ArrayList<>();

        for (int i = 0; i < 350; i++) {
            queue.selectNext();
            visited.add(selectedNumber(queue));
        }
        queue.selectNext();
        queue.selectPrevious();

        assertThat(visited).containsExactlyElementsOf(range(0, 350));
        assertThat(selectedNumber(queue)).isEqualTo(348);
    }

    @Test
    void knowsThePicturesThatComeNext() {
        FakeQueue newsroom = FakeQueue.pending(300);
        newsroom.put(in(PictureState.SKIPPED, picture(99)));
        QueueViewModel queue = started(newsroom);
        queue.filters().stateProperty().set(null);
        queue.selectRow(98);

        assertThat(queue.upcoming(3).stream().map(QueueViewModelTest::number)).containsExactly(100, 101, 102);
    }

    @Test
    void theSelectionSurvivesAFilterThatItsPicturePasses() {
        QueueViewModel queue = started(FakeQueue.pending(300));
        queue.selectRow(42);

        queue.filters().stateProperty().set(null);
        assertThat(selectedNumber(queue)).isEqualTo(42);
        assertThat(queue.selectedRow()).isEqualTo(42);

        queue.filters().stateProperty().set(PictureState.CLEANED);
        assertThat(queue.selectedProperty().get()).isNull();
    }

    @Test
    void goesOnBehindASelectionThatTheNewListHasNotReachedYet() {
        QueueViewModel queue = started(FakeQueue.pending(1000));
        scroll(queue, 0, 900, 50);
        queue.selectRow(800);
        queue.filters().stateProperty().set(null);
        assertThat(queue.selectedRow()).isEqualTo(-1);

        queue.selectNext();

        assertThat(selectedNumber(queue)).isEqualTo(801);
    }

    @Test
    void selectsAPictureThatIsNotShown() {
        FakeQueue newsroom = FakeQueue.pending(3);
        NewsImage skipped = in(PictureState.SKIPPED, picture(9));
        newsroom.put(skipped);
        QueueViewModel queue = started(newsroom);

        queue.select(skipped.ref());
        assertThat(queue.selectedProperty().get()).isEqualTo(skipped);

        newsroom.remove(9);
        queue.selectRow(0);
        queue.select(skipped.ref());
        assertThat(notices).extracting(Notice::text).containsExactly("The picture is not in the newsroom any more.");
        assertThat(selectedNumber(queue)).isZero();
    }

    @Test
    void typingIsWaitedForAndThenSearched() {
        QueueViewModel queue = started(FakeQueue.pending(30));

        queue.filters().searchProperty().set("story 1");
        queue.filters().searchProperty().set("story 12");
        assertThat(queue.rows()).hasSize(30);
        assertThat(typing.waiting()).isEqualTo(1);
        typing.pass();

        assertThat(numbers(queue, 0, queue.rows().size())).containsExactly(12);
    }

    @Test
    void nothingFoundSaysWhatWasSoughtAndOffersToClearIt() {
        QueueViewModel queue = started(FakeQueue.pending(30));
        queue.filters().searchProperty().set("zebra");
        queue.filters().searchNow();

        ListState empty = queue.stateProperty().get();
        assertThat(empty.text()).isEqualTo("No pending picture matches the search for \"zebra\".");
        empty.choices().getFirst().run().run();

        assertThat(queue.rows()).hasSize(30);
    }

    @Test
    void anotherCustomerStartsWithoutSourceAndCategory() {
        FakeQueue newsroom = FakeQueue.pending(30);
        newsroom.put(picture(50, "coast-tv", "Tide", "Harbour Press", PictureState.PENDING));
        QueueViewModel queue = started(newsroom);
        queue.filters().sourceProperty().set("Meridian");

        queue.filters().customerProperty().set("coast-tv");

        assertThat(queue.sources()).containsExactly("Harbour Press");
        assertThat(numbers(queue, 0, queue.rows().size())).containsExactly(50);
    }

    @Test
    void aDatabaseThatIsAwayCanBeTriedAgain() {
        FakeQueue newsroom = FakeQueue.pending(30);
        newsroom.away(true);
        QueueViewModel queue = started(newsroom);
        ListState failed = queue.stateProperty().get();
        assertThat(failed.kind()).isEqualTo(ListState.Kind.FAILED);
        assertThat(failed.text()).isEqualTo("The database does not answer.");

        newsroom.away(false);
        failed.choices().getFirst().run().run();

        assertThat(queue.stateProperty().get().kind()).isEqualTo(ListState.Kind.READY);
        assertThat(queue.rows()).hasSize(30);
        assertThat(queue.sources()).containsExactly("Meridian");
    }

    @Test
    void rowsStayWhileTheDatabaseIsAwayAndSayThatTheyMayBeOld() {
        FakeQueue newsroom = FakeQueue.pending(30);
        QueueViewModel queue = started(newsroom);

        newsroom.away(true);
        queue.refresh();
        assertThat(queue.rows()).hasSize(30);
        assertThat(queue.troubleProperty().get()).isEqualTo("The database does not answer.");

        newsroom.away(false);
        queue.refresh();
        assertThat(queue.troubleProperty().get()).isEmpty();
    }

    @Test
    void whatIsBeingDoneIsShownInTheRowAcrossRefreshes() {
        QueueViewModel queue = started(FakeQueue.pending(5));

        queue.setWork(id(2), RowWork.failed("The disk is full."));
        queue.refresh();
        assertThat(queue.rows().get(2).work()).isEqualTo(RowWork.failed("The disk is full."));

        queue.setWork(id(2), RowWork.NONE);
        assertThat(queue.rows().get(2).work()).isEqualTo(RowWork.NONE);
    }

    private QueueViewModel started(FakeQueue newsroom) {
        QueueViewModel queue = model(newsroom, SameThreadTasks.atOnce());
        queue.start();
        return queue;
    }

    private QueueViewModel model(FakeQueue newsroom, SameThreadTasks tasks) {
        return new QueueViewModel(tasks, notices::add, newsroom, typing);
    }

    /** Looks at rows as a person scrolls, checks each, and tells how many were in memory at most. */
    private static int scroll(QueueViewModel queue, int from, int to, int step) {
        int most = 0;
        for (int row = from; row != to; row += step) {
            int first = Math.max(0, Math.min(row, queue.rows().size() - 11));
            queue.show(first, first + 10);
            assertThat(numbers(queue, first, first + 10)).containsExactlyElementsOf(range(first, first + 10));
            most = Math.max(most, ((QueueRows) queue.rows()).table().inMemory());
        }
        return most;
    }

    private static List<Integer> numbers(QueueViewModel queue, int from, int until) {
        return IntStream.range(from, until)
                .mapToObj(row -> number(image(queue, row)))
                .toList();
    }

    private static NewsId idOf(QueueViewModel queue, int row) {
        return image(queue, row).ref().id();
    }

    private static NewsImage image(QueueViewModel queue, int row) {
        return Objects.requireNonNull(queue.rows().get(row).image(), "row " + row + " is not in memory");
    }

    private static @Nullable Integer selectedNumber(QueueViewModel queue) {
        NewsImage selected = queue.selectedProperty().get();
        return selected == null ? null : number(selected);
    }

    private static Integer number(NewsImage picture) {
        return Integer.valueOf(picture.ref().id().value().substring(8), 16);
    }

    private static List<Integer> range(int from, int until) {
        return IntStream.range(from, until).boxed().toList();
    }

    private static Set<NewsImage> selectionsOf(QueueViewModel queue) {
        Set<NewsImage> selections = new HashSet<>();
        queue.selectedProperty().addListener((value, was, is) -> selections.add(is));
        return selections;
    }
}

package io.cleanplate.desktop.proposal;

import static io.cleanplate.desktop.proposal.FakeProposals.MARK;
import static org.assertj.core.api.Assertions.assertThat;

import io.cleanplate.cleaning.WorkKey;
import io.cleanplate.cleaning.edit.Stroke;
import io.cleanplate.cleaning.edit.StrokeKind;
import io.cleanplate.cleaning.proposal.Proposal;
import io.cleanplate.desktop.queue.FakeQueue;
import io.cleanplate.desktop.workspace.WorkspaceFixture;
import io.cleanplate.imaging.Rect;
import io.cleanplate.mask.PaintMode;
import io.cleanplate.newsroom.CleanedPicture;
import io.cleanplate.newsroom.NewsImage;
import io.cleanplate.newsroom.PictureState;
import io.cleanplate.watermark.Placement;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pictures with a known mark are accepted, corrected and told of. The mark's place is 100 as published, 50 inverted, 9 filled. */
class ProposalViewModelTest {
    private static final Rect CORNER = new Rect(10, 10, 15, 15);

    @TempDir
    Path folder;

    @SuppressWarnings("NullAway.Init") // set by start
    private WorkspaceFixture desk;

    @SuppressWarnings("NullAway.Init") // set by start
    private ProposalViewModel marks;

    @BeforeEach
    void start() {
        desk = new WorkspaceFixture(folder, FakeQueue.pending(12));
        marks = desk.knownMarks;
        desk.proposals.knows = true;
    }

    @Test
    void tenPicturesAreAcceptedByTenSpaces() {
        desk.open(0);

        List<Integer> seen = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            seen.add(desk.opened());
            assertThat(desk.shown()).isEqualTo(50);
            accept();
        }

        assertThat(seen).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
        for (int i = 0; i < 10; i++) {
            assertThat(desk.state(i)).isEqualTo(PictureState.CLEANED);
            assertThat(desk.now(i).mark().model()).isEqualTo("inverted");
        }
        assertThat(desk.proposals.accepted).hasSize(10);
        assertThat(desk.opened()).isEqualTo(10);
    }

    @Test
    void aSureProposalOpensWithItsResultAndSaysHowSureItIs() {
        desk.open(0);

        assertThat(desk.shown()).isEqualTo(50);
        assertThat(marks.stateProperty().get()).isEqualTo(ProposalViewModel.State.SHOWN);
        assertThat(marks.textProperty().get())
                .isEqualTo("Meridian's mark was taken out, sure to 94 %. Space accepts and goes on.");
        assertThat(marks.acceptableBinding().get()).isTrue();
        assertThat(desk.editor.picture().statusProperty().get())
                .isEqualTo("1 result, showing 1 (the known mark taken out)");
    }

    @Test
    void oneUndoShowsTheMaskToBeEditedAndTwoTheUntouchedOriginal() {
        desk.open(0);

        desk.editor.undo();
        assertThat(desk.shown()).isEqualTo(100);
        assertThat(desk.edited().mask().bounds()).isEqualTo(MARK);
        assertThat(marks.acceptableBinding().get()).isFalse();
        desk.editor.undo();
        assertThat(desk.edited().mask().isEmpty()).isTrue();
        assertThat(desk.edited().canUndo()).isFalse();
        desk.editor.redo();
        desk.editor.redo();

        assertThat(desk.shown()).isEqualTo(50);
        assertThat(marks.acceptableBinding().get()).isTrue();
    }

    @Test
    void anUnsureProposalOnlyLaysItsMaskAndSaysSo() {
        desk.proposals.confidence = 0.61;
        desk.open(0);

        assertThat(desk.shown()).isEqualTo(100);
        assertThat(desk.edited().mask().bounds()).isEqualTo(MARK);
        assertThat(marks.stateProperty().get()).isEqualTo(ProposalViewModel.State.UNSURE);
        assertThat(marks.textProperty().get())
                .isEqualTo("Maybe Meridian's mark, only 61 % sure. Press 1 to see it taken out.");
        marks.accept();
        assertThat(desk.opened()).isZero();

        marks.choose(Alternative.INVERTED);

        assertThat(desk.shown()).isEqualTo(50);
        assertThat(marks.acceptableBinding().get()).isTrue();
    }

    @Test
    void openingWithAProposalLeavesNothingOnTheDisk() {
        keepEveryStep();
        desk.open(0);
        desk.open(1);

        assertThat(kept(0)).isFalse();
    }

    @Test
    void whatAnEditorDoesWithAProposalIsKept() {
        keepEveryStep();
        desk.open(0);
        marks.choose(Alternative.SEE_THROUGH);
        desk.tasks.runAll();
        desk.open(1);

        assertThat(kept(0)).isTrue();
    }

    @Test
    void keptWorkIsWhatOpensNotTheProposal() {
        desk.proposals.finds = false;
        desk.open(0);
        desk.paint(CORNER);
        desk.open(1);
        desk.proposals.finds = true;

        desk.open(0);

        assertThat(desk.edited().mask().bounds()).isEqualTo(CORNER);
        assertThat(marks.stateProperty().get()).isEqualTo(ProposalViewModel.State.NONE);
    }

    @Test
    void anUndoneAcceptanceBringsThePictureAndItsProposalBack() {
        desk.open(0);
        accept();

        desk.choose("Undo");

        assertThat(desk.opened()).isZero();
        assertThat(desk.state(0)).isEqualTo(PictureState.PENDING);
        assertThat(desk.shown()).isEqualTo(50);
        assertThat(marks.acceptableBinding().get()).isTrue();
        desk.editor.undo();
        assertThat(desk.edited().mask().bounds()).isEqualTo(MARK);
    }

    @Test
    void anUndoneAcceptanceOfAMovedMarkBringsItBackWhereItWas() {
        desk.open(0);
        marks.move(0.25, 0);
        desk.tasks.runAll();
        accept();

        desk.choose("Undo");
        accept();

        assertThat(desk.proposals.accepted)
                .extracting(Proposal::placement)
                .containsExactly(new Placement(0.25, 0, 1), new Placement(0.25, 0, 1));
    }

    @Test
    void aFailureOfProposingKeepsNoPictureFromOpening() {
        desk.proposals.failing = true;

        desk.open(0);

        assertThat(desk.opened()).isZero();
        assertThat(marks.stateProperty().get()).isEqualTo(ProposalViewModel.State.NONE);
        assertThat(marks.textProperty().get()).isEmpty();
    }

    @Test
    void theNextFiveAreLookedAtBeforehand() {
        desk.open(0);

        assertThat(desk.proposals.prefetched)
                .extracting(NewsImage::ref)
                .containsExactly(
                        FakeQueue.picture(1).ref(),
                        FakeQueue.picture(2).ref(),
                        FakeQueue.picture(3).ref(),
                        FakeQueue.picture(4).ref(),
                        FakeQueue.picture(5).ref());
    }

    @Test
    void profilesThatComeToBeKnownProposeForThePictureThatIsOpen() {
        keepEveryStep();
        desk.proposals.knows = false;
        desk.open(0);
        desk.proposals.knows = true;

        desk.proposals.tellRead();
        desk.tasks.runAll();

        assertThat(desk.shown()).isEqualTo(50);
        assertThat(marks.acceptableBinding().get()).isTrue();
        desk.open(1);
        assertThat(kept(0)).isFalse();
    }

    @Test
    void profilesThatComeToBeKnownWhileAPictureIsOpenedProposeForItToo() {
        desk.proposals.misses = 1;
        desk.queue.selectNext();
        desk.workspace.lookAgain();

        desk.tasks.runAll();

        assertThat(desk.opened()).isZero();
        assertThat(desk.shown()).isEqualTo(50);
    }

    @Test
    void profilesThatComeToBeKnownLeaveAPictureAloneThatIsBeingPainted() {
        desk.proposals.knows = false;
        desk.open(0);
        desk.paint(CORNER);
        desk.proposals.knows = true;

        desk.proposals.tellRead();
        desk.tasks.runAll();

        assertThat(desk.shown()).isEqualTo(100);
        assertThat(desk.edited().mask().bounds()).isEqualTo(CORNER);
    }

    @Test
    void anAlternativeThatWasComputedBeforehandIsThereAtOnce() {
        desk.open(0);
        desk.idle.pass();
        desk.tasks.runAll();

        marks.choose(Alternative.SEE_THROUGH);

        assertThat(desk.tasks.waitingTasks()).isZero();
        assertThat(desk.shown()).isEqualTo(9);
        assertThat(marks.shownProperty().get()).contains(Alternative.SEE_THROUGH);
        assertThat(marks.textProperty().get()).startsWith("The place of Meridian's mark was filled by see-through.");
    }

    @Test
    void anAlternativeThatIsAskedForTooEarlyIsShownWhenItIsReady() {
        desk.open(0);
        desk.idle.pass();

        marks.choose(Alternative.SEE_THROUGH);
        assertThat(desk.shown()).isEqualTo(50);
        assertThat(marks.textProperty().get()).isEqualTo("The result of see-through will be here in a moment.");
        desk.tasks.runAll();

        assertThat(desk.shown()).isEqualTo(9);
        assertThat(desk.removals).containsExactly("see-through");
    }

    @Test
    void whoGoesBackToTheFirstBeforeTheOtherIsReadyStaysThere() {
        desk.open(0);
        desk.idle.pass();
        marks.choose(Alternative.SEE_THROUGH);

        marks.choose(Alternative.INVERTED);
        desk.tasks.runAll();

        assertThat(desk.shown()).isEqualTo(50);
    }

    @Test
    void goingBackAndForthBetweenAlternativesIsOneStep() {
        desk.open(0);
        marks.choose(Alternative.SEE_THROUGH);
        desk.tasks.runAll();
        marks.choose(Alternative.INVERTED);
        marks.choose(Alternative.SEE_THROUGH);
        marks.choose(Alternative.INVERTED);
        assertThat(desk.edited().results()).isEqualTo(2);

        desk.editor.undo();

        assertThat(marks.shownProperty().get()).contains(Alternative.SEE_THROUGH);
        desk.editor.undo();
        assertThat(marks.shownProperty().get()).contains(Alternative.INVERTED);
    }

    @Test
    void whatTheLargeModelMakesIsComputedOnlyWhenItIsAskedFor() {
        desk.open(0);
        desk.idle.pass();
        desk.tasks.runAll();
        assertThat(desk.removals).containsExactly("see-through");

        marks.choose(Alternative.LAMA);
        assertThat(desk.editor.removal().busyProperty().get()).isTrue();
        desk.tasks.runAll();

        assertThat(marks.shownProperty().get()).contains(Alternative.LAMA);
    }

    @Test
    void whereAModelIsMissingThatIsSaidAndTheResultStays() {
        desk.missing.add("lama");
        desk.open(0);

        marks.choose(Alternative.LAMA);
        desk.tasks.runAll();

        assertThat(desk.notices.getLast().text()).isEqualTo("The model lama is not on this machine.");
        assertThat(desk.shown()).isEqualTo(50);
    }

    @Test
    void anAlternativeThatFailsBeforehandIsNoNewsUntilItIsWanted() {
        desk.missing.add("see-through");
        desk.open(0);
        desk.idle.pass();
        desk.tasks.runAll();
        assertThat(desk.notices).isEmpty();

        marks.choose(Alternative.SEE_THROUGH);
        desk.tasks.runAll();

        assertThat(desk.notices.getLast().text()).isEqualTo("The model see-through is not on this machine.");
    }

    @Test
    void whenThePictureIsLeftNothingMoreIsComputedForIt() {
        desk.open(0);
        desk.idle.pass();
        marks.move(0.25, 0);
        marks.accept();

        desk.tasks.runAll();

        assertThat(desk.removals).isEmpty();
        assertThat(desk.shown()).isEqualTo(50);
        assertThat(desk.now(0).mark().model()).isEqualTo("inverted");
    }

    @Test
    void anEditorsOwnRemovalComesBeforeWhatIsComputedBeforehand() {
        desk.open(0);
        desk.idle.pass();
        desk.paint(CORNER);

        desk.editor.removal().remove();
        desk.tasks.runAll();

        assertThat(desk.removals).containsExactly("see-through");
        assertThat(desk.edited().results()).isEqualTo(2);
        assertThat(marks.textProperty().get()).isEqualTo("Corrected by hand. Space accepts and goes on.");
        assertThat(marks.acceptableBinding().get()).isTrue();
    }

    @Test
    void ofManyNudgesOnlyTheFirstAndTheLastAreComputed() {
        desk.open(0);
        marks.move(0.25, 0);
        marks.move(0.25, 0);
        marks.move(0.25, 0);
        marks.strengthen(0.02);

        desk.tasks.runAll();

        assertThat(desk.proposals.placed).containsExactly(new Placement(0.25, 0, 1), new Placement(0.75, 0, 1.02));
        assertThat(desk.proposals.whole).containsExactly(new Placement(0.75, 0, 1.02));
        assertThat(desk.shown()).isEqualTo(53);
        assertThat(desk.edited().results()).isOne();
        assertThat(marks.textProperty().get())
                .isEqualTo("Meridian's mark was taken out, sure to 94 %, moved 0.75 px right, 102 % strong.");
    }

    @Test
    void nudgesAreOneStepAndTheNextGoesOnFromWhatIsShown() {
        desk.open(0);
        nudge();
        nudge();
        desk.editor.undo();
        assertThat(desk.shown()).isEqualTo(50);

        nudge();

        assertThat(desk.proposals.placed.getLast()).isEqualTo(new Placement(0.25, 0, 1));
    }

    @Test
    void aNudgeThatWasUndoneBeforeItWasComputedIsGone() {
        desk.open(0);
        nudge();
        marks.move(0.25, 0);

        desk.editor.undo();
        desk.tasks.runAll();

        assertThat(desk.shown()).isEqualTo(50);
        nudge();
        assertThat(desk.proposals.placed.getLast()).isEqualTo(new Placement(0.25, 0, 1));
    }

    @Test
    void aNudgeAfterTheOriginalWasBroughtBackIsAResultMore() {
        desk.open(0);
        restore(CORNER);

        nudge();
        nudge();

        assertThat(desk.edited().results()).isEqualTo(2);
        assertThat(desk.shown()).isEqualTo(52);
        desk.editor.undo();
        assertThat(desk.shown()).isEqualTo(100);
    }

    @Test
    void theStrengthStaysWithinHalfAndOneAndAHalf() {
        desk.open(0);
        for (int i = 0; i < 40; i++) {
            marks.strengthen(0.02);
        }
        desk.tasks.runAll();
        assertThat(desk.proposals.placed.getLast().strength()).isEqualTo(1.5);

        for (int i = 0; i < 80; i++) {
            marks.strengthen(-0.02);
        }
        desk.tasks.runAll();

        assertThat(desk.proposals.placed.getLast().strength()).isEqualTo(0.5);
    }

    @Test
    void aMovedMarkIsAcceptedWhereItWasMovedTo() {
        desk.open(0);
        marks.move(0, -0.25);
        desk.tasks.runAll();

        accept();

        assertThat(desk.proposals.accepted).extracting(Proposal::placement).containsExactly(new Placement(0, -0.25, 1));
        assertThat(desk.proposals.refused).isEmpty();
    }

    @Test
    void anotherResultThanTheProposedIsARefusal() {
        desk.open(0);
        marks.choose(Alternative.SEE_THROUGH);
        desk.tasks.runAll();

        accept();

        assertThat(desk.now(0).mark().model()).isEqualTo("see-through");
        assertThat(desk.proposals.refused).containsExactly(FakeQueue.picture(0));
        assertThat(desk.proposals.accepted).isEmpty();
    }

    @Test
    void aPictureOfAKnownSourceThatWasPaintedByHandIsARefusal() {
        desk.proposals.finds = false;
        desk.open(0);
        desk.clean();

        desk.handOver.saveAndMark();
        desk.tasks.runAll();

        assertThat(desk.proposals.refused).containsExactly(FakeQueue.picture(0));
    }

    @Test
    void aPictureOfAnUnknownSourceIsNone() {
        desk.proposals.knows = false;
        desk.open(0);
        desk.clean();

        desk.handOver.saveAndMark();
        desk.tasks.runAll();

        assertThat(desk.proposals.refused).isEmpty();
    }

    @Test
    void skippingTellsNothing() {
        desk.open(0);

        desk.handOver.skip();
        desk.tasks.runAll();

        assertThat(desk.proposals.accepted).isEmpty();
        assertThat(desk.proposals.refused).isEmpty();
    }

    @Test
    void whatSomebodyElseWasFasterWithIsNotLearnedFrom() {
        desk.open(0);
        desk.marks.markCleaned(FakeQueue.picture(0).ref(), new CleanedPicture("/out/otto.png", "otto", "abc", null));

        accept();

        assertThat(desk.proposals.accepted).isEmpty();
    }

    @Test
    void whereNoMarkIsKnownLookingForItIsOffered() {
        desk.proposals.knows = false;
        List<String> asked = new ArrayList<>();
        desk.open(0);
        assertThat(marks.unknownSourceProperty().get()).isEmpty();

        marks.offerSearch((customer, source) -> asked.add(customer + " " + source));
        assertThat(marks.unknownSourceProperty().get()).isEqualTo("Meridian");
        marks.searchMark();

        assertThat(asked).containsExactly("valley-radio Meridian");
        desk.proposals.knows = true;
        desk.proposals.tellRead();
        desk.tasks.runAll();
        assertThat(marks.unknownSourceProperty().get()).isEmpty();
    }

    private void accept() {
        marks.accept();
        desk.tasks.runAll();
    }

    private void nudge() {
        marks.move(0.25, 0);
        desk.tasks.runAll();
    }

    private void restore(Rect area) {
        Stroke stroke = desk.edited().begin(StrokeKind.RESTORE);
        stroke.rectangle(area, PaintMode.ADD);
        stroke.commit();
    }

    /** As the window does, but at once. */
    private void keepEveryStep() {
        desk.editor.picture().watch(desk.workspace::keepWork);
    }

    private boolean kept(int number) {
        Optional<?> found = desk.work.find(WorkKey.of(FakeQueue.picture(number).ref()));
        return found.isPresent();
    }
}

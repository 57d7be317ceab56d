package io.cleanplate.desktop.proposal;

import io.cleanplate.cleaning.edit.EditResult;
import io.cleanplate.cleaning.edit.EditedPicture;
import io.cleanplate.cleaning.proposal.Proposal;
import io.cleanplate.cleaning.proposal.Proposals;
import io.cleanplate.desktop.common.Notice;
import io.cleanplate.desktop.editor.Background;
import io.cleanplate.desktop.editor.EditorViewModel;
import io.cleanplate.desktop.workspace.HandOverViewModel;
import io.cleanplate.desktop.workspace.Proposed;
import io.cleanplate.desktop.workspace.WorkspaceViewModel;
import io.cleanplate.imaging.Pixels;
import io.cleanplate.newsroom.NewsImage;
import io.cleanplate.newsroom.PictureState;
import io.cleanplate.watermark.Placement;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/**
 * The known mark in the picture that is open: what is said of it, which alternative is shown, how it is placed; accepting it;
 * and what the profiles are told of what editors save. Belongs to the owner of its task runner, the JavaFX thread.
 */
public final class ProposalViewModel {
    private static final double LEAST_STRENGTH = 0.5;
    private static final double MOST_STRENGTH = 1.5;

    private final Background background;
    private final ProposalServices services;
    private final EditorViewModel editor;
    private final WorkspaceViewModel workspace;
    private final HandOverViewModel handOver;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.NONE);
    private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper present = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Optional<Alternative>> shown = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper unknownSource = new ReadOnlyStringWrapper("");
    private final BooleanBinding acceptable;
    private @Nullable BiConsumer<String, String> search;
    private @Nullable OpenProposal open;
    private @Nullable Alternatives alternatives;
    private @Nullable Adjustments adjustments;

    /** Whether a known mark was found in the picture that is open. */
    public enum State {
        /** None was, or none is looked for. */
        NONE,
        /** One may be there: its mask is laid, and an editor has to look. */
        UNSURE,
        /** One was, and its result was shown. */
        SHOWN
    }

    /** Follows what is open in the workspace. */
    public ProposalViewModel(
            Background background,
            ProposalServices services,
            EditorViewModel editor,
            WorkspaceViewModel workspace,
            HandOverViewModel handOver) {
        this.background = background;
        this.services = services;
        this.editor = editor;
        this.workspace = workspace;
        this.handOver = handOver;
        acceptable = present.getReadOnlyProperty()
                .and(editor.picture().canSaveProperty())
                .and(handOver.saveableBinding());
        workspace.proposedProperty().addListener((value, was, is) -> follow(is));
        workspace.currentProperty().addListener((value, was, is) -> refresh());
        editor.picture().watch(this::refresh);
        editor.removal().busyProperty().addListener((value, was, busy) -> {
            if (busy && alternatives != null) {
                alternatives.stop();
            }
        });
        handOver.onSave(this::saving);
        services.proposals().listen(new Heard());
    }

    /** Whether a mark was found. */
    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Whether there is something to choose from and to adjust. */
    public ReadOnlyBooleanProperty presentProperty() {
        return present.getReadOnlyProperty();
    }

    /** What to tell people, one or two sentences; empty when there is nothing to tell. */
    public ReadOnlyStringProperty textProperty() {
        return text.getReadOnlyProperty();
    }

    /** Which alternative is shown; empty for the original, and for a result of a result. */
    public ReadOnlyObjectProperty<Optional<Alternative>> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** Whether what is shown can be accepted: a result, of a picture that opened with a proposal. */
    public BooleanBinding acceptableBinding() {
        return acceptable;
    }

    /** The source of the open story, when no mark of it is known and one could be looked for; else empty. */
    public ReadOnlyStringProperty unknownSourceProperty() {
        return unknownSource.getReadOnlyProperty();
    }

    /** Offers from now on to look for unknown marks. */
    public void offerSearch(BiConsumer<String, String> byCustomerAndSource) {
        search = byCustomerAndSource;
        refresh();
    }

    /** Looks for the mark of the open story's source. */
    public void searchMark() {
        NewsImage image = workspace.story();
        if (image != null && search != null && !unknownSource.get().isEmpty()) {
            search.accept(image.ref().customer(), unknownSource.get());
        }
    }

    /** Saves what is shown, marks the story done, and shows the next; nothing where that cannot be accepted. */
    public void accept() {
        if (acceptable.get()) {
            handOver.saveAndMark();
        }
    }

    /** Shows an alternative, now or as soon as it is computed. */
    public void choose(Alternative alternative) {
        OpenProposal proposal = open;
        Alternatives others = alternatives;
        if (proposal != null && others != null) {
            proposal.picture().afterStroke(() -> {
                if (alternative == Alternative.INVERTED) {
                    others.giveUp();
                    proposal.show();
                } else {
                    others.show(alternative);
                }
            });
        }
    }

    /** Moves the mark, by pixels to the right and down, and shows it inverted. */
    public void move(double right, double down) {
        adjust(at -> new Placement(at.dx() + right, at.dy() + down, at.strength()));
    }

    /** Makes the mark stronger by a share of what is usual, or weaker, and shows it inverted. */
    public void strengthen(double by) {
        adjust(at -> new Placement(
                at.dx(), at.dy(), Math.clamp(hundredths(at.strength() + by), LEAST_STRENGTH, MOST_STRENGTH)));
    }

    /** Steps there and back end where they began. */
    private static double hundredths(double strength) {
        return Math.rint(strength * 100) / 100;
    }

    private void adjust(UnaryOperator<Placement> change) {
        if (adjustments != null) {
            adjustments.adjust(change);
        }
    }

    private void follow(@Nullable Proposed proposed) {
        if (alternatives != null) {
            alternatives.stop();
        }
        if (adjustments != null) {
            adjustments.close();
        }
        open = null;
        alternatives = null;
        adjustments = null;
        EditedPicture picture = editor.picture().get().orElse(null);
        if (proposed != null && picture != null) {
            begin(new OpenProposal(picture, proposed));
        }
        refresh();
    }

    private void begin(OpenProposal proposal) {
        Alternatives others = new Alternatives(background, services, editor.removal(), proposal, this::refresh);
        open = proposal;
        alternatives = others;
        adjustments = new Adjustments(background, services.proposals(), proposal, placement -> {
            others.markMoved();
            workspace.adjusted(placement);
            refresh();
        });
    }

    private void refresh() {
        OpenProposal proposal = open;
        NewsImage image = workspace.story();
        if (proposal == null) {
            state.set(State.NONE);
            text.set("");
            shown.set(Optional.empty());
        } else {
            proposal.follow();
            EditedPicture picture = proposal.picture();
            Proposal now = proposal.current();
            state.set(now.sure() ? State.SHOWN : State.UNSURE);
            text.set(ProposalWords.of(
                    whose(image, now),
                    now,
                    picture,
                    Optional.ofNullable(alternatives).flatMap(Alternatives::awaited)));
            shown.set(picture.model()
                    .filter(model -> picture.showsResultOfOriginal())
                    .flatMap(Alternative::of));
        }
        unknownSource.set(proposal == null ? unknown(image) : "");
        present.set(proposal != null);
    }

    private static String whose(@Nullable NewsImage image, Proposal proposal) {
        String source = image == null ? null : image.story().source();
        return source == null || source.isBlank() ? proposal.profile().name() : source;
    }

    private String unknown(@Nullable NewsImage image) {
        String source = image == null ? null : image.story().source();
        return search == null
                        || image == null
                        || image.state() != PictureState.PENDING
                        || source == null
                        || source.isBlank()
                        || services.proposals().knows(image)
                ? ""
                : source;
    }

    /** What to tell the profiles when a result was saved. */
    private Runnable saving(NewsImage image, EditResult result) {
        Proposals proposals = services.proposals();
        OpenProposal proposal = open;
        boolean inverted = result.model().equals(Proposal.MODEL);
        if (proposal != null && inverted) {
            Proposal accepted = proposal.current();
            Pixels original = proposal.picture().original();
            return () -> proposals.accepted(image, accepted, original);
        }
        // What was inverted at an earlier opening was neither found now nor done in another way.
        return !inverted && (proposal != null || proposals.knows(image)) ? () -> proposals.refused(image) : () -> {};
    }

    private final class Heard implements Proposals.Listener {
        @Override
        public void profilesRead() {
            background.tasks().later(() -> {
                workspace.lookAgain();
                refresh();
            });
        }

        @Override
        public void drifted(Proposals.Drift drift) {
            background.tasks().later(() -> tell(drift));
        }
    }

    private void tell(Proposals.Drift drift) {
        BiConsumer<String, String> again = search;
        Notice notice = Notice.warning(drift.says());
        background
                .notifier()
                .show(
                        again == null
                                ? notice
                                : notice.with("Find it again", () -> again.accept(drift.customer(), drift.source())));
    }
}

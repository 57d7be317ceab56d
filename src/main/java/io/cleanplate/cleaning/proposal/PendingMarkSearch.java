package io.cleanplate.cleaning.proposal;

import io.cleanplate.cleaning.edit.Remover;
import io.cleanplate.cleaning.proposal.PendingPictures.Opened;
import io.cleanplate.error.CleanplateException;
import io.cleanplate.error.InputException;
import io.cleanplate.error.UnavailableException;
import io.cleanplate.imaging.Pixels;
import io.cleanplate.newsroom.NewsImage;
import io.cleanplate.task.TaskMonitor;
import io.cleanplate.watermark.KeptProfile;
import io.cleanplate.watermark.LearnOptions;
import io.cleanplate.watermark.MarkLearner;
import io.cleanplate.watermark.Profile;
import io.cleanplate.watermark.Profile.Event;
import io.cleanplate.watermark.Profile.Owner;
import io.cleanplate.watermark.ProfileStore;
import io.cleanplate.watermark.SourceLearner;
import io.cleanplate.watermark.SourceOutcome;
import io.cleanplate.watermark.SourceOutcome.LearnedMark;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Learns marks from the pictures of a source that wait in the queue, and keeps them in the newsroom. */
public final class PendingMarkSearch implements MarkSearch {
    private final PendingPictures pictures;
    private final ProfileStore store;
    private final Proposals proposals;
    private final InstantSource time;
    private final MarkExamples examples;
    private final ProfileChanges changes;
    private final SourceLearner learner = new SourceLearner();

    /**
     * Searches with these.
     *
     * @param remover inpaints what cannot be undone in examples
     * @param proposals told when a mark was kept
     */
    public PendingMarkSearch(
            PendingPictures pictures, ProfileStore store, Remover remover, Proposals proposals, InstantSource time) {
        this.pictures = pictures;
        this.store = store;
        this.proposals = proposals;
        this.time = time;
        this.examples = new MarkExamples(new Undoing(remover));
        this.changes = new ProfileChanges(store);
    }

    @Override
    public Outcome search(String customer, String source, TaskMonitor monitor) {
        SourceName name = new SourceName(source);
        List<NewsImage> pending = pictures.list(customer, source, monitor);
        if (pending.size() < MarkLearner.FEWEST) {
            return new Outcome(List.of(), name.tooFew(pending.size(), MarkLearner.FEWEST));
        }
        Opened opened = pictures.open(pending, monitor);
        if (opened.images().size() < MarkLearner.FEWEST && !opened.failures().isEmpty()) {
            CleanplateException first = opened.failures().getFirst();
            String says = name.notOpened(opened.images().size(), pending.size(), first.getMessage());
            throw switch (first) {
                case InputException e -> new InputException(says, e);
                case UnavailableException e -> new UnavailableException(says, e);
            };
        }
        return learned(new Owner(customer, source), opened, TaskMonitor.until(monitor::cancelled));
    }

    private Outcome learned(Owner owner, Opened opened, TaskMonitor monitor) {
        SourceOutcome learned = learner.learn(opened.upright(), new LearnOptions(owner, time.instant()), monitor);
        Predecessors predecessors = new Predecessors(store.of(owner.customer()).stream()
                .filter(kept -> kept.sources().contains(owner.source()))
                .toList());
        List<FoundMark> marks = new ArrayList<>();
        for (LearnedMark mark : learned.marks()) {
            monitor.checkCancelled();
            Profile profile = mark.profile();
            List<NewsImage> used = chosen(opened.images(), mark.used());
            List<Pixels> upright = chosen(opened.upright(), mark.used());
            marks.add(new FoundMark(
                    profile,
                    used,
                    examples.of(profile, used, upright, monitor),
                    predecessors.take(profile, upright.getFirst())));
        }
        return new Outcome(
                marks, learned.says() + SourceName.leftOut(opened.failures().size()));
    }

    private static <T> List<T> chosen(List<T> pictures, List<Integer> which) {
        return which.stream().map(pictures::get).toList();
    }

    @Override
    public KeptProfile keep(FoundMark mark, String by) {
        KeptProfile replaced = mark.replaces();
        KeptProfile kept = replaced == null ? keepNew(mark.profile(), by) : keepNext(replaced, mark.profile(), by);
        proposals.learnedFrom(mark.used());
        proposals.profilesChanged();
        return kept;
    }

    private KeptProfile keepNew(Profile profile, String by) {
        String customer = profile.owner().customer();
        return store.keep(MarkNames.free(profile, store.of(customer)), profile, by);
    }

    /** What else changed since it was read, such as its name or what accepted pictures taught it, is no obstacle. */
    private KeptProfile keepNext(KeptProfile replaced, Profile learned, String by) {
        return changes.change(
                        replaced.id(),
                        now -> now.profile().version() == replaced.profile().version()
                                ? Optional.of(now.with(next(now.profile(), learned))
                                        .enabled(true)
                                        .troubled(""))
                                : Optional.empty(),
                        by)
                .orElseThrow(() -> new InputException("The mark " + replaced.name()
                        + " was deleted or learned anew by somebody else meanwhile: find the mark again."));
    }

    /** The learned mark as what comes after the one before. */
    private static Profile next(Profile before, Profile learned) {
        int version = before.version() + 1;
        List<Event> history = new ArrayList<>(before.history());
        learned.history().stream()
                .map(event -> new Event(event.time(), version, event.pictures(), event.what()))
                .forEach(history::add);
        return new Profile(
                before.owner(),
                learned.sizeClass(),
                learned.place(),
                learned.plane(),
                learned.planes(),
                learned.quality(),
                version,
                history,
                learned.moments());
    }
}

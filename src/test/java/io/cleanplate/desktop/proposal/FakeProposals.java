package io.cleanplate.desktop.proposal;

import io.cleanplate.cleaning.proposal.Proposal;
import io.cleanplate.cleaning.proposal.Proposals;
import io.cleanplate.imaging.Pixels;
import io.cleanplate.imaging.Rect;
import io.cleanplate.mask.MaskBuffer;
import io.cleanplate.mask.PaintMode;
import io.cleanplate.newsroom.NewsImage;
import io.cleanplate.task.TaskMonitor;
import io.cleanplate.watermark.Anchor;
import io.cleanplate.watermark.Confidence;
import io.cleanplate.watermark.KeptProfile;
import io.cleanplate.watermark.MarkPlanes;
import io.cleanplate.watermark.Place;
import io.cleanplate.watermark.Placement;
import io.cleanplate.watermark.Profile;
import io.cleanplate.watermark.SizeClass;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds one mark in every picture, or in none: what is under it becomes 50, and brighter by 4 for each pixel it is moved. */
public final class FakeProposals implements Proposals {
    /** Where the mark lies. */
    public static final Rect MARK = new Rect(10, 10, 30, 20);

    /** The pictures that were asked for beforehand, last. */
    public List<NewsImage> prefetched = List.of();
    /** What editors accepted, in order. */
    public final List<Proposal> accepted = new ArrayList<>();
    /** What they cleaned in another way, in order. */
    public final List<NewsImage> refused = new ArrayList<>();
    /** The placements that were inpainted, too, in order. */
    public final List<Placement> whole = new ArrayList<>();
    /** The placements that were shown at once, in order. */
    public final List<Placement> placed = new ArrayList<>();
    /** Whether the mark of these pictures is known. */
    public boolean knows;
    /** Whether it is in them. */
    public boolean finds = true;
    /** How often it is not found yet. */
    public int misses;
    /** Whether looking for it fails. */
    public boolean failing;
    /** How sure it is. */
    public double confidence = 0.94;

    private @Nullable Listener listener;

    @Override
    public boolean knows(NewsImage image) {
        return knows;
    }

    @Override
    public Optional<Proposal> propose(NewsImage image, Pixels upright, TaskMonitor monitor) {
        if (failing) {
            throw new IllegalStateException("the profile is of no use");
        }
        if (misses > 0) {
            misses--;
            return Optional.empty();
        }
        return knows && finds ? Optional.of(proposal(upright, Placement.USUAL)) : Optional.empty();
    }

    @Override
    public void prefetch(List<NewsImage> next) {
        prefetched = next;
    }

    @Override
    public Proposal adjusted(Proposal proposal, Pixels upright, Placement placement, TaskMonitor monitor) {
        whole.add(placement);
        return proposal(upright, placement);
    }

    @Override
    public Proposal previewed(Proposal proposal, Pixels upright, Placement placement) {
        placed.add(placement);
        return proposal(upright, placement);
    }

    private Proposal proposal(Pixels upright, Placement placement) {
        MaskBuffer mask = new MaskBuffer(upright.width(), upright.height());
        mask.rectangle(MARK, PaintMode.ADD);
        byte[] under = new byte[MARK.width() * MARK.height() * upright.channels()];
        Arrays.fill(under, (byte) (50 + 4 * placement.dx()));
        return new Proposal(
                profile(),
                placement,
                new Confidence(confidence, confidence, 1, 1),
                mask.snapshot(),
                upright.withPatch(MARK, under));
    }

    private static KeptProfile profile() {
        int size = MARK.width() * MARK.height();
        return new KeptProfile(
                "profile-1",
                "Meridian, wide",
                List.of("Meridian"),
                true,
                "",
                new Profile(
                        new Profile.Owner("valley-radio", "Meridian"),
                        SizeClass.ANY,
                        new Place(Anchor.TOP_LEFT, MARK.left(), MARK.top(), MARK.width(), MARK.height()),
                        0,
                        new MarkPlanes(
                                MARK.width(), MARK.height(), new float[size], new float[size], new float[3][size]),
                        new Profile.Quality(12, 1, 1, true),
                        1,
                        List.of()),
                new KeptProfile.Stamp(1, Instant.EPOCH, "eva"));
    }

    @Override
    public void accepted(NewsImage image, Proposal proposal, Pixels upright) {
        accepted.add(proposal);
    }

    @Override
    public void learnedFrom(List<NewsImage> pictures) {}

    @Override
    public void refused(NewsImage image) {
        refused.add(image);
    }

    @Override
    public void profilesChanged() {
        tellRead();
    }

    @Override
    public void listen(Listener told) {
        listener = told;
    }

    /** Tells that profiles were read. */
    public void tellRead() {
        if (listener != null) {
            listener.profilesRead();
        }
    }
}

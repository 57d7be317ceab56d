package io.cleanplate.cleaning.proposal;

import io.cleanplate.imaging.Pixels;
import io.cleanplate.newsroom.NewsImage;
import io.cleanplate.task.TaskMonitor;
import io.cleanplate.watermark.Placement;
import java.util.List;
import java.util.Optional;

/**
 * Finds known marks in pictures of known sources, and takes them out, beforehand where it can. Works from the profiles it
 * read last while the database is away. Thread-safe.
 */
public interface Proposals {
    /**
     * Whether this is a pending picture, and a profile that is switched on is known for such ones. Never blocks; false while
     * not known yet.
     */
    boolean knows(NewsImage image);

    /**
     * What the profiles of its source propose for a pending picture; empty when none of their marks is in it, or it cannot
     * be taken out whole. Blocks, for some milliseconds where it was prefetched.
     *
     * @param image whose picture
     * @param upright the picture as it was published
     * @throws java.util.concurrent.CancellationException when the monitor wants to stop
     */
    Optional<Proposal> propose(NewsImage image, Pixels upright, TaskMonitor monitor);

    /** Looks for marks in these pictures beforehand, and no longer in those of an earlier call. Returns at once. */
    void prefetch(List<NewsImage> next);

    /**
     * The same mark placed elsewhere or stronger. Blocks for some milliseconds, longer where pixels are inpainted.
     *
     * @param upright the picture as it was published
     * @throws io.cleanplate.error.CleanplateException when pixels cannot be undone, and the model that inpaints them fails
     * @throws java.util.concurrent.CancellationException when the monitor wants to stop
     */
    Proposal adjusted(Proposal proposal, Pixels upright, Placement placement, TaskMonitor monitor);

    /**
     * The same within some milliseconds, for an editor who goes on moving it: what cannot be undone is not inpainted anew, but
     * as it is in the proposal given.
     *
     * @param upright the picture as it was published
     */
    Proposal previewed(Proposal proposal, Pixels upright, Placement placement);

    /**
     * A result that an editor saved: the profile learns from the picture, in the background. Returns at once.
     *
     * @param accepted as it was saved, moved and strengthened as the editor left it
     * @param upright the picture as it was published
     */
    void accepted(NewsImage image, Proposal accepted, Pixels upright);

    /** A mark that is kept now was learned from these pictures: accepting them teaches nothing more. Returns at once. */
    void learnedFrom(List<NewsImage> pictures);

    /**
     * An editor cleaned a picture of a known source in another way: the mark was not found, or not taken out well. Counts
     * only where {@link #propose} looked at the picture, and a profile is for pictures of its size. Returns at once.
     */
    void refused(NewsImage image);

    /** Profiles were changed by this editor: they are read anew at once. Returns at once. */
    void profilesChanged();

    /** Tells from now on what becomes of profiles, on a thread of its own. */
    void listen(Listener listener);

    /** Hears what becomes of profiles. */
    interface Listener {
        /** The profiles that are used were read, learned or switched: pictures that were opened without may have one now. */
        void profilesRead();

        /** Most of the last pictures of a source do not show its mark as it was. */
        void drifted(Drift drift);
    }

    /**
     * A source that seems to have changed its mark.
     *
     * @param customer whose source
     * @param source the publisher
     * @param says one sentence for people
     */
    record Drift(String customer, String source, String says) {}
}

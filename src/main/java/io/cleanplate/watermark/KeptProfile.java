package io.cleanplate.watermark;

import java.time.Instant;
import java.util.List;

/**
 * A profile as a newsroom keeps it for all its editors. Immutable.
 *
 * @param id given by the store
 * @param name for people
 * @param sources the publishers on whose pictures the mark is looked for, at least one; an empty name stands for pictures
 *     that name no publisher
 * @param enabled whether it is used
 * @param trouble why it should be looked at, one sentence; empty when it is as it was learned
 * @param profile the mark; its owner is the customer, and the source it was learned from
 * @param stamp which change this is the outcome of
 */
public record KeptProfile(
        String id, String name, List<String> sources, boolean enabled, String trouble, Profile profile, Stamp stamp) {
    /** Keeps a copy of the sources. */
    public KeptProfile {
        sources = List.copyOf(sources);
        if (sources.isEmpty() || name.isBlank()) {
            throw new IllegalArgumentException("a kept profile needs a name and a source");
        }
    }

    /**
     * A change to a kept profile.
     *
     * @param revision counts up with each change, from 1
     * @param at when
     * @param by who
     */
    public record Stamp(long revision, Instant at, String by) {}

    /** Whose it is. */
    public String customer() {
        return profile.owner().customer();
    }

    /** With another name. */
    public KeptProfile named(String other) {
        return new KeptProfile(id, other, sources, enabled, trouble, profile, stamp);
    }

    /** For these publishers. */
    public KeptProfile of(List<String> publishers) {
        return new KeptProfile(id, name, publishers, enabled, trouble, profile, stamp);
    }

    /** Used, or not. */
    public KeptProfile enabled(boolean use) {
        return new KeptProfile(id, name, sources, use, trouble, profile, stamp);
    }

    /** With what is wrong with it; an empty sentence for nothing. */
    public KeptProfile troubled(String sentence) {
        return new KeptProfile(id, name, sources, enabled, sentence, profile, stamp);
    }

    /** With a mark that is known better, or a new version of it. */
    public KeptProfile with(Profile learned) {
        return new KeptProfile(id, name, sources, enabled, trouble, learned, stamp);
    }
}

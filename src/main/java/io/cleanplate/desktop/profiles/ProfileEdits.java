package io.cleanplate.desktop.profiles;

import io.cleanplate.watermark.KeptProfile;
import io.cleanplate.watermark.Profile;
import io.cleanplate.watermark.Profile.Event;
import io.cleanplate.watermark.ProfileStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;

/**
 * What can be done to marks that are known. Each change is empty, and changes nothing, where somebody else was faster.
 * Blocks; thread-safe.
 *
 * @param store where the marks are kept
 * @param merger one mark of two
 */
record ProfileEdits(ProfileStore store, BinaryOperator<Profile> merger) {
    /**
     * What came of a merger.
     *
     * @param merged both in one
     * @param otherLeft whether the other one is still there, since somebody changed it meanwhile
     */
    record Merged(KeptProfile merged, boolean otherLeft) {}

    /**
     * A mark that was deleted, for those who think better of it.
     *
     * @param profile as it was
     * @param earlier its earlier versions, the newest first
     */
    record Deleted(KeptProfile profile, List<Profile> earlier) {
        /** Keeps a copy of the list. */
        Deleted {
            earlier = List.copyOf(earlier);
        }
    }

    /**
     * One mark of two, for the publishers of both.
     *
     * @param stays keeps its name; becomes a new version
     * @param goes is deleted
     * @throws io.cleanplate.error.InputException when they are not the same mark
     */
    Optional<Merged> merge(KeptProfile stays, KeptProfile goes, String by) {
        Profile both = merger.apply(stays.profile(), goes.profile());
        List<String> sources = Stream.concat(stays.sources().stream(), goes.sources().stream())
                .distinct()
                .toList();
        return store.change(stays.with(both).of(sources), by).map(merged -> new Merged(merged, !store.delete(goes)));
    }

    /** The mark of the version before as a new version, so that the one that is left is not lost either. */
    Optional<KeptProfile> goBack(KeptProfile kept, Instant now, String by) {
        List<Profile> earlier = store.earlier(kept.id());
        if (earlier.isEmpty()) {
            return Optional.empty();
        }
        Profile mark = earlier.getFirst();
        int version = kept.profile().version() + 1;
        List<Event> history = new ArrayList<>(kept.profile().history());
        history.add(new Event(now, version, 0, "Went back to the mark of version " + mark.version() + "."));
        Profile again = new Profile(
                mark.owner(),
                mark.sizeClass(),
                mark.place(),
                mark.plane(),
                mark.planes(),
                mark.quality(),
                version,
                history);
        return store.change(kept.with(again).troubled(""), by);
    }

    /** Deletes a mark with its earlier versions. */
    Optional<Deleted> delete(KeptProfile kept) {
        List<Profile> earlier = store.earlier(kept.id());
        return store.delete(kept) ? Optional.of(new Deleted(kept, earlier)) : Optional.empty();
    }

    /** Keeps a deleted mark anew, with its earlier versions. */
    Optional<KeptProfile> bringBack(Deleted deleted, String by) {
        KeptProfile was = deleted.profile();
        List<Profile> marks = new ArrayList<>(deleted.earlier().reversed());
        marks.add(was.profile());
        Optional<KeptProfile> now = Optional.of(store.keep(was.name(), marks.getFirst(), by));
        for (Profile mark : marks.subList(1, marks.size())) {
            now = now.flatMap(before -> store.change(before.with(mark), by));
        }
        return now.flatMap(made ->
                store.change(made.of(was.sources()).enabled(was.enabled()).troubled(was.trouble()), by));
    }
}

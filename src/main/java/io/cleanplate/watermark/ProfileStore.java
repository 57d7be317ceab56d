package io.cleanplate.watermark;

import io.cleanplate.error.InputException;
import io.cleanplate.error.UnavailableException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where a newsroom keeps its profiles. Thread-safe; every call may throw {@link UnavailableException}. */
public interface ProfileStore {
    /** The revision of each of a customer's profiles by its id: cheap, so that only what changed is read again. */
    Map<String, Long> revisions(String customer);

    /** A customer's profiles in order of their names; one that cannot be read is left out, and logged once. */
    List<KeptProfile> of(String customer);

    /** One profile; empty when it is not there any more. */
    Optional<KeptProfile> find(String id);

    /**
     * Keeps a new profile for its owner, switched on, for its owner's source.
     *
     * @throws InputException when the mark is too large to be kept
     */
    KeptProfile keep(String name, Profile profile, String by);

    /**
     * Replaces all of a profile but its id, customer and stamp. A mark of a higher version does not overwrite the one before: that
     * stays among {@link #earlier}.
     *
     * @param changed what was read, changed
     * @return as it is kept now; empty, and nothing changes, when somebody else changed or deleted it since it was read,
     *     or it is another customer's
     * @throws InputException when the mark is too large to be kept
     */
    Optional<KeptProfile> change(KeptProfile changed, String by);

    /**
     * Deletes a profile and its earlier versions.
     *
     * @return false, and nothing changes, when somebody else changed or deleted it since it was read
     */
    boolean delete(KeptProfile read);

    /** The last mark of each earlier version, the newest first; of many, only the newest few. */
    List<Profile> earlier(String id);
}

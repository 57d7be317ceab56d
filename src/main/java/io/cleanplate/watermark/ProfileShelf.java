package io.cleanplate.watermark;

import io.cleanplate.imaging.Pixels;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Profiles to choose from. Immutable. */
public final class ProfileShelf {
    private final List<ProfileFile> profiles;
    private final MarkFinder finder = new MarkFinder();

    /** With these profiles. */
    public ProfileShelf(List<ProfileFile> profiles) {
        this.profiles = List.copyOf(profiles);
    }

    /**
     * A profile whose mark is in a picture.
     *
     * @param file where the profile lies
     * @param profile the profile
     * @param found where its mark is, and how sure that is
     */
    public record Match(Path file, Profile profile, Found found) {}

    /** Where the profiles lie. */
    public List<Path> files() {
        return profiles.stream().map(ProfileFile::file).toList();
    }

    /** The profiles whose marks are in an upright picture, the surest first. */
    public List<Match> all(Pixels upright) {
        return profiles.stream()
                .flatMap(p ->
                        finder
                                .find(upright, p.profile())
                                .map(found -> new Match(p.file(), p.profile(), found))
                                .stream())
                .sorted(Comparator.comparingDouble(
                        (Match match) -> -match.found().score()))
                .toList();
    }

    /** The surest of them. */
    public Optional<Match> best(Pixels upright) {
        return all(upright).stream().findFirst();
    }
}

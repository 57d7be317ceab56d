package io.cleanplate.cleaning.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * The original and the results of removals, oldest first, one of which is shown. Immutable.
 *
 * @param versions the original first
 * @param showing index of the one that is shown
 */
record Results(List<Version> versions, int showing) {
    Results {
        versions = List.copyOf(versions);
    }

    static Results of(Version original) {
        return new Results(List.of(original), 0);
    }

    Version original() {
        return versions.getFirst();
    }

    Version shown() {
        return versions.get(showing);
    }

    Optional<Version> find(int id) {
        return versions.stream().filter(version -> version.id() == id).findFirst();
    }

    /** The index of the newest result that a model made of the original, the work of an earlier opening among them. */
    OptionalInt newest(String model) {
        return IntStream.iterate(versions.size() - 1, index -> index > 0, index -> index - 1)
                .filter(index -> model.equals(versions.get(index).model())
                        && versions.get(index).ofOriginal())
                .findFirst();
    }

    Results showing(int index) {
        return new Results(versions, index);
    }

    /** With one more, which is shown; without the oldest ones where all results together would take more bytes. */
    Results with(Version added, long budget) {
        List<Version> more = new ArrayList<>(versions);
        more.add(added);
        while (more.size() > 2 && bytes(more) > budget) {
            more.remove(1);
        }
        return new Results(more, more.size() - 1);
    }

    /** With another version in place of the one that is shown. */
    Results replaced(Version version) {
        List<Version> changed = new ArrayList<>(versions);
        changed.set(showing, version);
        return new Results(changed, showing);
    }

    /** What the results take beside the original, as if they shared nothing with each other. */
    private static long bytes(List<Version> versions) {
        return versions.stream()
                .mapToLong(version ->
                        version.pixels().bytesBeyond(versions.getFirst().pixels()))
                .sum();
    }
}

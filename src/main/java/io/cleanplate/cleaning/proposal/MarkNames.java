package io.cleanplate.cleaning.proposal;

import io.cleanplate.watermark.KeptProfile;
import io.cleanplate.watermark.Profile;
import io.cleanplate.watermark.SizeClass;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Names new marks so that people can tell a customer's apart: by source, then by size of picture, then by number. */
final class MarkNames {
    private MarkNames() {}

    /** A name that none of these has. */
    static String free(Profile profile, List<KeptProfile> others) {
        String source = new SourceName(profile.owner().source()).title();
        String sized = source + ", " + sizes(profile.sizeClass());
        Stream<String> numbered = IntStream.iterate(2, i -> i + 1).mapToObj(i -> sized + ", " + i);
        return Stream.concat(Stream.of(source, sized), numbered)
                .filter(name -> others.stream().noneMatch(other -> other.name().equals(name)))
                .findFirst()
                .orElseThrow();
    }

    private static String sizes(SizeClass sizes) {
        return sizes.longSide() == 0
                ? "all sizes"
                : sizes.longSide() + (sizes.upright() ? " pixels high" : " pixels wide");
    }
}

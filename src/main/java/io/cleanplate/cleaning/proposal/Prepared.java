package io.cleanplate.cleaning.proposal;

import io.cleanplate.imaging.Pixels;
import io.cleanplate.imaging.Rect;
import io.cleanplate.mask.Mask;
import io.cleanplate.watermark.Confidence;
import io.cleanplate.watermark.KeptProfile;
import io.cleanplate.watermark.Placement;
import java.util.Optional;
import java.util.zip.CRC32C;

/** A proposal without its picture: only what it changes there, so that many can wait in memory. Immutable. */
final class Prepared {
    private final KeptProfile profile;
    private final Placement placement;
    private final Confidence confidence;
    private final Mask mask;
    private final Rect area;
    private final byte[] samples;
    private final long before;

    /** Of a proposal for this picture. */
    Prepared(Proposal proposal, Pixels upright) {
        profile = proposal.profile();
        placement = proposal.placement();
        confidence = proposal.confidence();
        mask = proposal.mask();
        area = mask.bounds();
        samples = proposal.result().cut(area);
        before = checksum(upright, area);
    }

    /** The proposal over its picture; empty when this is another picture than it was made of. */
    Optional<Proposal> over(Pixels upright) {
        if (upright.width() != mask.width()
                || upright.height() != mask.height()
                || samples.length != area.area() * upright.bytesOfPixel()
                || checksum(upright, area) != before) {
            return Optional.empty();
        }
        Pixels result = upright.withPatch(area, samples.clone());
        return Optional.of(new Proposal(profile, placement, confidence, mask, result));
    }

    /** Bytes of memory that it takes beside its profile. */
    long bytes() {
        return samples.length + mask.bytesBeyond(Mask.empty(mask.width(), mask.height()));
    }

    private static long checksum(Pixels upright, Rect area) {
        CRC32C checksum = new CRC32C();
        checksum.update(upright.cut(area));
        return checksum.getValue();
    }
}

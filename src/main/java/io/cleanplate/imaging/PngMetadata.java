package io.cleanplate.imaging;

import io.cleanplate.imaging.PngChunks.Chunk;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a PNG's ancillary chunks tell beside the picture (PNG third edition, sections 11.3.2 to 11.3.4). Used once. */
final class PngMetadata {
    static final String XMP = "XML:com.adobe.xmp";
    static final String COMMENT = "Comment";
    private static final int CM_PER_METRE = 100;

    /** The gamma of sRGB in units of 1/100000, as a PNG without a profile means it anyway. */
    private static final int SRGB_GAMMA = 45455;

    private final PngChunks chunks;
    private final List<String> lost = new ArrayList<>();
    private @Nullable Block exif;
    private @Nullable Block xmp;
    private @Nullable Block icc;
    private @Nullable String comment;

    PngMetadata(PngChunks chunks) {
        this.chunks = chunks;
    }

    /** The metadata; notices takes one sentence that names what is not carried along. */
    Metadata read(List<String> notices) {
        for (Chunk chunk : chunks.all()) {
            if (chunk.isCritical()) {
                continue;
            }
            if (chunks.isIntact(chunk)) {
                take(chunk);
            } else {
                lost.add("a damaged " + chunk.type() + " chunk");
            }
        }
        noticeColour();
        if (!lost.isEmpty()) {
            notices.add("Not kept from the PNG: "
                    + String.join(", ", lost.stream().distinct().toList()) + ".");
        }
        return new Metadata(
                exif, xmp, null, icc, comment, exif == null ? Orientation.UPRIGHT : ExifBlock.orientation(exif));
    }

    /** The density of the pHYs chunk; null without one. */
    @Nullable
    Density density() {
        return chunks.first("pHYs")
                .filter(phys -> phys.length == 9)
                .map(phys -> {
                    ByteBuffer data = ByteBuffer.wrap(phys);
                    double x = data.getInt(0) & 0xFFFF_FFFFL;
                    double y = data.getInt(4) & 0xFFFF_FFFFL;
                    return phys[8] == 1
                            ? new Density(x / CM_PER_METRE, y / CM_PER_METRE, Density.Unit.CENTIMETRE)
                            : new Density(x, y, Density.Unit.NONE);
                })
                .filter(Density::isUsable)
                .orElse(null);
    }

    private void take(Chunk chunk) {
        byte[] contents = chunks.contents(chunk);
        switch (chunk.type()) {
            case "eXIf" -> exif = ExifBlock.of(contents);
            case "iCCP" ->
                PngText.of(chunk.type(), contents)
                        .ifPresentOrElse(
                                profile -> icc = profile.text(),
                                () -> lost.add("a colour profile that cannot be read"));
            case "tEXt", "zTXt", "iTXt" -> {
                Optional<PngText> text = PngText.of(chunk.type(), contents);
                text.ifPresentOrElse(this::takeText, () -> lost.add("a text that cannot be read"));
            }
            case "caBX" -> lost.add("the content credentials (C2PA), which vouch for the unchanged picture only");
            case "cICP" -> lost.add("the colour coding points (cICP)");
            default -> {}
        }
    }

    private void takeText(PngText text) {
        if (text.keyword().equals(XMP)) {
            xmp = text.text();
        } else if (text.keyword().equals(COMMENT)) {
            comment = Texts.decode(text.text().bytes());
        } else {
            lost.add("the text \"" + text.keyword() + "\"");
        }
    }

    private void noticeColour() {
        int gamma = chunks.first("gAMA")
                .filter(bytes -> bytes.length == 4)
                .map(bytes -> ByteBuffer.wrap(bytes).getInt())
                .orElse(SRGB_GAMMA);
        if (icc == null && chunks.first("sRGB").isEmpty() && Math.abs(gamma - SRGB_GAMMA) > 1) {
            lost.add("a gamma other than sRGB's");
        }
    }
}

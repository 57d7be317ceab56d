package io.cleanplate.imaging;

import com.luciad.imageio.webp.WebPImageReaderSpi;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.imageio.spi.ImageReaderSpi;
import org.jspecify.annotations.Nullable;

/** Reads still WebP pictures, lossy and lossless, with or without alpha. */
final class WebpDecoder implements PictureDecoder {
    private static final int BYTES_PER_PIXEL = 4;
    private static final Set<String> KNOWN = Set.of("VP8X", "VP8 ", "VP8L", "ALPH", "ICCP", "EXIF", "XMP ");

    private final ImageReaderSpi codec = new WebPImageReaderSpi();

    @Override
    public Picture decode(byte[] file, Limits limits) throws IOException {
        RiffChunks chunks = RiffChunks.parse(file);
        if (chunks.has("ANIM") || chunks.has("ANMF")) {
            throw new BadPictureException("is an animated WebP, which is not read: only still pictures are.");
        }
        WebpHeader header = WebpHeader.of(chunks);
        limits.requirePixels(header.width(), header.height(), BYTES_PER_PIXEL);
        chunks.requireWhole();
        Pixels pixels = ImagePixels.of(Codecs.read(codec, file, null, new ArrayList<>()));
        Block exif = chunks.first("EXIF").map(ExifBlock::of).orElse(null);
        Metadata metadata = new Metadata(
                exif,
                block(chunks.first("XMP ")),
                null,
                block(chunks.first("ICCP")),
                null,
                exif == null ? Orientation.UPRIGHT : ExifBlock.orientation(exif));
        return new Picture(pixels, metadata, new Encoding(Format.WEBP, null, header.lossless()), lost(chunks));
    }

    private static List<String> lost(RiffChunks chunks) {
        List<String> unknown = chunks.types().stream()
                .filter(type -> !KNOWN.contains(type))
                .distinct()
                .toList();
        return unknown.isEmpty()
                ? List.of()
                : List.of("Not kept from the WebP: the chunks " + String.join(", ", unknown) + ".");
    }

    private static @Nullable Block block(Optional<byte[]> contents) {
        return contents.map(Block::new).orElse(null);
    }
}

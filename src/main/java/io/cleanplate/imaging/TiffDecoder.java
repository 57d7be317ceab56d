package io.cleanplate.imaging;

import com.twelvemonkeys.imageio.plugins.tiff.TIFFImageReaderSpi;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.imageio.spi.ImageReaderSpi;
import org.jspecify.annotations.Nullable;

/** Reads TIFF with one picture of 8 or 16 bits; smaller copies of it beside it are passed over. */
final class TiffDecoder implements PictureDecoder {
    private static final int REDUCED = 1;
    private static final int OLD_JPEG = 6;
    private static final int JPEG = 7;
    private static final int SEPARATED = 5;
    private static final int PALETTE = 3;
    private static final int UNSPECIFIED = 0;
    private static final int ASSOCIATED_ALPHA = 1;
    private static final int STRAIGHT_ALPHA = 2;
    private static final int PER_INCH = 2;
    private static final int PER_CENTIMETRE = 3;

    private final ImageReaderSpi codec = new TIFFImageReaderSpi();

    @Override
    public Picture decode(byte[] file, Limits limits) throws IOException {
        List<TiffDirectory> directories = TiffDirectory.all(file);
        if (directories.isEmpty()) {
            throw BadPictureException.cutShort();
        }
        TiffDirectory first = directories.getFirst();
        long samples = Math.max(1, first.number(TiffTags.SAMPLES_PER_PIXEL, 1));
        long bits = first.number(TiffTags.BITS_PER_SAMPLE, 1);
        limits.requirePixels(first.number(TiffTags.WIDTH, 0), first.number(TiffTags.HEIGHT, 0), (int)
                Math.min(64, Math.max(3, samples) * Math.max(1, (bits + 7) / 8)));
        requireSinglePage(directories);
        requireWhole(first, file.length);
        BufferedImage image = Codecs.read(codec, file, null, new ArrayList<>());
        long photometric = first.number(TiffTags.PHOTOMETRIC, 1);
        List<String> notices = lost(first);
        if (photometric == SEPARATED) {
            notices.add("The picture was converted from CMYK to RGB, and its CMYK colour profile left out.");
        }
        if (photometric == PALETTE) {
            notices.add("The palette was expanded to full colour.");
        }
        long compression = first.number(TiffTags.COMPRESSION, 1);
        boolean lossless = compression != JPEG && compression != OLD_JPEG;
        return new Picture(
                pixels(first, image, notices),
                metadata(first, photometric != SEPARATED),
                new Encoding(Format.TIFF, null, lossless, density(first)),
                notices);
    }

    /** The codec takes the first extra sample for straight alpha, whatever the file says of it. */
    private static Pixels pixels(TiffDirectory directory, BufferedImage image, List<String> notices)
            throws BadPictureException {
        Pixels pixels = ImagePixels.of(image);
        if (pixels.alpha() == null || !directory.has(TiffTags.EXTRA_SAMPLES)) {
            return pixels;
        }
        return switch ((int) directory.number(TiffTags.EXTRA_SAMPLES, UNSPECIFIED)) {
            case ASSOCIATED_ALPHA -> Premultiplied.straight(pixels);
            case STRAIGHT_ALPHA -> pixels;
            default -> {
                // Image editors store saved selections so, which would make the picture transparent.
                notices.add("The extra channel, of which the TIFF does not say that it is transparency, was not kept.");
                yield new Pixels(
                        pixels.width(), pixels.height(), pixels.channels(), pixels.depth(), pixels.color(), null);
            }
        };
    }

    private static void requireSinglePage(List<TiffDirectory> directories) throws BadPictureException {
        long pages = directories.stream()
                .filter(directory -> (directory.number(TiffTags.NEW_SUBFILE_TYPE, 0) & REDUCED) == 0)
                .count();
        if (pages > 1) {
            throw new BadPictureException(
                    "is a TIFF of " + pages + " pages, which is not read: only single pictures are.");
        }
    }

    /** Checks that every strip and tile lies in the file: the codec shows what is missing as black. */
    private static void requireWhole(TiffDirectory directory, long fileBytes) throws BadPictureException {
        boolean tiled = directory.has(TiffTags.TILE_OFFSETS);
        List<Long> offsets = directory.numbers(tiled ? TiffTags.TILE_OFFSETS : TiffTags.STRIP_OFFSETS);
        List<Long> lengths = directory.numbers(tiled ? TiffTags.TILE_BYTES : TiffTags.STRIP_BYTES);
        if (offsets.isEmpty()) {
            throw BadPictureException.damaged("it does not say where its picture begins");
        }
        for (int i = 0; i < offsets.size(); i++) {
            if (offsets.get(i) + (i < lengths.size() ? lengths.get(i) : 1) > fileBytes) {
                throw BadPictureException.cutShort();
            }
        }
    }

    private static Metadata metadata(TiffDirectory directory, boolean keepsProfile) {
        // Photoshop's resources hold the IPTC records again, with all else that a JPEG's segment would hold.
        Block photoshop = block(directory, TiffTags.PHOTOSHOP);
        Block iptc = photoshop != null && PhotoshopResources.iptc(photoshop).isPresent()
                ? photoshop
                : directory.bytes(TiffTags.IPTC).map(PhotoshopResources::wrap).orElse(photoshop);
        return new Metadata(
                null,
                block(directory, TiffTags.XMP),
                iptc,
                keepsProfile ? block(directory, TiffTags.ICC) : null,
                null,
                Orientation.ofExif((int) directory.number(TiffTags.ORIENTATION, 1)));
    }

    private static @Nullable Density density(TiffDirectory directory) {
        Density.Unit unit = switch ((int) directory.number(TiffTags.RESOLUTION_UNIT, PER_INCH)) {
            case PER_INCH -> Density.Unit.INCH;
            case PER_CENTIMETRE -> Density.Unit.CENTIMETRE;
            default -> Density.Unit.NONE;
        };
        Density density =
                new Density(directory.rational(TiffTags.X_RESOLUTION), directory.rational(TiffTags.Y_RESOLUTION), unit);
        return density.isUsable() ? density : null;
    }

    private static List<String> lost(TiffDirectory directory) {
        String names = TiffTags.lost().entrySet().stream()
                .filter(tag -> directory.has(tag.getKey()))
                .map(tag -> tag.getValue())
                .collect(Collectors.joining(", "));
        List<String> notices = new ArrayList<>();
        if (!names.isEmpty()) {
            notices.add("Not kept from the TIFF: " + names + ".");
        }
        return notices;
    }

    private static @Nullable Block block(TiffDirectory directory, int tag) {
        return directory.bytes(tag).map(Block::new).orElse(null);
    }
}

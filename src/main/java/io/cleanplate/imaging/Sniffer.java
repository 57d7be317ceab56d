package io.cleanplate.imaging;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** Tells a file's format by its first bytes, and what a file is that holds no picture to be read. */
final class Sniffer {
    private static final String READ = "JPEG, PNG, WebP, TIFF, BMP or GIF";
    private static final int TEXT_SAMPLE = 1024;

    /** As many first bytes of a file as are looked at. */
    static final int ENOUGH = TEXT_SAMPLE;

    /** The sizes that a BMP's second header can have, in all its versions. */
    private static final Set<Integer> BMP_HEADERS = Set.of(12, 16, 40, 52, 56, 64, 108, 124);

    private Sniffer() {}

    static Format format(byte[] file) throws BadPictureException {
        if (file.length == 0) {
            throw new BadPictureException("is empty.");
        }
        if (begins(file, 0, "\u00FF\u00D8\u00FF")) {
            return Format.JPEG;
        }
        if (begins(file, 0, "\u0089PNG\r\n\u001A\n")) {
            return Format.PNG;
        }
        if (begins(file, 0, "RIFF") && begins(file, 8, "WEBP")) {
            return Format.WEBP;
        }
        if (begins(file, 0, "II*\0") || begins(file, 0, "MM\0*")) {
            return Format.TIFF;
        }
        if (begins(file, 0, "GIF87a") || begins(file, 0, "GIF89a")) {
            return Format.GIF;
        }
        if (begins(file, 0, "BM") && file.length > 18 && BMP_HEADERS.contains(littleEndian(file, 14))) {
            return Format.BMP;
        }
        throw new BadPictureException(unread(file));
    }

    private static String unread(byte[] file) {
        Map<String, String> pictures = new LinkedHashMap<>();
        pictures.put("8BPS", "a Photoshop document");
        pictures.put("II+\0", "a BigTIFF");
        pictures.put("MM\0+", "a BigTIFF");
        pictures.put("\0\0\0\fjP  ", "a JPEG 2000 picture");
        pictures.put("\u00FFO\u00FFQ", "a JPEG 2000 picture");
        pictures.put("\0\0\0\fJXL ", "a JPEG XL picture");
        pictures.put("\u00FF\n", "a JPEG XL picture");
        pictures.put("\0\0\1\0", "an icon");
        for (Map.Entry<String, String> entry : pictures.entrySet()) {
            if (begins(file, 0, entry.getKey())) {
                return "is " + entry.getValue() + ", which is not read: save it as " + READ + ".";
            }
        }
        if (begins(file, 4, "ftyp")) {
            return isoMedia(file);
        }
        if (begins(file, 0, "%PDF")) {
            return "is a PDF document, not a picture.";
        }
        if (begins(file, 0, "PK\3\4")) {
            return "is a ZIP archive, not a picture.";
        }
        return isText(file) ? text(file) : "is not a picture: it begins like no " + READ + ".";
    }

    /** The container that HEIF, AVIF and films share (ISO/IEC 14496-12): the brand tells them apart. */
    private static String isoMedia(byte[] file) {
        String brand = latin(file, 8, 12);
        if (brand.startsWith("avi")) {
            return "is an AVIF picture, which is not read: save it as " + READ + ".";
        }
        if (Set.of("heic", "heix", "hevc", "heim", "heis", "mif1", "msf1").contains(brand)) {
            return "is a HEIF picture, which is not read: save it as " + READ + ".";
        }
        return "is a film, not a picture.";
    }

    private static String text(byte[] file) {
        String start = latin(file, 0, TEXT_SAMPLE).toLowerCase(Locale.ROOT);
        if (start.contains("<svg")) {
            return "is an SVG drawing, which is not read: save it as " + READ + ".";
        }
        return start.contains("<html") || start.contains("<!doctype html")
                ? "is a web page, not a picture."
                : "is a text file, not a picture.";
    }

    private static boolean isText(byte[] file) {
        byte[] start = Arrays.copyOf(file, Math.min(file.length, TEXT_SAMPLE));
        for (byte b : start) {
            if (b >= 0 && b < ' ' && b != '\n' && b != '\r' && b != '\t' && b != '\f') {
                return false;
            }
        }
        return startsAsUtf8(start);
    }

    private static boolean startsAsUtf8(byte[] start) {
        // The sample may end inside a character: up to three bytes less must do as well.
        return IntStream.rangeClosed(0, Math.min(3, start.length - 1))
                .anyMatch(cut -> isUtf8(ByteBuffer.wrap(start, 0, start.length - cut)));
    }

    private static boolean isUtf8(ByteBuffer bytes) {
        try {
            StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(bytes);
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static boolean begins(byte[] file, int at, String signature) {
        return latin(file, at, at + signature.length()).equals(signature);
    }

    private static String latin(byte[] file, int from, int to) {
        int start = Math.min(from, file.length);
        return new String(file, start, Math.min(to, file.length) - start, StandardCharsets.ISO_8859_1);
    }

    private static int littleEndian(byte[] file, int at) {
        return Integer.reverseBytes(ByteBuffer.wrap(file).getInt(at));
    }
}

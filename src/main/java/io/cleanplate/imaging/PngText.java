package io.cleanplate.imaging;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.InflaterInputStream;

/**
 * A text of a PNG: a tEXt, zTXt or iTXt chunk (PNG third edition, section 11.3.3).
 *
 * @param keyword what the text is about
 * @param text its bytes as they were stored
 */
record PngText(String keyword, Block text) {
    /** Most bytes that a compressed text or profile may grow to: far more than any real one, far less than a bomb. */
    private static final int MOST = 32 << 20;

    /** The text of a chunk of the type; empty for other types and for contents that cannot be read. */
    static Optional<PngText> of(String type, byte[] contents) {
        int key = end(contents, 0);
        String keyword = new String(contents, 0, key, StandardCharsets.ISO_8859_1);
        int from = key + 1;
        return switch (type) {
            case "tEXt" -> Optional.of(new PngText(keyword, new Block(rest(contents, from))));
            case "zTXt", "iCCP" -> inflate(rest(contents, from + 1)).map(text -> new PngText(keyword, new Block(text)));
            case "iTXt" -> international(keyword, contents, from);
            default -> Optional.empty();
        };
    }

    private static Optional<PngText> international(String keyword, byte[] contents, int from) {
        if (from + 2 > contents.length) {
            return Optional.empty();
        }
        boolean compressed = contents[from] == 1;
        int language = end(contents, from + 2);
        int translated = end(contents, language + 1);
        byte[] text = rest(contents, translated + 1);
        return (compressed ? inflate(text) : Optional.of(text)).map(bytes -> new PngText(keyword, new Block(bytes)));
    }

    private static int end(byte[] contents, int from) {
        int at = Math.min(from, contents.length);
        while (at < contents.length && contents[at] != 0) {
            at++;
        }
        return at;
    }

    private static byte[] rest(byte[] contents, int from) {
        return Arrays.copyOfRange(contents, Math.min(from, contents.length), contents.length);
    }

    private static Optional<byte[]> inflate(byte[] compressed) {
        try (InputStream input = new InflaterInputStream(new ByteArrayInputStream(compressed))) {
            byte[] bytes = input.readNBytes(MOST + 1);
            return bytes.length > MOST ? Optional.empty() : Optional.of(bytes);
        } catch (IOException damaged) {
            return Optional.empty();
        }
    }
}

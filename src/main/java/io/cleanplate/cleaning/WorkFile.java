package io.cleanplate.cleaning;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import io.cleanplate.imaging.Encoding;
import io.cleanplate.imaging.Format;
import io.cleanplate.imaging.Metadata;
import io.cleanplate.imaging.OutputOptions;
import io.cleanplate.imaging.Picture;
import io.cleanplate.imaging.PictureReader;
import io.cleanplate.imaging.PictureWriter;
import io.cleanplate.imaging.Pixels;
import io.cleanplate.imaging.Rect;
import io.cleanplate.mask.Mask;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Work in progress as one file, a ZIP: {@code work.json} says what it is, {@code mask.png} is the masked part of the mask
 * (white is masked), {@code result.png} the changed part of the picture. Its checksums tell damage. Thread-safe.
 */
final class WorkFile {
    private static final String HEAD = "work.json";
    private static final String MASK = "mask.png";
    private static final String RESULT = "result.png";
    private static final int VERSION = 1;
    private static final Gson GSON = new Gson();

    private final PictureWriter writer;
    private final PictureReader reader;

    WorkFile(PictureWriter writer, PictureReader reader) {
        this.writer = writer;
        this.reader = reader;
    }

    /** As JSON has it. */
    private record Head(
            int version,
            String key,
            int width,
            int height,
            @Nullable Rect mask,
            @Nullable Rect result,
            @Nullable String model) {}

    byte[] write(WorkKey key, WorkState state) throws IOException {
        Mask mask = state.mask();
        Rect painted = mask.bounds();
        WorkState.Result result = state.result();
        Head head = new Head(
                VERSION,
                key.text(),
                mask.width(),
                mask.height(),
                painted.isEmpty() ? null : painted,
                result == null ? null : result.area(),
                result == null ? null : result.model());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            // The pictures are compressed already.
            zip.setLevel(Deflater.NO_COMPRESSION);
            put(zip, HEAD, GSON.toJson(head).getBytes(StandardCharsets.UTF_8));
            if (!painted.isEmpty()) {
                put(zip, MASK, png(grey(mask, painted)));
            }
            if (result != null) {
                put(zip, RESULT, png(result.pixels()));
            }
        }
        return bytes.toByteArray();
    }

    /**
     * Reads a file back.
     *
     * @throws IOException when it is damaged or another key's
     */
    WorkState read(WorkKey key, byte[] bytes) throws IOException {
        Map<String, byte[]> parts = parts(bytes);
        try {
            Head head = GSON.fromJson(new String(part(parts, HEAD), StandardCharsets.UTF_8), Head.class);
            if (head == null || head.version() != VERSION || !key.text().equals(head.key())) {
                throw new IOException("it is another version, or another picture's");
            }
            Rect painted = head.mask();
            Mask mask = painted == null
                    ? Mask.empty(head.width(), head.height())
                    : mask(head, painted, pixels(part(parts, MASK)));
            Rect area = head.result();
            WorkState.Result result =
                    area == null ? null : new WorkState.Result(area, pixels(part(parts, RESULT)), head.model());
            return new WorkState(mask, result);
        } catch (JsonParseException | IllegalArgumentException | IndexOutOfBoundsException | ArithmeticException e) {
            throw new IOException("its parts do not fit together", e);
        }
    }

    private static Pixels grey(Mask mask, Rect painted) {
        byte[] grey = new byte[Math.toIntExact(painted.area())];
        mask.copyInto(painted, grey);
        for (int i = 0; i < grey.length; i++) {
            grey[i] = (byte) -grey[i];
        }
        return new Pixels(painted.width(), painted.height(), 1, 8, grey, null);
    }

    private static Mask mask(Head head, Rect painted, Pixels part) {
        byte[] grey = new byte[Math.multiplyExact(head.width(), head.height())];
        byte[] samples = part.color();
        for (int y = 0; y < painted.height(); y++) {
            int to = (painted.top() + y) * head.width() + painted.left();
            System.arraycopy(samples, y * painted.width(), grey, to, painted.width());
        }
        return Mask.ofGrey(head.width(), head.height(), grey);
    }

    private byte[] png(Pixels pixels) {
        Encoding encoding = new Encoding(Format.PNG, null, true);
        return writer.encode(new Picture(pixels, Metadata.NONE, encoding, List.of()), OutputOptions.SAME)
                .bytes();
    }

    private Pixels pixels(byte[] png) {
        return reader.read(png, "The kept work").pixels();
    }

    private static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        // The same work gives the same file.
        entry.setTime(0);
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }

    private static Map<String, byte[]> parts(byte[] bytes) throws IOException {
        Map<String, byte[]> parts = new HashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), zip.readAllBytes());
            }
        }
        return parts;
    }

    private static byte[] part(Map<String, byte[]> parts, String name) throws IOException {
        byte[] part = parts.get(name);
        if (part == null) {
            throw new IOException(name + " is missing");
        }
        return part;
    }
}

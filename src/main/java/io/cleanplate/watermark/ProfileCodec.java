package io.cleanplate.watermark;

import io.cleanplate.error.InputException;
import io.cleanplate.watermark.Profile.Event;
import io.cleanplate.watermark.Profile.Owner;
import io.cleanplate.watermark.Profile.Quality;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32C;
import java.util.zip.DataFormatException;
import org.jspecify.annotations.Nullable;

/**
 * Profiles as bytes: the magic {@code CPWM}, the format's version, the header, the five planes as deflated 16-bit numbers
 * (opacity in 1/65535, colour in 1/64 grey level, each as the difference from its left neighbour), the moments as
 * {@link MomentsCodec} says (since format 2), and the CRC-32C of all before it. Big-endian. Thread-safe.
 */
public final class ProfileCodec {
    private static final int MAGIC = 0x4350574D;
    private static final int FORMAT = 2;
    /** Had no moments. */
    private static final int FIRST_FORMAT = 1;

    private static final int MOST_PIXELS = 16_000_000;
    private static final int MOST_EVENTS = 10_000;
    private static final int PLANES = 5;
    private static final float OPACITY_STEPS = 65535;
    private static final float COLOUR_STEPS = 64;

    /** A codec. */
    public ProfileCodec() {}

    /** The profile's bytes; the same profile gives the same. */
    public byte[] encode(Profile profile) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(MAGIC);
            out.writeShort(FORMAT);
            writeHeader(profile, out);
            byte[] planes = Deflated.of(quantised(profile.planes()));
            out.writeInt(planes.length);
            out.write(planes);
            MomentsCodec.write(profile.moments(), out);
            out.flush();
            out.writeInt(checksum(bytes.toByteArray(), bytes.size()));
        } catch (IOException e) {
            throw new IllegalStateException("writing into memory failed", e);
        }
        return bytes.toByteArray();
    }

    /**
     * The profile of these bytes.
     *
     * @param name what they are called in messages
     * @throws InputException when they are no whole profile, or one of a later format
     */
    public Profile decode(byte[] bytes, String name) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            if (bytes.length < 10 || in.readInt() != MAGIC) {
                throw new InputException(name + " is no watermark profile.");
            }
            int format = in.readUnsignedShort();
            if (format < FIRST_FORMAT || format > FORMAT) {
                throw new InputException(
                        name + " is a watermark profile of format " + format + ", and this version reads formats up to "
                                + FORMAT + ": learn it again or update the program.");
            }
            DataInputStream end =
                    new DataInputStream(new ByteArrayInputStream(bytes, bytes.length - Integer.BYTES, Integer.BYTES));
            if (end.readInt() != checksum(bytes, bytes.length - Integer.BYTES)) {
                throw damaged(name, null);
            }
            return read(in, bytes.length, format);
        } catch (IOException | DataFormatException | IllegalArgumentException | DateTimeException e) {
            throw damaged(name, e);
        }
    }

    private static InputException damaged(String name, @Nullable Throwable cause) {
        String message = name + " is a damaged watermark profile: take it from a backup or learn it again.";
        return cause == null ? new InputException(message) : new InputException(message, cause);
    }

    private static void writeHeader(Profile profile, DataOutputStream out) throws IOException {
        out.writeUTF(profile.owner().customer());
        out.writeUTF(profile.owner().source());
        out.writeInt(profile.sizeClass().longSide());
        out.writeBoolean(profile.sizeClass().upright());
        Place place = profile.place();
        out.writeUTF(place.anchor().name());
        out.writeInt(place.dx());
        out.writeInt(place.dy());
        out.writeInt(place.width());
        out.writeInt(place.height());
        out.writeByte(profile.plane());
        out.writeInt(profile.quality().pictures());
        out.writeDouble(profile.quality().error());
        out.writeDouble(profile.quality().uncertainty());
        out.writeBoolean(profile.quality().oneColour());
        out.writeInt(profile.version());
        out.writeInt(profile.history().size());
        for (Event event : profile.history()) {
            out.writeUTF(event.time().toString());
            out.writeInt(event.version());
            out.writeInt(event.pictures());
            out.writeUTF(event.what());
        }
    }

    private static Profile read(DataInputStream in, int length, int format) throws IOException, DataFormatException {
        Owner owner = new Owner(in.readUTF(), in.readUTF());
        SizeClass sizes = new SizeClass(in.readInt(), in.readBoolean());
        Place place = new Place(Anchor.valueOf(in.readUTF()), in.readInt(), in.readInt(), in.readInt(), in.readInt());
        if ((long) place.width() * place.height() > MOST_PIXELS) {
            throw new IOException("too large a mark");
        }
        int plane = in.readUnsignedByte();
        Quality quality = new Quality(in.readInt(), in.readDouble(), in.readDouble(), in.readBoolean());
        int version = in.readInt();
        int events = in.readInt();
        if (events < 0 || events > MOST_EVENTS) {
            throw new IOException("too long a history");
        }
        List<Event> history = new ArrayList<>();
        for (int i = 0; i < events; i++) {
            Instant time = Instant.parse(in.readUTF());
            history.add(new Event(time, in.readInt(), in.readInt(), in.readUTF()));
        }
        int deflated = in.readInt();
        if (deflated < 0 || deflated > length) {
            throw new IOException("too long planes");
        }
        MarkPlanes planes = planes(in.readNBytes(deflated), place.width(), place.height());
        Moments moments = format == FIRST_FORMAT ? Moments.NONE : MomentsCodec.read(in, place.width(), place.height());
        return new Profile(owner, sizes, place, plane, planes, quality, version, history, moments);
    }

    private static byte[] quantised(MarkPlanes planes) {
        int size = planes.width() * planes.height();
        byte[] bytes = new byte[PLANES * size * Short.BYTES];
        int at = 0;
        for (int plane = 0; plane < PLANES; plane++) {
            int before = 0;
            for (int i = 0; i < size; i++) {
                int value = plane < 2
                        ? Math.round(Math.clamp(planes.opacity(plane)[i], 0f, 1f) * OPACITY_STEPS)
                        : Math.round(Math.clamp(planes.colour(plane - 2)[i], -500f, 500f) * COLOUR_STEPS);
                int step = value - before;
                bytes[at++] = (byte) (step >> 8);
                bytes[at++] = (byte) step;
                before = value;
            }
        }
        return bytes;
    }

    private static MarkPlanes planes(byte[] deflated, int width, int height) throws DataFormatException, IOException {
        int size = width * height;
        byte[] bytes = Deflated.inflated(deflated, PLANES * size * Short.BYTES);
        float[][] planes = new float[PLANES][size];
        int at = 0;
        for (int plane = 0; plane < PLANES; plane++) {
            int value = 0;
            for (int i = 0; i < size; i++) {
                value += ((bytes[at] & 0xFF) << 8) | (bytes[at + 1] & 0xFF);
                at += 2;
                planes[plane][i] = plane < 2 ? (value & 0xFFFF) / OPACITY_STEPS : (short) value / COLOUR_STEPS;
            }
        }
        return new MarkPlanes(width, height, planes[0], planes[1], new float[][] {planes[2], planes[3], planes[4]});
    }

    private static int checksum(byte[] bytes, int length) {
        CRC32C checksum = new CRC32C();
        checksum.update(Arrays.copyOf(bytes, length));
        return (int) checksum.getValue();
    }
}

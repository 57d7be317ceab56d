package io.cleanplate.imaging;

import java.util.List;

/** A picture file in memory. Immutable by contract: the bytes are handed out without a copy and must not be changed. */
public final class Encoded {
    private final byte[] bytes;
    private final Format format;
    private final List<String> notices;

    /**
     * Takes the bytes over without a copy.
     *
     * @param bytes the whole file
     * @param format its format
     * @param notices one sentence for each thing that could not be kept
     */
    public Encoded(byte[] bytes, Format format, List<String> notices) {
        this.bytes = bytes;
        this.format = format;
        this.notices = List.copyOf(notices);
    }

    /** The whole file, not to be changed. */
    public byte[] bytes() {
        return bytes;
    }

    /** The format of the file. */
    public Format format() {
        return format;
    }

    /** One sentence for each thing of the picture that the file does not hold; none when it holds all. */
    public List<String> notices() {
        return notices;
    }
}

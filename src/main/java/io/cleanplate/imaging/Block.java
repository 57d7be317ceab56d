package io.cleanplate.imaging;

import java.util.Arrays;

/** Some bytes of a file that are carried along unread, such as an EXIF block. Immutable; equal when the bytes are. */
public final class Block {
    private final byte[] bytes;

    /** Keeps a copy. */
    public Block(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    /** A copy of the bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** How many bytes there are. */
    public int size() {
        return bytes.length;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Block block && Arrays.equals(bytes, block.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** Its size only: a block may hold what does not belong in a log. */
    @Override
    public String toString() {
        return bytes.length + " bytes";
    }
}

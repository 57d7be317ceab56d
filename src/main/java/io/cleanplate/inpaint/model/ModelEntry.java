package io.cleanplate.inpaint.model;

/**
 * A model that Cleanplate knows.
 *
 * @param name how it is called in settings and on the command line
 * @param card what a person wants to know of it
 * @param approximateBytes the size of its file, for telling how long a download takes; the checksum decides
 * @param checksum what its file must add up to
 * @param contextMargin pixels of surroundings around a mask that it wants to see
 * @param source where its file comes from: {@code bundled}, or a URL
 */
public record ModelEntry(
        String name, ModelCard card, long approximateBytes, Checksum checksum, int contextMargin, String source) {
    /** Its size in MB (of 1,048,576 bytes), rounded up. */
    public long approximateMegabytes() {
        return Math.ceilDiv(approximateBytes, 1L << 20);
    }
}

package io.cleanplate.imaging;

import java.util.List;

/**
 * A picture as it was stored: its pixels and what travels with them. Immutable; may be shared between threads.
 *
 * @param pixels the samples, in stored order: {@link Metadata#orientation()} says how to turn them to be seen
 * @param metadata what the file tells about the picture
 * @param encoding how the file stored it, so that it can be stored alike
 * @param notices one sentence for each thing of the file that did not survive reading it
 */
public record Picture(Pixels pixels, Metadata metadata, Encoding encoding, List<String> notices) {
    /** Keeps a copy of the notices. */
    public Picture {
        notices = List.copyOf(notices);
    }

    /** The pixels as they are to be seen; turning a large picture takes tenths of a second. */
    public Pixels upright() {
        return pixels.turned(metadata.orientation());
    }

    /** The same picture with other pixels of the same size. */
    public Picture withPixels(Pixels changed) {
        return new Picture(changed, metadata, encoding, notices);
    }
}

package io.cleanplate.newsroom.embedded;

/** Makes the demo's pictures: a photograph with its publisher's mark on it. */
@FunctionalInterface
public interface DemoPictures {
    /**
     * A sample photograph as a publisher would send it. The same publisher always puts the same mark at the same place.
     *
     * @param sample name of a photograph under {@code /assets/samples}, without its ending
     * @param source the publisher
     * @return a JPEG file's bytes
     */
    byte[] marked(String sample, String source);
}

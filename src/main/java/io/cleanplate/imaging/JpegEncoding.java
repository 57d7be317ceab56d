package io.cleanplate.imaging;

import java.util.List;

/**
 * What decides a JPEG's quality: its quantisation tables and the sampling of its components (ITU-T T.81, B.2.2 and
 * B.2.4.1).
 *
 * @param components one for each colour component, in the order of the frame header
 * @param progressive whether the frame was progressive
 */
public record JpegEncoding(List<Component> components, boolean progressive) {
    /** Keeps a copy of the list. */
    public JpegEncoding {
        components = List.copyOf(components);
    }

    /**
     * One colour component.
     *
     * @param horizontal horizontal sampling factor, 1 to 4
     * @param vertical vertical sampling factor, 1 to 4
     * @param table its quantisation table: 64 divisors in natural (row by row) order
     */
    public record Component(int horizontal, int vertical, List<Integer> table) {
        /** Keeps a copy of the table. */
        public Component {
            table = List.copyOf(table);
        }
    }
}

package io.cleanplate.app;

import java.util.Map;

/** Machines with and without a display. */
public final class Displays {
    /** A server in a rack. */
    public static final Display NONE = new Display(Map.of(), "Linux", null, library -> true);

    /** A desk. */
    public static final Display THERE = new Display(Map.of("DISPLAY", ":0"), "Linux", null, library -> true);

    private Displays() {}
}

package io.cleanplate;

/** Starts Cleanplate. */
public final class Cleanplate {
    private Cleanplate() {}

    /** Runs one verb of the command line. */
    public static void main(String[] args) {}
}

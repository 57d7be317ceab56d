package io.cleanplate;

import io.cleanplate.cli.CommandLineInterface;

/** Starts Cleanplate. Loads no class of JavaFX, AWT's display or the model library. */
public final class Cleanplate {
    private Cleanplate() {}

    /** Runs one verb of the command line and ends the process with its exit code. */
    public static void main(String[] args) {
        // Before any class of these libraries is loaded: they read it once.
        System.setProperty("ai.djl.offline", "true");
        System.setProperty("java.awt.headless", "true");
        System.exit(CommandLineInterface.ofProcess().run(args));
    }
}

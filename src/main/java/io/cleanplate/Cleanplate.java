package io.cleanplate;

import io.cleanplate.cli.CommandLineInterface;
import io.cleanplate.config.LogSettings;
import io.cleanplate.error.InputException;

/** Starts Cleanplate. Loads no class of JavaFX, AWT's display or the model library. */
public final class Cleanplate {
    private Cleanplate() {}

    /** Runs one verb of the command line and ends the process with its exit code. */
    public static void main(String[] args) {
        // Before any class of these libraries is loaded: they read it once.
        System.setProperty("ai.djl.offline", "true");
        System.setProperty("java.awt.headless", "true");
        try {
            boolean server = args.length == 0 || args[0].equals("serve");
            LogSettings.read(System.getenv(), server).apply(System.getProperties());
        } catch (InputException e) {
            System.exit(CommandLineInterface.refuse(e));
        }
        System.exit(CommandLineInterface.ofProcess().run(args));
    }
}

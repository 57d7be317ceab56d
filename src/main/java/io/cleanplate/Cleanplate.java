package io.cleanplate;

import io.cleanplate.app.Display;
import io.cleanplate.cli.CommandLineInterface;
import io.cleanplate.config.LogSettings;
import io.cleanplate.config.LogSettings.Program;
import io.cleanplate.config.Settings;
import io.cleanplate.error.InputException;
import java.nio.file.Path;
import java.util.List;

/** Starts Cleanplate. Loads no class of JavaFX, AWT's display or the model library. */
public final class Cleanplate {
    private Cleanplate() {}

    /** Runs one verb of the command line and ends the process with its exit code. */
    public static void main(String[] args) {
        // Before any class of these libraries is loaded: they read it once.
        System.setProperty("ai.djl.offline", "true");
        System.setProperty("java.awt.headless", "true");
        Display display = Display.ofProcess();
        try {
            Settings settings = Settings.read(
                    System.getenv(), System.getProperty("os.name"), Path.of(System.getProperty("user.home")));
            LogSettings.read(System.getenv(), program(List.of(args), display), settings.dataFolder())
                    .apply(System.getProperties());
        } catch (InputException e) {
            System.exit(CommandLineInterface.refuse(e));
        }
        System.exit(CommandLineInterface.ofProcess(display).run(args));
    }

    private static Program program(List<String> words, Display display) {
        return switch (words.isEmpty() ? "" : words.getFirst()) {
            case "serve" -> Program.SERVER;
            case "desktop" -> Program.DESKTOP;
            case "" -> display.lacks().isEmpty() ? Program.DESKTOP : Program.SERVER;
            default -> Program.COMMAND;
        };
    }
}

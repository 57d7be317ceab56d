package io.cleanplate.config;

import io.cleanplate.error.InputException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * What is logged and how; {@code logback.xml} reads it from system properties when the first logger is made.
 *
 * @param level of SLF4J: DEBUG, INFO, WARN or ERROR
 * @param consoleLevel what of that the console shows
 * @param format {@code text} or {@code json}
 * @param target {@code System.out} or {@code System.err}
 * @param file written beside the console, renewed and removed as it grows; null for none
 */
public record LogSettings(
        String level,
        String consoleLevel,
        String format,
        String target,
        @Nullable Path file) {
    /** What runs, for the level and the place of its log. */
    public enum Program {
        /** A command of an end: its log must not mix with its answer, and tells what went wrong. */
        COMMAND,
        /** A server: its log is its answer. */
        SERVER,
        /** A window: nobody may see its console. */
        DESKTOP
    }

    /**
     * Reads LOG_LEVEL and LOG_FORMAT.
     *
     * @param dataFolder where a desktop keeps its log
     * @throws InputException when a value cannot be used: names the variable, the value and what is accepted
     */
    public static LogSettings read(Map<String, String> environment, Program program, Path dataFolder) {
        boolean server = program == Program.SERVER;
        boolean desktop = program == Program.DESKTOP;
        String wanted = environment.get("LOG_LEVEL");
        return new LogSettings(
                level(wanted, server || desktop ? "INFO" : "WARN"),
                level(wanted, server ? "INFO" : "WARN"),
                format(environment.get("LOG_FORMAT")),
                server ? "System.out" : "System.err",
                desktop ? file(dataFolder) : null);
    }

    /** The desktop's log in a data folder; older ones lie beside it. */
    public static Path file(Path dataFolder) {
        return dataFolder.resolve("logs").resolve("cleanplate.log");
    }

    /** Hands the settings to the logging library; to be called before the first logger is made. */
    public void apply(Properties properties) {
        properties.setProperty("cleanplate.log.level", level);
        properties.setProperty("cleanplate.log.console.level", consoleLevel);
        properties.setProperty("cleanplate.log.format", format);
        properties.setProperty("cleanplate.log.target", target);
        if (file != null) {
            properties.setProperty("cleanplate.log.beside", "file");
            properties.setProperty("cleanplate.log.file", file.toString());
        }
    }

    private static String level(@Nullable String value, String otherwise) {
        if (value == null || value.isBlank()) {
            return otherwise;
        }
        return switch (value.strip().toUpperCase(Locale.ROOT)) {
            case "DEBUG" -> "DEBUG";
            case "INFO" -> "INFO";
            case "WARNING", "WARN" -> "WARN";
            case "ERROR" -> "ERROR";
            default ->
                throw new InputException("LOG_LEVEL is '" + value + "': accepted are DEBUG, INFO, WARNING and ERROR.");
        };
    }

    private static String format(@Nullable String value) {
        if (value == null || value.isBlank()) {
            return "text";
        }
        return switch (value.strip().toLowerCase(Locale.ROOT)) {
            case "text" -> "text";
            case "json" -> "json";
            default -> throw new InputException("LOG_FORMAT is '" + value + "': accepted are text and json.");
        };
    }
}

package io.cleanplate.config;

import io.cleanplate.error.InputException;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * What is logged and how; {@code logback.xml} reads it from system properties when the first logger is made.
 *
 * @param level of SLF4J: DEBUG, INFO, WARN or ERROR
 * @param format {@code text} or {@code json}
 * @param target {@code System.out} or {@code System.err}
 */
public record LogSettings(String level, String format, String target) {
    /**
     * Reads LOG_LEVEL and LOG_FORMAT.
     *
     * @param server whether a server runs: its log is its answer and goes to standard output, from INFO on
     * @throws InputException when a value cannot be used: names the variable, the value and what is accepted
     */
    public static LogSettings read(Map<String, String> environment, boolean server) {
        return new LogSettings(
                level(environment.get("LOG_LEVEL"), server ? "INFO" : "WARN"),
                format(environment.get("LOG_FORMAT")),
                server ? "System.out" : "System.err");
    }

    /** Hands the settings to the logging library; to be called before the first logger is made. */
    public void apply(Properties properties) {
        properties.setProperty("cleanplate.log.level", level);
        properties.setProperty("cleanplate.log.format", format);
        properties.setProperty("cleanplate.log.target", target);
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

package io.cleanplate.config;

import io.cleanplate.error.InputException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the environment says of the server, checked.
 *
 * @param mongoUrl the newsroom's connection string, unread since it may hold a password; null for the embedded one
 * @param autoMark whether the auto-mark job runs in this process
 * @param autoMarkInterval from one run to the next, at least a minute
 * @param autoMarkBatch pictures a customer and run, at least 1
 * @param httpHost address to listen at
 * @param httpPort port to listen at, 0 for any that is free
 * @param webhookUrl who is told when a batch completes, unread since it may hold a password; null for nobody
 * @param apiToken what a caller who changes something has to show; null when callers on this machine may
 */
public record ServerSettings(
        @Nullable String mongoUrl,
        boolean autoMark,
        Duration autoMarkInterval,
        int autoMarkBatch,
        String httpHost,
        int httpPort,
        @Nullable String webhookUrl,
        @Nullable String apiToken) {
    private static final int MINUTES_OF_A_DAY = 24 * 60;

    /**
     * Reads the environment.
     *
     * @throws InputException when a value cannot be used: names the variable, the value and what is accepted
     */
    public static ServerSettings read(Map<String, String> environment) {
        String host = text(environment, "HTTP_HOST");
        String port = text(environment, "HTTP_PORT");
        return new ServerSettings(
                text(environment, "MONGODB_URL"),
                yesOrNo(environment, "ENABLE_AUTO_MARK_JOB", true),
                Duration.ofMinutes(number(environment, "AUTO_MARK_INTERVAL_MINUTES", 5, 1, MINUTES_OF_A_DAY)),
                number(environment, "AUTO_MARK_BATCH_SIZE", 50, 1, 100_000),
                host == null ? "127.0.0.1" : host,
                number(environment, port == null ? "FLASK_PORT" : "HTTP_PORT", 8096, 0, 65_535),
                text(environment, "NOTIFY_WEBHOOK_URL"),
                text(environment, "API_TOKEN"));
    }

    /** The same at another address. */
    public ServerSettings at(String host, int port) {
        return new ServerSettings(
                mongoUrl, autoMark, autoMarkInterval, autoMarkBatch, host, port, webhookUrl, apiToken);
    }

    /** For people and logs: no secret shows. */
    @Override
    public String toString() {
        return "MONGODB_URL=" + (mongoUrl == null ? "(embedded)" : "(set)") + " ENABLE_AUTO_MARK_JOB=" + autoMark
                + " AUTO_MARK_INTERVAL_MINUTES=" + autoMarkInterval.toMinutes() + " AUTO_MARK_BATCH_SIZE="
                + autoMarkBatch + " HTTP_HOST=" + httpHost + " HTTP_PORT=" + httpPort + " NOTIFY_WEBHOOK_URL="
                + (webhookUrl == null ? "(none)" : "(set)") + " API_TOKEN=" + (apiToken == null ? "(none)" : "(set)");
    }

    private static @Nullable String text(Map<String, String> environment, String name) {
        String value = environment.get(name);
        return value == null || value.isBlank() ? null : value.strip();
    }

    private static boolean yesOrNo(Map<String, String> environment, String name, boolean otherwise) {
        String value = text(environment, name);
        if (value == null) {
            return otherwise;
        }
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "true", "1", "yes", "on" -> true;
            case "false", "0", "no", "off" -> false;
            default -> throw new InputException(name + " is '" + value + "': accepted are true and false.");
        };
    }

    private static int number(Map<String, String> environment, String name, int otherwise, int least, int most) {
        String value = text(environment, name);
        if (value == null) {
            return otherwise;
        }
        try {
            int number = Integer.parseInt(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new InputException(notBetween(name, value, least, most), e);
        }
        throw new InputException(notBetween(name, value, least, most));
    }

    private static String notBetween(String name, String value, int least, int most) {
        return name + " is '" + value + "': accepted are whole numbers from " + least + " to " + most + ".";
    }
}

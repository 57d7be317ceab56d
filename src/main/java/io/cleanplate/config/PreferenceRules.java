package io.cleanplate.config;

import io.cleanplate.error.InputException;
import java.net.URI;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a preference may be: for the form that it is typed into and for the file that it is read from. Each check takes the
 * value's name for its message, and throws {@link InputException} with a sentence that says what is accepted.
 */
public final class PreferenceRules {
    /** The largest margin in pixels. */
    public static final int MOST_MARGIN = 512;

    /** The widest feather in pixels. */
    public static final int MOST_FEATHER = 3;

    private static final int LONGEST_NAME = 80;
    private static final Pattern MONGO = Pattern.compile("mongodb(\\+srv)?://[^/?\\s]+([/?]\\S*)?");
    private static final Pattern COLOUR = Pattern.compile("#[0-9a-fA-F]{6}");

    /** Refuses values by {@link InputException}. */
    @FunctionalInterface
    interface Rule<T> {
        void check(String where, T value);
    }

    private PreferenceRules() {}

    /** A name that fits on one line. */
    public static String editorName(String where, String text) {
        String name = text.strip();
        if (name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            throw new InputException(where + " is too long or has line breaks: accepted are up to " + LONGEST_NAME
                    + " characters on one line.");
        }
        return name;
    }

    /** An address of a MongoDB server; the message does not repeat it, since it may hold a password. */
    public static String mongoUrl(String where, String text) {
        String url = text.strip();
        if (!MONGO.matcher(url).matches()) {
            throw new InputException(
                    where + " is no MongoDB address: accepted is one like mongodb://host:27017/news?authSource=admin.");
        }
        return url;
    }

    /** The absolute path of a folder, which need not be there yet. */
    public static Path folder(String where, String text) {
        Path folder = Settings.path(where, text.strip());
        if (!folder.isAbsolute()) {
            throw new InputException(where + " is '" + text + "': accepted is the whole path of a folder.");
        }
        return folder;
    }

    /** An address that begins with https:// or http://. */
    public static URI baseUrl(String where, String text) {
        return Settings.url(where, text.strip());
    }

    /** Pixels of surroundings. */
    public static int margin(String where, String text) {
        return number(where, text, MOST_MARGIN);
    }

    /** Pixels of blending. */
    public static int feather(String where, String text) {
        return number(where, text, MOST_FEATHER);
    }

    static String colour(String where, String text) {
        if (!COLOUR.matcher(text).matches()) {
            throw new InputException(where + " is '" + text + "': accepted is a colour like #ff3b30.");
        }
        return text;
    }

    static double share(String where, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new InputException(where + " is " + value + ": accepted are 0 to 1.");
        }
        return value;
    }

    static int atLeastOne(String where, int value) {
        if (value < 1) {
            throw new InputException(where + " is " + value + ": accepted are whole numbers from 1.");
        }
        return value;
    }

    /** The value when the rule accepts it; else null, and the rule's sentence is told. */
    static <T> @Nullable T usable(@Nullable T value, Rule<T> rule, String where, Consumer<String> told) {
        if (value == null) {
            return null;
        }
        try {
            rule.check(where, value);
            return value;
        } catch (InputException e) {
            told.accept(e.getMessage());
            return null;
        }
    }

    private static int number(String where, String text, int most) {
        String sentence = where + " is '" + text + "': accepted are whole numbers from 0 to " + most + ".";
        try {
            int number = Integer.parseInt(text.strip());
            if (number >= 0 && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new InputException(sentence, e);
        }
        throw new InputException(sentence);
    }
}

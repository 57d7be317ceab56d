package io.cleanplate.cli;

import io.cleanplate.error.InputException;
import io.cleanplate.imaging.Format;
import io.cleanplate.inpaint.plan.Strategy;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Flags' values, read and checked: each error names the flag, the value and what is accepted. */
final class Words {
    private Words() {}

    static Strategy strategy(String value) {
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "auto" -> Strategy.AUTO;
            case "original" -> Strategy.ORIGINAL;
            case "crop" -> Strategy.CROP;
            default -> throw refused("--strategy", value, "auto, original and crop");
        };
    }

    /** Null means the source's own format. */
    static @Nullable Format format(@Nullable String value, @Nullable Path file) {
        Format named = switch (value == null ? "" : value.toLowerCase(Locale.ROOT)) {
            case "", "same" -> null;
            case "jpeg", "jpg" -> Format.JPEG;
            case "png" -> Format.PNG;
            case "webp" -> Format.WEBP;
            case "tiff", "tif" -> Format.TIFF;
            default -> throw refused("--format", String.valueOf(value), "same, jpeg, png, webp and tiff");
        };
        Format ofName = file == null ? null : Format.ofName(file);
        if (ofName == null) {
            return named;
        }
        if (!ofName.writable()) {
            throw refused("--output", String.valueOf(file), "names that end in jpg, png, webp or tif");
        }
        if (named != null && named != ofName) {
            throw new InputException(
                    "--output " + file + " and --format " + value + " contradict each other: leave one.");
        }
        return value == null ? ofName : named;
    }

    /** Null means the source's own quality. */
    static @Nullable Integer quality(String value) {
        if (value.equalsIgnoreCase("same")) {
            return null;
        }
        try {
            int quality = Integer.parseInt(value);
            if (quality >= 1 && quality <= 100) {
                return quality;
            }
        } catch (NumberFormatException e) {
            throw refused("--quality", value, "same and 1 to 100");
        }
        throw refused("--quality", value, "same and 1 to 100");
    }

    static Path path(String flag, String value) {
        try {
            if (!value.isBlank()) {
                return Path.of(value);
            }
        } catch (InvalidPathException e) {
            throw refused(flag, value, "the path of a file or folder");
        }
        throw refused(flag, value, "the path of a file or folder");
    }

    private static InputException refused(String flag, String value, String accepted) {
        return new InputException(flag + " is '" + value + "': accepted are " + accepted + ".");
    }
}

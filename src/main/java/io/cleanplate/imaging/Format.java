package io.cleanplate.imaging;

import io.cleanplate.error.InputException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The file formats that pictures are read from. */
public enum Format {
    JPEG(true, "jpg", "jpeg jpe jfif"),
    PNG(true, "png", ""),
    WEBP(true, "webp", ""),
    TIFF(true, "tif", "tiff"),
    BMP(false, "bmp", "dib"),
    GIF(false, "gif", "");

    private final boolean writable;
    private final String extension;
    private final String otherExtensions;

    Format(boolean writable, String extension, String otherExtensions) {
        this.writable = writable;
        this.extension = extension;
        this.otherExtensions = otherExtensions;
    }

    /** The format that a file's name promises by its ending, in any case; null when it promises none. */
    public static @Nullable Format ofName(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        String ending = name.substring(name.lastIndexOf('.') + 1);
        if (ending.isEmpty() || ending.length() == name.length()) {
            return null;
        }
        for (Format format : values()) {
            if (ending.equals(format.extension)
                    || List.of(format.otherExtensions.split(" ", -1)).contains(ending)) {
                return format;
            }
        }
        return null;
    }

    /**
     * The format of a file by its first bytes; the rest is not looked at.
     *
     * @param name what messages call the file
     * @throws InputException when it is none of these formats: says what it is where that can be told
     */
    public static Format ofBytes(byte[] file, String name) {
        try {
            return Sniffer.format(file);
        } catch (BadPictureException e) {
            throw new InputException(name + " " + e.getMessage(), e);
        }
    }

    /** The usual ending of a file's name, without the dot. */
    public String extension() {
        return extension;
    }

    /** Whether pictures are written in it too. */
    public boolean writable() {
        return writable;
    }
}

package io.cleanplate.imaging;

/** The file formats that pictures are read from. */
public enum Format {
    JPEG("jpg", true),
    PNG("png", true),
    WEBP("webp", true),
    TIFF("tif", true),
    BMP("bmp", false),
    GIF("gif", false);

    private final String extension;
    private final boolean writable;

    Format(String extension, boolean writable) {
        this.extension = extension;
        this.writable = writable;
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

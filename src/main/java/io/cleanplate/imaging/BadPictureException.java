package io.cleanplate.imaging;

import java.io.IOException;

/**
 * A file's bytes are no picture that can be used. The message is the end of a sentence that begins with the file's name,
 * such as "is cut short."; {@link PictureReader} puts the two together.
 */
final class BadPictureException extends IOException {
    private static final long serialVersionUID = 1L;

    BadPictureException(String predicate) {
        super(predicate);
    }

    BadPictureException(String predicate, Throwable cause) {
        super(predicate, cause);
    }

    static BadPictureException cutShort() {
        return new BadPictureException("is cut short: the end of the picture is missing.");
    }

    static BadPictureException damaged(String where) {
        return new BadPictureException("is damaged: " + where + ".");
    }
}

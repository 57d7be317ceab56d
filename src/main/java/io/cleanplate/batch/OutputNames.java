package io.cleanplate.batch;

import io.cleanplate.imaging.Format;
import java.nio.file.Path;

/**
 * What cleaned pictures are called: one named file, or in a folder the picture's own relative path and name, with the
 * ending of the format it is written in.
 *
 * @param target the file or folder
 * @param folder whether the target is a folder
 */
public record OutputNames(Path target, boolean folder) {
    /** The output of a picture that is written in this format; the picture's own ending stays when it fits. */
    public Path of(Source source, Format format) {
        if (!folder) {
            return target;
        }
        String name = Format.ofName(source.relative()) == format
                ? String.valueOf(source.relative().getFileName())
                : source.stem() + "." + format.extension();
        return target.resolve(source.relative()).resolveSibling(name);
    }
}

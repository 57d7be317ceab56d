package io.cleanplate.desktop.editor;

import java.nio.file.Path;
import java.util.Optional;

/** Asks people for the files of masks. To be called on the JavaFX thread. */
public interface MaskFiles {
    /** The file to load; empty when they chose none. */
    Optional<Path> toLoad();

    /** The file to save to, which they agreed to replace if it is there; empty when they chose none. */
    Optional<Path> toSave();
}

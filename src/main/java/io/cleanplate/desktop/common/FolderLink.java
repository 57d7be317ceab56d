package io.cleanplate.desktop.common;

import java.nio.file.Path;

/**
 * A folder that people may want to look into.
 *
 * @param label what lies in it: {@code Data}
 * @param folder where it is
 * @param open shows it in the system's file manager
 */
public record FolderLink(String label, Path folder, Runnable open) {}

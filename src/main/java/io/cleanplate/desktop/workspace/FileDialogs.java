package io.cleanplate.desktop.workspace;

import io.cleanplate.desktop.editor.MaskFiles;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** The system's dialogs for files; remembers the folder that was used last. Belongs to the JavaFX thread. */
public final class FileDialogs implements MaskFiles {
    private static final ExtensionFilter PICTURES =
            new ExtensionFilter("Pictures", "*.jpg", "*.jpeg", "*.png", "*.webp", "*.tif", "*.tiff", "*.bmp", "*.gif");
    private static final ExtensionFilter PNG = new ExtensionFilter("PNG", "*.png");

    private final Window window;
    private final Consumer<String> remember;
    private @Nullable Path folder;

    /**
     * Over a window.
     *
     * @param start the folder to begin with; null for the system's choice
     * @param remember told each folder that was used
     */
    public FileDialogs(Window window, @Nullable String start, Consumer<String> remember) {
        this.window = window;
        this.remember = remember;
        this.folder = start == null ? null : Path.of(start);
    }

    /** Pictures to open; empty when none were chosen. */
    List<Path> toOpen() {
        List<File> chosen = chooser("Open pictures", PICTURES).showOpenMultipleDialog(window);
        if (chosen == null || chosen.isEmpty()) {
            return List.of();
        }
        used(chosen.getFirst());
        return chosen.stream().map(File::toPath).toList();
    }

    /** A folder of pictures to open. */
    Optional<Path> folderToOpen() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle("Open a folder of pictures");
        if (folder != null && Files.isDirectory(folder)) {
            chooser.setInitialDirectory(folder.toFile());
        }
        Optional<Path> chosen = Optional.ofNullable(chooser.showDialog(window)).map(File::toPath);
        chosen.ifPresent(path -> remember(path));
        return chosen;
    }

    /** Where to save a picture; the person agreed to replace a file that is there. */
    Optional<Path> toSaveAs(Path suggested) {
        FileChooser chooser = chooser("Save the cleaned picture", PICTURES);
        Path parent = suggested.getParent();
        if (parent != null && Files.isDirectory(parent)) {
            chooser.setInitialDirectory(parent.toFile());
        }
        chooser.setInitialFileName(String.valueOf(suggested.getFileName()));
        return one(chooser.showSaveDialog(window));
    }

    @Override
    public Optional<Path> toLoad() {
        return one(chooser("Load a mask", PICTURES).showOpenDialog(window));
    }

    @Override
    public Optional<Path> toSave() {
        FileChooser chooser = chooser("Save the mask", PNG);
        chooser.setInitialFileName("mask.png");
        return one(chooser.showSaveDialog(window));
    }

    /** The folder that was used last; the current one when none was. */
    Path folder() {
        return folder == null ? Path.of("").toAbsolutePath() : folder;
    }

    private FileChooser chooser(String title, ExtensionFilter filter) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.getExtensionFilters().add(filter);
        if (folder != null && Files.isDirectory(folder)) {
            chooser.setInitialDirectory(folder.toFile());
        }
        return chooser;
    }

    private Optional<Path> one(@Nullable File chosen) {
        if (chosen != null) {
            used(chosen);
        }
        return Optional.ofNullable(chosen).map(File::toPath);
    }

    private void used(File file) {
        Path parent = file.toPath().toAbsolutePath().getParent();
        if (parent != null) {
            remember(parent);
        }
    }

    private void remember(Path used) {
        folder = used;
        remember.accept(used.toString());
    }
}

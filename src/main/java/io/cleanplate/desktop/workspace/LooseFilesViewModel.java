package io.cleanplate.desktop.workspace;

import io.cleanplate.cleaning.OpenedPicture;
import io.cleanplate.cleaning.WorkKey;
import io.cleanplate.cleaning.edit.EditResult;
import io.cleanplate.desktop.common.Notice;
import io.cleanplate.desktop.common.Notifier;
import io.cleanplate.desktop.editor.EditorViewModel;
import io.cleanplate.imaging.OutputOptions;
import io.cleanplate.imaging.Picture;
import io.cleanplate.task.BackgroundTask;
import io.cleanplate.task.TaskRunner;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * Pictures outside the newsroom: files, folders, what was pasted. The same editor, saved by name. Belongs to the owner of its
 * task runner, the JavaFX thread.
 */
public final class LooseFilesViewModel {
    private final TaskRunner tasks;
    private final Notifier notifier;
    private final Desk desk;
    private final EditorViewModel editor;
    private final WorkspaceViewModel workspace;
    private final ObservableList<Path> files = FXCollections.observableArrayList();
    private final ReadOnlyIntegerWrapper position = new ReadOnlyIntegerWrapper(-1);

    /** Nothing is open. */
    public LooseFilesViewModel(
            TaskRunner tasks, Notifier notifier, Desk desk, EditorViewModel editor, WorkspaceViewModel workspace) {
        this.tasks = tasks;
        this.notifier = notifier;
        this.desk = desk;
        this.editor = editor;
        this.workspace = workspace;
    }

    /** The files that are open, in order. */
    public ObservableList<Path> files() {
        return FXCollections.unmodifiableObservableList(files);
    }

    /** Which of them is shown, from 0; -1 when none is. */
    public ReadOnlyIntegerProperty positionProperty() {
        return position.getReadOnlyProperty();
    }

    /** Opens files and the pictures of folders in place of those that were open, the first of them at once. */
    public void open(List<Path> paths) {
        tasks.start(BackgroundTask.of("Looking for pictures", monitor -> expand(paths))
                .quietly()
                .whenDone(found -> {
                    if (found.isEmpty()) {
                        notifier.show(Notice.info("There are no pictures in " + paths.getFirst()
                                + ". JPEG, PNG, WebP, TIFF, BMP and still GIF can be opened."));
                        return;
                    }
                    files.setAll(found);
                    show(0);
                }));
    }

    private List<Path> expand(List<Path> paths) {
        List<Path> found = new ArrayList<>();
        for (Path path : paths) {
            if (Files.isDirectory(path)) {
                found.addAll(desk.files().list(path));
            } else {
                found.add(path);
            }
        }
        return found;
    }

    /** Shows one of the files. */
    public void show(int index) {
        Path file = files.get(index);
        position.set(index);
        workspace.open(
                String.valueOf(file.getFileName()), monitor -> desk.files().open(file), () -> show(index));
    }

    /** Shows the next file, if there is one. */
    public void next() {
        if (position.get() + 1 < files.size()) {
            show(position.get() + 1);
        }
    }

    /** Opens a picture that was pasted. */
    public void paste(Picture picture) {
        files.clear();
        position.set(-1);
        OpenedPicture pasted = new OpenedPicture(null, null, picture, "Pasted picture");
        workspace.open(pasted.name(), monitor -> pasted, () -> paste(picture));
    }

    /** Closes all files; the queue's picture is shown again. */
    public void close() {
        files.clear();
        position.set(-1);
        workspace.backToQueue();
    }

    /** A name for the picture that is open, beside its file or in a folder; empty for a story's picture or none. */
    public Optional<Path> suggested(Path folder) {
        OpenedPicture open = workspace.currentProperty().get();
        if (open == null || open.image() != null) {
            return Optional.empty();
        }
        Path file = open.file() == null ? null : open.file().toAbsolutePath();
        Path parent = file == null ? null : file.getParent();
        return Optional.of(desk.files().suggested(open, parent == null ? folder : parent, OutputOptions.SAME));
    }

    /** Whether what is open can be saved by name; tells people when nothing was removed yet. */
    public boolean worthSaving() {
        boolean worth = editor.result().isPresent();
        if (!worth) {
            notifier.show(Notice.info(
                    "Nothing was removed from this picture yet: paint over the mark and press Enter, then save."));
        }
        return worth;
    }

    /** Saves what was made of the open picture, and shows the next file. The person agreed to replace a file there. */
    public void saveAs(Path target) {
        OpenedPicture open = workspace.currentProperty().get();
        Optional<EditResult> result = editor.result();
        if (open == null || result.isEmpty()) {
            return;
        }
        Optional<WorkKey> key = workspace.key();
        workspace.keepWork();
        tasks.start(BackgroundTask.of("Saving " + target.getFileName(), monitor -> {
                    List<String> notices = desk.files()
                            .saveAs(
                                    open.file(),
                                    open.picture().withPixels(result.get().stored()),
                                    target,
                                    OutputOptions.SAME,
                                    true);
                    key.ifPresent(workspace.keeper()::drop);
                    return notices;
                })
                .whenDone(notices -> {
                    notifier.show(Notice.success("Saved: " + target));
                    notices.forEach(text -> notifier.show(Notice.info(text)));
                }));
        next();
    }
}

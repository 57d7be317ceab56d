package io.cleanplate.desktop.workspace;

import io.cleanplate.desktop.common.Action;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/** What an editor does with a whole picture, with the keys for it. Belongs to the JavaFX thread. */
public final class WorkspaceActions {
    private static final String PICTURE = "Picture";
    private static final String FILE = "File";

    private final HandOverViewModel handOver;
    private final LooseFilesViewModel files;
    private final FileDialogs dialogs;

    /** Asks people for files with these dialogs. */
    public WorkspaceActions(HandOverViewModel handOver, LooseFilesViewModel files, FileDialogs dialogs) {
        this.handOver = handOver;
        this.files = files;
        this.dialogs = dialogs;
    }

    /** All of them. */
    public List<Action> all() {
        return List.of(
                save(),
                skip(),
                asIs(),
                reopen(),
                Action.of(FILE, "Open pictures", this::open)
                        .icon(MaterialDesignF.FOLDER_OPEN_OUTLINE)
                        .key("Shortcut+O"),
                Action.of(FILE, "Open a folder", this::openFolder).key("Shortcut+Shift+O"),
                Action.of(FILE, "Paste a picture", this::paste).key("Shortcut+V"),
                saveAs());
    }

    /** Saves the open picture: a story's is marked done, a loose one asks for a name. */
    public Action save() {
        return Action.of(PICTURE, "Save & mark done", handOver::saveAndMark)
                .icon(MaterialDesignC.CHECK_BOLD)
                .key("S")
                .when(handOver.saveableBinding());
    }

    /** Passes over the picture. */
    public Action skip() {
        return Action.of(PICTURE, "Skip", handOver::skip)
                .icon(MaterialDesignS.SKIP_NEXT)
                .key("X")
                .when(pending());
    }

    /** Hands the picture on as it is. */
    public Action asIs() {
        return Action.of(PICTURE, "Mark clean as is", handOver::markCleanAsIs)
                .icon(MaterialDesignC.CHECK)
                .key("U")
                .when(pending());
    }

    /** Takes the picture back. */
    public Action reopen() {
        return Action.of(PICTURE, "Reopen", handOver::reopen)
                .icon(MaterialDesignR.RESTORE)
                .key("O")
                .when(handOver.handedOnBinding());
    }

    /** Saves a loose picture by name. */
    public Action saveAs() {
        return Action.of(FILE, "Save as", this::askAndSave)
                .icon(MaterialDesignC.CONTENT_SAVE_OUTLINE)
                .key("Shortcut+S")
                .when(handOver.looseBinding());
    }

    private BooleanBinding pending() {
        return handOver.pendingBinding();
    }

    private void open() {
        List<Path> chosen = dialogs.toOpen();
        if (!chosen.isEmpty()) {
            files.open(chosen);
        }
    }

    private void openFolder() {
        dialogs.folderToOpen().ifPresent(folder -> files.open(List.of(folder)));
    }

    private void paste() {
        Clipboard clipboard = Clipboard.getSystemClipboard();
        if (clipboard.hasFiles()) {
            files.open(clipboard.getFiles().stream().map(file -> file.toPath()).toList());
            return;
        }
        Image image = clipboard.getImage();
        if (image != null) {
            files.paste(PastedPicture.of(image));
        }
    }

    private void askAndSave() {
        Optional<Path> suggested = files.suggested(dialogs.folder());
        if (suggested.isPresent() && files.worthSaving()) {
            dialogs.toSaveAs(suggested.get()).ifPresent(files::saveAs);
        }
    }
}

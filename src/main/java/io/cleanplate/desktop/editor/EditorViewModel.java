package io.cleanplate.desktop.editor;

import io.cleanplate.cleaning.edit.EditResult;
import io.cleanplate.cleaning.edit.EditWork;
import io.cleanplate.cleaning.edit.EditedPicture;
import io.cleanplate.cleaning.edit.Remover;
import io.cleanplate.desktop.common.Notice;
import io.cleanplate.mask.MaskReader;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** The editor without its picture drawn: which picture is open and all that can be done to it. Belongs to the JavaFX thread. */
public final class EditorViewModel {
    private final ReadOnlyObjectWrapper<EditorState> state =
            new ReadOnlyObjectWrapper<>(new EditorState.Empty("Open a picture to begin."));
    private final OpenPicture open = new OpenPicture();
    private final ToolsViewModel tools;
    private final MaskViewModel mask;
    private final RemovalViewModel removal;

    /** @param masks reads the masks that people load */
    public EditorViewModel(Background background, Remover remover, MaskReader masks, EditorSettings settings) {
        this.tools = new ToolsViewModel(settings);
        this.mask = new MaskViewModel(background, open, masks);
        this.removal = new RemovalViewModel(background, remover, open, settings.model(), mask::remember);
    }

    /** What is shown: nothing, a picture on its way, a failure or a picture. */
    public ReadOnlyObjectProperty<EditorState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Closes the picture and says what to do next. */
    public void showEmpty(String next) {
        change(new EditorState.Empty(next), null);
    }

    /** Closes the picture, for another one is on its way. */
    public void showLoading(String name) {
        change(new EditorState.Loading(name), null);
    }

    /** Closes the picture and says why another one cannot be opened. */
    public void showFailure(String message, List<Notice.Choice> choices) {
        change(new EditorState.Failed(message, choices), null);
    }

    /** Opens a picture, which belongs to this thread from now on. */
    public void open(EditedPicture picture, String name) {
        change(new EditorState.Open(name), picture);
    }

    private void change(EditorState next, @Nullable EditedPicture picture) {
        removal.abandon();
        open.get().ifPresent(before -> mask.remember(before.mask()));
        tools.showingOriginalProperty().set(false);
        open.set(picture);
        state.set(next);
    }

    /** The picture that is open, and what can be said of it. */
    public OpenPicture picture() {
        return open;
    }

    /** The tool in the hand and how the picture is looked at. */
    public ToolsViewModel tools() {
        return tools;
    }

    /** What can be done to the whole mask. */
    public MaskViewModel mask() {
        return mask;
    }

    /** Removing what is masked. */
    public RemovalViewModel removal() {
        return removal;
    }

    /** One step back. */
    public void undo() {
        open.get().ifPresent(EditedPicture::undo);
    }

    /** One step forth. */
    public void redo() {
        open.get().ifPresent(EditedPicture::redo);
    }

    /** Takes back the stroke that is being painted; stops the removal where there is none. */
    public void cancel() {
        if (open.get().filter(EditedPicture::painting).isPresent()) {
            open.get().ifPresent(EditedPicture::cancelStroke);
        } else {
            removal.cancel();
        }
    }

    /** Shows the result before, the original before the first one. */
    public void previousResult() {
        step(-1);
    }

    /** Shows the next result. */
    public void nextResult() {
        step(1);
    }

    private void step(int by) {
        open.get()
                .ifPresent(picture -> picture.afterStroke(
                        () -> picture.show(Math.clamp(picture.showing() + by, 0, picture.results()))));
    }

    /** What is to be saved; empty while there is no result to be seen. */
    public Optional<EditResult> result() {
        return open.get().flatMap(EditedPicture::result);
    }

    /** What would be lost if the program ended now; {@link OpenPicture#watch} tells when it changes. */
    public Optional<EditWork> work() {
        return open.get().map(EditedPicture::work);
    }

    /** Takes up work that was kept of the picture that is open. */
    public void restoreWork(EditWork work) {
        open.get().ifPresent(picture -> picture.afterStroke(() -> picture.restore(work)));
    }
}

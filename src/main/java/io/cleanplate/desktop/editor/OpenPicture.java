package io.cleanplate.desktop.editor;

import io.cleanplate.cleaning.edit.EditListener;
import io.cleanplate.cleaning.edit.EditedPicture;
import io.cleanplate.cleaning.proposal.Proposal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/** The picture that is open, if any, and what can be said of it, as properties. Belongs to the JavaFX thread. */
public final class OpenPicture {
    private final ReadOnlyObjectWrapper<@Nullable EditedPicture> picture = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper canUndo = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper canRedo = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper canSave = new ReadOnlyBooleanWrapper();
    private final ReadOnlyIntegerWrapper results = new ReadOnlyIntegerWrapper();
    private final ReadOnlyIntegerWrapper showing = new ReadOnlyIntegerWrapper();
    private final ReadOnlyStringWrapper status = new ReadOnlyStringWrapper("");
    private final List<Runnable> watchers = new ArrayList<>();
    private final EditListener listener = new EditListener() {
        @Override
        public void historyChanged() {
            refresh();
        }
    };

    void set(@Nullable EditedPicture opened) {
        get().ifPresent(before -> before.unlisten(listener));
        if (opened != null) {
            opened.listen(listener);
        }
        picture.set(opened);
        refresh();
    }

    private void refresh() {
        Optional<EditedPicture> now = get();
        open.set(now.isPresent());
        canUndo.set(now.map(EditedPicture::canUndo).orElse(false));
        canRedo.set(now.map(EditedPicture::canRedo).orElse(false));
        canSave.set(now.flatMap(EditedPicture::model).isPresent());
        results.set(now.map(EditedPicture::results).orElse(0));
        showing.set(now.map(EditedPicture::showing).orElse(0));
        status.set(now.map(OpenPicture::describe).orElse(""));
        watchers.forEach(Runnable::run);
    }

    private static String describe(EditedPicture picture) {
        if (picture.results() == 0) {
            return "";
        }
        String count = picture.results() == 1 ? "1 result" : picture.results() + " results";
        return picture.model()
                .map(model -> count + ", showing " + picture.showing() + " (" + words(model) + ")")
                .orElse(count + ", showing the original");
    }

    private static String words(String model) {
        return model.equals(Proposal.MODEL) ? "the known mark taken out" : model;
    }

    /** The picture; empty while none is open. */
    public Optional<EditedPicture> get() {
        return Optional.ofNullable(picture.get());
    }

    /** Told after every step: what has to be kept may have changed. */
    public void watch(Runnable watcher) {
        watchers.add(watcher);
    }

    /** The picture; null while none is open. */
    public ReadOnlyObjectProperty<@Nullable EditedPicture> pictureProperty() {
        return picture.getReadOnlyProperty();
    }

    /** Whether there is a picture. */
    public ReadOnlyBooleanProperty openProperty() {
        return open.getReadOnlyProperty();
    }

    /** Whether there is something to undo. */
    public ReadOnlyBooleanProperty canUndoProperty() {
        return canUndo.getReadOnlyProperty();
    }

    /** Whether something was undone. */
    public ReadOnlyBooleanProperty canRedoProperty() {
        return canRedo.getReadOnlyProperty();
    }

    /** Whether a result is shown, which can be saved. */
    public ReadOnlyBooleanProperty canSaveProperty() {
        return canSave.getReadOnlyProperty();
    }

    /** How many results there are beside the original. */
    public ReadOnlyIntegerProperty resultsProperty() {
        return results.getReadOnlyProperty();
    }

    /** Which result is shown, from 1; 0 for the original. */
    public ReadOnlyIntegerProperty showingProperty() {
        return showing.getReadOnlyProperty();
    }

    /** How many results there are and which is shown, for people; empty while there are none. */
    public ReadOnlyStringProperty statusProperty() {
        return status.getReadOnlyProperty();
    }
}

package io.cleanplate.desktop.editor;

import io.cleanplate.cleaning.edit.EditedPicture;
import io.cleanplate.cleaning.edit.MaskOperations;
import io.cleanplate.desktop.common.Notice;
import io.cleanplate.imaging.AtomicFile;
import io.cleanplate.imaging.Encoding;
import io.cleanplate.imaging.Format;
import io.cleanplate.imaging.Metadata;
import io.cleanplate.imaging.OutputOptions;
import io.cleanplate.imaging.Picture;
import io.cleanplate.imaging.PictureWriter;
import io.cleanplate.imaging.Pixels;
import io.cleanplate.mask.Mask;
import io.cleanplate.mask.MaskReader;
import io.cleanplate.task.BackgroundTask;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.jspecify.annotations.Nullable;

/** What is done to the whole mask, off the JavaFX thread, to which this belongs. */
public final class MaskViewModel {
    private final Background background;
    private final OpenPicture open;
    private final MaskReader reader;
    private final ReadOnlyBooleanWrapper canReuse = new ReadOnlyBooleanWrapper();
    private @Nullable Mask last;

    MaskViewModel(Background background, OpenPicture open, MaskReader reader) {
        this.background = background;
        this.open = open;
        this.reader = reader;
    }

    /** Larger by one step on all sides. */
    public void grow() {
        change(MaskOperations::grow);
    }

    /** Smaller by one step on all sides. */
    public void shrink() {
        change(MaskOperations::shrink);
    }

    /** Masks what was not masked. */
    public void invert() {
        change(MaskOperations::invert);
    }

    /** Masks nothing. */
    public void clear() {
        change(MaskOperations::clear);
    }

    /** Proposes the next corner. */
    public void nextCorner() {
        change(MaskOperations::nextCorner);
    }

    /** Takes the mask that was last used, on this picture or another, scaled to this one. */
    public void reuseLast() {
        if (last != null) {
            change(MaskOperations.fitted(last));
        }
    }

    /** Whether there is a mask to be used again. */
    public ReadOnlyBooleanProperty canReuseProperty() {
        return canReuse.getReadOnlyProperty();
    }

    /** Remembers a mask to be used again; an empty one is of no use. */
    void remember(Mask mask) {
        if (!mask.isEmpty()) {
            last = mask;
            canReuse.set(true);
        }
    }

    /** Takes the mask of a picture file: light is masked; scaled to the picture where it has another size. */
    public void load(Path file) {
        open.get()
                .ifPresent(picture -> background
                        .tasks()
                        .start(BackgroundTask.of("Loading the mask", monitor -> reader.read(file))
                                .whenDone(mask -> changeOf(picture, MaskOperations.fitted(mask)))));
    }

    /** Writes the mask as PNG, light where masked; replaces a file that is there. */
    public void save(Path file) {
        open.get()
                .map(EditedPicture::mask)
                .ifPresent(mask -> background
                        .tasks()
                        .start(BackgroundTask.of("Saving the mask", monitor -> {
                                    write(mask, file);
                                    return file;
                                })
                                .whenDone(saved -> background
                                        .notifier()
                                        .show(Notice.success("The mask was saved as " + saved.getFileName() + ".")))));
    }

    private static void write(Mask mask, Path file) {
        Picture picture = new Picture(
                new Pixels(mask.width(), mask.height(), 1, 8, mask.toGrey(), null),
                Metadata.NONE,
                new Encoding(Format.PNG, null, true),
                List.of());
        byte[] png = new PictureWriter().encode(picture, OutputOptions.SAME).bytes();
        new AtomicFile().write(file, png, true);
    }

    private void change(UnaryOperator<Mask> operation) {
        open.get().ifPresent(picture -> changeOf(picture, operation));
    }

    private void changeOf(EditedPicture picture, UnaryOperator<Mask> operation) {
        Mask before = picture.mask();
        background
                .tasks()
                .start(BackgroundTask.of("Changing the mask", monitor -> operation.apply(before))
                        .quietly()
                        .whenDone(after -> picture.afterStroke(() -> put(picture, operation, before, after))));
    }

    private void put(EditedPicture picture, UnaryOperator<Mask> operation, Mask before, Mask after) {
        if (picture.mask().equals(before)) {
            picture.setMask(after);
        } else {
            // Painted on meanwhile: it is done again on what is painted now.
            changeOf(picture, operation);
        }
    }
}

package io.cleanplate.cleaning.edit;

import io.cleanplate.imaging.Rect;

/** Told what changes of a picture, on the picture's thread, after the change. */
public interface EditListener {
    /** The mask changed, inside this part of the picture. */
    default void maskChanged(Rect area) {}

    /** What is shown changed, inside this part of the picture. */
    default void pictureChanged(Rect area) {}

    /** What can be undone or redone, or the list of results, changed. */
    default void historyChanged() {}
}

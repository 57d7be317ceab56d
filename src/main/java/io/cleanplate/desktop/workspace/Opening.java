package io.cleanplate.desktop.workspace;

import io.cleanplate.cleaning.OpenedPicture;
import io.cleanplate.cleaning.WorkKey;
import io.cleanplate.cleaning.edit.EditWork;
import io.cleanplate.cleaning.edit.EditedPicture;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A picture that was opened on a background thread, ready to be shown.
 *
 * @param opened what it is
 * @param key where work on it is kept; empty when it is kept nowhere
 * @param edited the picture to work on
 * @param kept work that was kept on it; null when there is none, or it is no more than what is proposed
 * @param proposed what is proposed for it, and lies on it; null when nothing is
 */
record Opening(
        OpenedPicture opened,
        Optional<WorkKey> key,
        EditedPicture edited,
        @Nullable EditWork kept,
        @Nullable Proposed proposed) {}

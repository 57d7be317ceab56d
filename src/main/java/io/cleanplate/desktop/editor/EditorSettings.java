package io.cleanplate.desktop.editor;

import io.cleanplate.cleaning.edit.EditedPicture;
import io.cleanplate.inpaint.model.ModelCatalog;

/**
 * What the editor starts with. Immutable.
 *
 * @param brushDiameter in pixels of the picture
 * @param overlayColor of the mask, as 0xRRGGBB
 * @param overlayOpacity of the mask, 0 to 1
 * @param model the name of the model that is used
 * @param historyBytes memory for the steps and results of a picture
 */
public record EditorSettings(
        double brushDiameter, int overlayColor, double overlayOpacity, String model, long historyBytes) {
    /** For a first start. */
    public static final EditorSettings DEFAULT =
            new EditorSettings(40, 0xFF2D55, 0.5, ModelCatalog.SEE_THROUGH, EditedPicture.DEFAULT_HISTORY_BYTES);
}

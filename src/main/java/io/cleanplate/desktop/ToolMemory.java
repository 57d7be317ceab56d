package io.cleanplate.desktop;

import io.cleanplate.cleaning.edit.EditedPicture;
import io.cleanplate.config.Preferences;
import io.cleanplate.desktop.editor.EditorSettings;
import io.cleanplate.desktop.editor.ToolsViewModel;
import io.cleanplate.desktop.settings.PreferencesStore;
import java.util.Locale;
import java.util.Objects;

/** Keeps the brush and the mask's look from one start to the next. Belongs to the JavaFX thread. */
final class ToolMemory {
    private final PreferencesStore preferences;

    ToolMemory(PreferencesStore preferences) {
        this.preferences = preferences;
    }

    /** What the editor starts with. */
    EditorSettings settings(String model) {
        Preferences.Look look = preferences.value().look();
        String colour = look.overlayColour();
        return new EditorSettings(
                look.brushSize() == null ? EditorSettings.DEFAULT.brushDiameter() : look.brushSize(),
                colour == null ? EditorSettings.DEFAULT.overlayColor() : Integer.parseInt(colour.substring(1), 16),
                Objects.requireNonNullElse(look.overlayOpacity(), EditorSettings.DEFAULT.overlayOpacity()),
                model,
                EditedPicture.DEFAULT_HISTORY_BYTES);
    }

    /** Keeps what is chosen from now on. */
    void follow(ToolsViewModel tools) {
        tools.brushDiameterProperty()
                .addListener((value, was, is) -> preferences.update(
                        all -> all.with(all.look().withBrushSize((int) Math.round(is.doubleValue())))));
        tools.overlayColorProperty().addListener((value, was, is) -> keepOverlay(tools));
        tools.overlayOpacityProperty().addListener((value, was, is) -> keepOverlay(tools));
    }

    private void keepOverlay(ToolsViewModel tools) {
        String colour =
                String.format(Locale.ROOT, "#%06x", tools.overlayColorProperty().get());
        preferences.update(all -> all.with(
                all.look().withOverlay(colour, tools.overlayOpacityProperty().get())));
    }
}

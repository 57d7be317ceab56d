package io.cleanplate.desktop.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import io.cleanplate.config.Preferences;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Scene;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the window light or dark, as the person chose or the system says: AtlantaFX's Primer for all controls, and
 * {@code base.css} for what is Cleanplate's own. Belongs to the JavaFX thread.
 */
public final class ThemeManager {
    private final ObservableValue<ColorScheme> system;
    private final Consumer<String> stylesheet;
    private final ReadOnlyBooleanWrapper dark = new ReadOnlyBooleanWrapper();
    private Preferences.@Nullable Theme chosen;

    /**
     * Begins with what the system says.
     *
     * @param system whether the system is light or dark; watched from now on
     * @param stylesheet takes the address of the style sheet of all controls
     */
    public ThemeManager(ObservableValue<ColorScheme> system, Consumer<String> stylesheet) {
        this.system = system;
        this.stylesheet = stylesheet;
        system.addListener((value, was, is) -> apply());
        apply();
    }

    /** For the running JavaFX application. */
    public static ThemeManager ofApplication() {
        return new ThemeManager(Platform.getPreferences().colorSchemeProperty(), Application::setUserAgentStylesheet);
    }

    /** Follows the person's choice from now on; null for the system's. */
    public void choose(Preferences.@Nullable Theme theme) {
        chosen = theme;
        apply();
    }

    /** Whether the window is dark. */
    public ReadOnlyBooleanProperty darkProperty() {
        return dark.getReadOnlyProperty();
    }

    /** Gives a window Cleanplate's own styles; its root has the style class {@code dark} while the window is dark. */
    public void dress(Scene scene) {
        scene.getStylesheets()
                .add(Objects.requireNonNull(ThemeManager.class.getResource("/io/cleanplate/desktop/base.css"))
                        .toExternalForm());
        mark(scene, dark.get());
        dark.addListener((value, was, is) -> mark(scene, is));
    }

    private void apply() {
        boolean wanted = switch (chosen == null ? Preferences.Theme.SYSTEM : chosen) {
            case SYSTEM -> system.getValue() == ColorScheme.DARK;
            case LIGHT -> false;
            case DARK -> true;
        };
        stylesheet.accept(
                wanted ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet());
        dark.set(wanted);
    }

    private static void mark(Scene scene, boolean wanted) {
        scene.getRoot().getStyleClass().remove("dark");
        if (wanted) {
            scene.getRoot().getStyleClass().add("dark");
        }
    }
}

package io.cleanplate.desktop.shell;

import io.cleanplate.desktop.common.Action;
import java.util.List;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;
import org.kordamp.ikonli.materialdesign2.MaterialDesignK;

/**
 * What can be done with the window itself.
 *
 * @param settings opens the settings
 * @param quit ends the program, unless something would be lost and the person stays
 * @param nextPane moves the focus to the next part of the window
 * @param menu opens the menu
 * @param fullScreen fills the screen, or no longer
 * @param shortcuts shows all keys
 * @param firstSteps shows the first steps again
 * @param about tells version and folders
 */
public record ShellActions(
        Action settings,
        Action quit,
        Action nextPane,
        Action menu,
        Action fullScreen,
        Action shortcuts,
        Action firstSteps,
        Action about) {
    private static final String HELP = "Help";

    /** What does it. */
    public interface Deeds {
        /** Opens the settings. */
        void openSettings();

        /** Ends the program, unless something would be lost and the person stays. */
        void quit();

        /** Moves the focus to the next part of the window. */
        void nextPane();

        /** Opens the menu. */
        void openMenu();

        /** Fills the screen, or no longer. */
        void toggleFullScreen();

        /** Shows all keys. */
        void showShortcuts();

        /** Shows the first steps again. */
        void showFirstSteps();

        /** Tells version and folders. */
        void showAbout();
    }

    /** With names, icons and keys. */
    public static ShellActions of(Deeds deeds) {
        return new ShellActions(
                Action.of("File", "Settings", deeds::openSettings)
                        .icon(MaterialDesignC.COG_OUTLINE)
                        .key("Shortcut+COMMA"),
                Action.of("File", "Quit", deeds::quit)
                        .icon(MaterialDesignE.EXIT_TO_APP)
                        .key("Shortcut+Q"),
                Action.of("View", "Next part of the window", deeds::nextPane).key("F6"),
                Action.of("View", "Menu", deeds::openMenu).key("F10"),
                Action.of("View", "Full screen", deeds::toggleFullScreen)
                        .icon(MaterialDesignF.FULLSCREEN)
                        .key("F11"),
                Action.of(HELP, "Keyboard shortcuts", deeds::showShortcuts)
                        .icon(MaterialDesignK.KEYBOARD_OUTLINE)
                        .typed("?"),
                Action.of(HELP, "First steps", deeds::showFirstSteps),
                Action.of(HELP, "About Cleanplate", deeds::showAbout).icon(MaterialDesignI.INFORMATION_OUTLINE));
    }

    /** Those that a menu shows before and after what others can do; the menu itself is not in it. */
    public List<Action> inMenu() {
        return List.of(settings, quit, nextPane, fullScreen, shortcuts, firstSteps, about);
    }

    /** All of them. */
    public List<Action> all() {
        return List.of(settings, quit, nextPane, menu, fullScreen, shortcuts, firstSteps, about);
    }
}

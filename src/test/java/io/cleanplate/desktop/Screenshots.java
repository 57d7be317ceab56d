package io.cleanplate.desktop;

import atlantafx.base.controls.ToggleSwitch;
import io.cleanplate.config.Preferences;
import io.cleanplate.desktop.editor.canvas.PictureCanvas;
import io.cleanplate.newsroom.NewsImage;
import io.cleanplate.newsroom.QueueFilter;
import io.cleanplate.newsroom.QueueQuery;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javafx.application.Platform;
import javafx.geometry.Point2D;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;

/**
 * Writes pictures of the window's main states, to be looked at and shown: works through them as an editor would, in light
 * and in dark. Run in the project's folder.
 */
final class Screenshots {
    private static final Instant NOW = Instant.parse("2026-11-23T09:30:00Z");
    private static final Path SAMPLES = Path.of("assets", "samples").toAbsolutePath();
    private static final String CANVAS = ".picture-canvas";
    private static final String MARKED = "Where stars are made";
    private static final int ALL = 1000;
    /** Through the middle of the mark. */
    private static final double SPLIT = 0.8;

    /** What the README shows, and one of each of the others, by turns light and dark. */
    private static final Set<String> CHOSEN = Set.of(
            "first-start-light",
            "painted-dark",
            "compared-light",
            "saved-light",
            "mark-found-light",
            "proposed-dark",
            "known-marks-light",
            "auto-mark-light",
            "rules-dark",
            "all-done-dark",
            "conflict-light",
            "settings-light",
            "shortcuts-dark",
            "loose-file-dark");

    private final Path to;
    private final boolean all;
    private final Preferences.Theme theme;

    private Screenshots(Path to, boolean all, Preferences.Theme theme) {
        this.to = to;
        this.all = all;
        this.theme = theme;
    }

    /**
     * Writes them.
     *
     * @param args a folder for every state in both themes; without it, a choice goes to {@code assets/screenshots}
     */
    public static void main(String[] args) throws IOException {
        boolean all = args.length > 0;
        Path to = Path.of(all ? args[0] : "assets/screenshots").toAbsolutePath();
        Platform.startup(() -> Thread.currentThread().setUncaughtExceptionHandler((thread, thrown) -> failed(thrown)));
        Platform.setImplicitExit(false);
        try {
            for (Preferences.Theme theme : List.of(Preferences.Theme.LIGHT, Preferences.Theme.DARK)) {
                Screenshots screenshots = new Screenshots(to, all, theme);
                screenshots.newsroom();
                screenshots.knownMarks();
                screenshots.looseFile();
                if (all) {
                    screenshots.narrow();
                }
            }
        } finally {
            Platform.exit();
        }
    }

    /** The headless screen of 1000 x 1000 does not take all of a larger window, which is drawn all the same. */
    private static void failed(Throwable thrown) {
        if (!thrown.getStackTrace()[0].getClassName().startsWith("java.nio.")) {
            thrown.printStackTrace();
        }
    }

    private void newsroom() throws IOException {
        try (DrivenWindow window = open(Preferences.Session.NONE, List.of())) {
            window.resize(1280, 720);
            window.untilShown("#dismiss-hint");
            shoot(window, "first-start");
            window.press("#dismiss-hint");
            clean(window);
            save(window);
            overwritten(window);
            customer(window);
            brokenPicture(window);
            allDone(window);
            sheets(window);
        }
    }

    private void clean(DrivenWindow window) {
        window.key(KeyCode.J);
        window.key(KeyCode.J);
        window.untilOpen(MARKED);
        for (int i = 0; i < 5; i++) {
            window.key(KeyCode.CLOSE_BRACKET);
        }
        paint(window);
        shoot(window, "painted");
        window.key(KeyCode.ENTER);
        window.untilSaid("1 of 1");
        window.key(KeyCode.V);
        window.with(
                CANVAS, node -> ((PictureCanvas) node).splitPositionProperty().set(SPLIT));
        shoot(window, "compared");
    }

    private static void paint(DrivenWindow window) {
        // A window that still takes its size would move the picture under the brush.
        window.untilStill();
        window.draw(CANVAS, new Point2D(0.73, 0.945), new Point2D(0.99, 0.945));
    }

    private void save(DrivenWindow window) {
        window.key(KeyCode.V);
        window.key(KeyCode.S);
        window.untilSaid("Saved: " + MARKED);
        shoot(window, "saved");
    }

    /** Somebody else skips the picture while it is being cleaned. */
    private void overwritten(DrivenWindow window) {
        paint(window);
        window.key(KeyCode.ENTER);
        window.untilSaid("1 of 1");
        NewsImage open =
                window.station().newsroom().page(new QueueQuery(QueueFilter.PENDING, null, ALL)).pictures().stream()
                        .filter(image -> window.isOpen(image.story().title()))
                        .findFirst()
                        .orElseThrow();
        window.station().newsroom().skip(open.ref(), "Ben");
        window.key(KeyCode.S);
        window.untilSaid("Not marked");
        shoot(window, "conflict");
    }

    private void customer(DrivenWindow window) {
        window.press(".customer-picker");
        window.closePopups();
        window.press(".customer-picker");
        shoot(window, "customers");
        window.key(KeyCode.DOWN);
        window.key(KeyCode.DOWN);
        window.key(KeyCode.DOWN);
        window.key(KeyCode.ENTER);
        window.with("#auto-mark", node -> ((ToggleSwitch) node).setSelected(true));
        shoot(window, "auto-mark");
        window.closePopups();
        window.press("#auto-mark-rules");
        shoot(window, "rules");
        window.closePopups();
    }

    private void brokenPicture(DrivenWindow window) {
        window.with("#search", node -> ((TextField) node).setText("has moved"));
        window.untilSaid("Next picture");
        shoot(window, "broken-picture");
        window.with("#search", node -> ((TextField) node).clear());
    }

    private void allDone(DrivenWindow window) {
        window.station().runAutoMarkNow("orbit-wire");
        window.press(".customer-picker");
        window.key(KeyCode.UP);
        window.key(KeyCode.ENTER);
        window.untilSaid("All done");
        shoot(window, "all-done");
    }

    private void sheets(DrivenWindow window) {
        window.press("#engine");
        shoot(window, "model");
        window.closePopups();
        window.with("#menu", node -> ((MenuButton) node).show());
        shoot(window, "menu");
        window.closePopups();
        window.type("?");
        window.untilShown(".sheet");
        shoot(window, "shortcuts");
        window.key(KeyCode.ESCAPE);
        window.untilStill();
        window.shortcut(KeyCode.COMMA);
        window.untilShown(".sheet");
        shoot(window, "settings");
        window.key(KeyCode.ESCAPE);
    }

    private void knownMarks() throws IOException {
        try (DrivenWindow window = open(Preferences.Session.NONE.withoutHint(), List.of())) {
            window.resize(1280, 720);
            window.untilShown("#find-mark");
            window.untilStill();
            window.press("#find-mark");
            window.untilShown("#keep-mark");
            shoot(window, "mark-found");
            window.press("#keep-mark");
            window.untilSaid("mark was taken out");
            window.key(KeyCode.SPACE);
            window.key(KeyCode.J);
            window.untilOpen(MARKED);
            window.untilSaid("mark was taken out");
            shoot(window, "proposed");
            window.shortcut(KeyCode.K);
            window.untilShown("#known-marks-list");
            shoot(window, "known-marks");
            window.key(KeyCode.ESCAPE);
        }
    }

    private void narrow() throws IOException {
        try (DrivenWindow window = open(Preferences.Session.NONE, List.of())) {
            window.resize(1024, 640);
            window.untilShown("#dismiss-hint");
            shoot(window, "narrow");
        }
    }

    private void looseFile() throws IOException {
        List<Path> files = List.of(SAMPLES.resolve("lake.jpg"), SAMPLES.resolve("facade.jpg"));
        try (DrivenWindow window = open(Preferences.Session.NONE.withoutHint(), files)) {
            window.resize(1280, 720);
            window.untilOpen("lake.jpg");
            shoot(window, "loose-file");
            if (all) {
                window.shoot(file("scale-2"), 2);
                window.resize(1920, 1080);
                shoot(window, "wide");
            }
        }
    }

    private DrivenWindow open(Preferences.Session session, List<Path> files) throws IOException {
        Preferences preferences = Preferences.NONE
                .with(new Preferences.Work("Anna", null, null, null, null, null, null, null))
                .with(Preferences.Look.NONE.withTheme(theme))
                .with(session);
        DrivenWindow window = new DrivenWindow(
                Files.createTempDirectory("cleanplate"),
                Clock.fixed(NOW, ZoneOffset.UTC),
                preferences,
                Map.of("CLEANPLATE_DEVICE", "cpu"),
                files);
        return window;
    }

    private void shoot(DrivenWindow window, String state) {
        if (all || CHOSEN.contains(name(state))) {
            window.shoot(file(state), 1);
        }
    }

    private Path file(String state) {
        return to.resolve(name(state) + ".png");
    }

    private String name(String state) {
        return state + "-" + theme.name().toLowerCase(Locale.ROOT);
    }
}

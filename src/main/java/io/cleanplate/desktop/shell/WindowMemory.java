package io.cleanplate.desktop.shell;

import io.cleanplate.config.Preferences.WindowBounds;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** Opens the window where it was, and remembers where it is moved. Belongs to the JavaFX thread. */
final class WindowMemory {
    private static final double LEAST_WIDTH = 1024;
    private static final double LEAST_HEIGHT = 640;
    private static final double TITLE_BAR = 40;

    private WindowMemory() {}

    /** Places the window; where no screen shows its title bar any more, the system chooses the place. */
    static void restore(Stage stage, @Nullable WindowBounds bounds) {
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        double leastWidth = Math.min(LEAST_WIDTH, screen.getWidth());
        double leastHeight = Math.min(LEAST_HEIGHT, screen.getHeight());
        stage.setMinWidth(leastWidth);
        stage.setMinHeight(leastHeight);
        if (bounds == null) {
            stage.setWidth(Math.min(screen.getWidth(), 1600));
            stage.setHeight(Math.min(screen.getHeight(), 1000));
            stage.centerOnScreen();
            return;
        }
        stage.setWidth(Math.max(leastWidth, bounds.width()));
        stage.setHeight(Math.max(leastHeight, bounds.height()));
        List<Rectangle2D> screens =
                Screen.getScreens().stream().map(Screen::getVisualBounds).toList();
        if (reachable(bounds, screens)) {
            stage.setX(bounds.x());
            stage.setY(bounds.y());
        }
        stage.setMaximized(bounds.maximised());
    }

    /** Whether a hand's breadth of the title bar lies on a screen. */
    static boolean reachable(WindowBounds bounds, List<Rectangle2D> screens) {
        double middle = bounds.x() + bounds.width() / 2;
        return screens.stream()
                .anyMatch(screen -> screen.contains(middle, Math.max(bounds.y(), 0))
                        && bounds.y() >= screen.getMinY()
                        && bounds.y() + TITLE_BAR <= screen.getMaxY());
    }

    /** Tells each new place. A maximised or full-screen window keeps the place that it returns to. */
    static void watch(Stage stage, @Nullable WindowBounds known, Consumer<WindowBounds> told) {
        Runnable look = new Runnable() {
            private @Nullable WindowBounds last = known;

            @Override
            public void run() {
                WindowBounds now = now(stage, last);
                if (now != null && !now.equals(last)) {
                    last = now;
                    told.accept(now);
                }
            }
        };
        List.of(stage.xProperty(), stage.yProperty(), stage.widthProperty(), stage.heightProperty())
                .forEach(property -> property.addListener((value, was, is) -> look.run()));
        stage.maximizedProperty().addListener((value, was, is) -> look.run());
    }

    private static @Nullable WindowBounds now(Stage stage, @Nullable WindowBounds last) {
        if (stage.isIconified() || stage.isFullScreen() || Double.isNaN(stage.getX())) {
            return last;
        }
        if (stage.isMaximized()) {
            return last == null
                    ? new WindowBounds(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), true)
                    : new WindowBounds(last.x(), last.y(), last.width(), last.height(), true);
        }
        return new WindowBounds(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), false);
    }
}

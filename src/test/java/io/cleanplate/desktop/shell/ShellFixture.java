package io.cleanplate.desktop.shell;

import io.cleanplate.automark.AutoMarkStatus;
import io.cleanplate.config.Preferences;
import io.cleanplate.config.PreferencesFile;
import io.cleanplate.desktop.common.Action;
import io.cleanplate.desktop.common.DesktopTasks;
import io.cleanplate.desktop.common.FolderLink;
import io.cleanplate.desktop.notices.NoticesPane;
import io.cleanplate.desktop.settings.PreferencesStore;
import io.cleanplate.desktop.settings.SettingsChange;
import io.cleanplate.desktop.settings.SettingsViewModel;
import io.cleanplate.desktop.status.EngineControl;
import io.cleanplate.desktop.status.EngineViewModel;
import io.cleanplate.desktop.status.StatusBar;
import io.cleanplate.desktop.status.StatusSource;
import io.cleanplate.desktop.status.StatusViewModel;
import io.cleanplate.desktop.status.TasksPane;
import io.cleanplate.desktop.theme.ThemeManager;
import io.cleanplate.error.UnavailableException;
import io.cleanplate.task.SameThreadTasks;
import io.cleanplate.task.TaskMonitor;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** A whole window on fakes, with placeholders for the parts that others write. */
final class ShellFixture implements StatusSource, EngineControl, Shell.Owner {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    final List<String> done = new ArrayList<>();
    final List<SettingsChange> changes = new ArrayList<>();
    final NoticesPane notices = new NoticesPane(() -> done.add("log"));
    final DesktopTasks tasks = new DesktopTasks(notices);
    final ThemeManager themes = ThemeManager.ofApplication();
    final PreferencesStore preferences;
    final Shell shell;
    final StatusBar status;
    Optional<String> lost = Optional.empty();

    @Nullable
    Instant awaySince;

    boolean lamaThere;

    ShellFixture(Stage stage, Path folder, Preferences initial, Map<String, String> environment) {
        SameThreadTasks here = SameThreadTasks.atOnce();
        preferences = new PreferencesStore(
                new PreferencesFile(folder.resolve("preferences.json")),
                initial,
                new PreferencesStore.Outside(here, notices, Runnable::run));
        status = new StatusBar(
                new StatusViewModel(this, here, notices, InstantSource.fixed(NOW)),
                new EngineViewModel(this, preferences, here, notices),
                new TasksPane(tasks.running()));
        List<FolderLink> folders = List.of(
                new FolderLink("Data", Path.of("/home/ada/.local/share/cleanplate"), () -> done.add("data")),
                new FolderLink("Log", Path.of("/home/ada/.local/share/cleanplate/logs"), () -> done.add("logs")));
        shell = new Shell(
                stage,
                preferences,
                themes,
                new SettingsViewModel.Outside(environment, ShellFixture::connect, here),
                new Shell.Facts("0.1.0", "Java 25, Linux amd64", folders, List.of("auto", "cpu", "cuda:0")),
                this);
    }

    void open() {
        TextField search = new TextField();
        search.setId("search");
        search.setPromptText("Search");
        search.setAccessibleText("Search");
        VBox queue = new VBox(search, new Label("Queue"));
        StackPane canvas = new StackPane(new Label("Picture"));
        canvas.setFocusTraversable(true);
        canvas.setId("canvas");
        shell.open(
                new MainView.Parts(
                        new HBox(new Label("Customers")),
                        queue,
                        new HBox(new Button("Brush"), new Button("Eraser")),
                        canvas,
                        status),
                notices,
                List.of(
                        action("Picture", "Remove watermark", "Enter"),
                        action("Picture", "Save and mark done", "S"),
                        action("Picture", "Skip", "X"),
                        action("Picture", "Reopen", "O"),
                        action("Picture", "Mark clean as is", "U"),
                        action("Picture", "Next picture", "N"),
                        action("Picture", "Previous picture", "P"),
                        action("Edit", "Undo", "Shortcut+Z"),
                        action("Edit", "Redo", "Shortcut+Shift+Z"),
                        action("Mask", "Brush", "B"),
                        action("Mask", "Eraser", "E"),
                        action("Mask", "Rectangle", "R"),
                        action("Mask", "Lasso", "L"),
                        action("Mask", "Smaller brush", "["),
                        action("Mask", "Larger brush", "]"),
                        action("View", "Compare", "Tab"),
                        action("View", "Fit", "0"),
                        action("View", "Full size", "1")),
                List.of());
    }

    private Action action(String group, String label, String key) {
        Action plain = Action.of(group, label, () -> done.add(label));
        return switch (key) {
            case "[" -> plain.key("OPEN_BRACKET");
            case "]" -> plain.key("CLOSE_BRACKET");
            default -> plain.key(key);
        };
    }

    private static String connect(String url) {
        if (url.contains("away")) {
            throw new UnavailableException("The newsroom at away.example.org/news does not answer.");
        }
        return "Connected: 1,204 pictures in db.example.org/news.";
    }

    @Override
    public EngineState engine() {
        return new EngineState("see-through", "cpu", EngineState.Phase.READY, null);
    }

    @Override
    public DatabaseState database() {
        return new DatabaseState("db.example.org:27017/news", awaySince, awaySince == null ? 0 : 2);
    }

    @Override
    public AutoMarkStatus autoMark() {
        return new AutoMarkStatus(true, Duration.ofMinutes(5), NOW.plusSeconds(180), false, null, null);
    }

    @Override
    public String httpTrouble() {
        return "port 8096 is taken";
    }

    @Override
    public Options options() {
        return new Options(
                List.of(
                        new Model("auto", "The best that this machine runs.", "now see-through", null),
                        new Model("see-through", "Fast on any processor; for light marks.", "loaded", null),
                        new Model(
                                "lama",
                                "Fills what cannot be seen through; wants a graphics card.",
                                lamaThere ? "ready" : "not there",
                                lamaThere ? null : new Download(196, "github.com", "Apache-2.0"))),
                "auto",
                null,
                List.of(
                        new Device("auto", "Automatic", null),
                        new Device("cpu", "Processor", null),
                        new Device("cuda:0", "Graphics card", "There is no NVIDIA driver on this machine.")),
                "auto",
                null);
    }

    @Override
    public Optional<String> choose(String model, String device) {
        done.add(model + " on " + device);
        return device.equals("auto") ? Optional.empty() : Optional.of("The device changes with the next start.");
    }

    @Override
    public void fetch(String model, TaskMonitor monitor) {
        lamaThere = true;
    }

    @Override
    public Optional<String> wouldBeLost() {
        return lost;
    }

    @Override
    public void quit() {
        done.add("quit");
    }

    @Override
    public void changed(SettingsChange change) {
        changes.add(change);
    }
}

package io.cleanplate.desktop.shell;

import io.cleanplate.config.Preferences;
import io.cleanplate.desktop.common.Action;
import io.cleanplate.desktop.common.FolderLink;
import io.cleanplate.desktop.common.KeyBindings;
import io.cleanplate.desktop.help.AboutView;
import io.cleanplate.desktop.help.FirstSteps;
import io.cleanplate.desktop.help.ShortcutSheet;
import io.cleanplate.desktop.notices.NoticesPane;
import io.cleanplate.desktop.settings.PreferencesStore;
import io.cleanplate.desktop.settings.SettingsChange;
import io.cleanplate.desktop.settings.SettingsView;
import io.cleanplate.desktop.settings.SettingsViewModel;
import io.cleanplate.desktop.theme.ThemeManager;
import java.io.File;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCombination;
import javafx.stage.DirectoryChooser;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** The window: its frame, its keys, what opens over it, and where it stands. Belongs to the JavaFX thread. */
public final class Shell implements ShellActions.Deeds {
    private static final int[] ICONS = {16, 32, 48, 64, 128, 256};
    private static final double QUEUE_SHARE = 0.22;

    private final Stage stage;
    private final PreferencesStore preferences;
    private final SettingsViewModel.Outside settings;
    private final Facts facts;
    private final Owner owner;
    private final ThemeManager themes;
    private final ShellActions own = ShellActions.of(this);
    private final Overlays overlays = new Overlays();
    private List<Action> actions = List.of();
    private @Nullable MainView view;

    /**
     * What the window tells.
     *
     * @param version of the program
     * @param machine what it runs on, in a line
     * @param folders to be opened from settings and about
     * @param devices names of the devices that settings offer
     */
    public record Facts(String version, String machine, List<FolderLink> folders, List<String> devices) {
        /** Copies the lists. */
        public Facts {
            folders = List.copyOf(folders);
            devices = List.copyOf(devices);
        }
    }

    /** Who runs the program. Called on the JavaFX thread. */
    public interface Owner {
        /** What would be lost if the program ended now, in a sentence; empty when nothing would. */
        Optional<String> wouldBeLost();

        /** Ends the program, in order. */
        void quit();

        /** Settings were saved. */
        void changed(SettingsChange change);
    }

    /** For a stage that is not shown yet. */
    public Shell(
            Stage stage,
            PreferencesStore preferences,
            ThemeManager themes,
            SettingsViewModel.Outside settings,
            Facts facts,
            Owner owner) {
        this.stage = stage;
        this.preferences = preferences;
        this.themes = themes;
        this.settings = settings;
        this.facts = facts;
        this.owner = owner;
    }

    /**
     * Puts the parts into the window and shows it.
     *
     * @param others the actions of the parts
     * @param aliases further keys for some of them, which no menu shows
     */
    public void open(MainView.Parts parts, NoticesPane notices, List<Action> others, List<Action> aliases) {
        actions = new ArrayList<>(others);
        actions.addAll(own.all());
        List<Action> inMenu = new ArrayList<>(others);
        inMenu.addAll(own.inMenu());
        MainView main = new MainView(parts, notices, overlays, inMenu, List.of(own.shortcuts(), own.settings()));
        view = main;
        Scene scene = new Scene(main);
        themes.dress(scene);
        List<Action> keys = new ArrayList<>(actions);
        keys.addAll(aliases);
        KeyBindings.install(scene, keys, overlays.openProperty()::get);
        preferences.valueProperty().subscribe(now -> themes.choose(now.look().theme()));
        stage.setScene(scene);
        stage.setTitle("Cleanplate");
        stage.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH);
        stage.setFullScreenExitHint("");
        icons();
        Preferences.Session session = preferences.value().session();
        WindowMemory.restore(stage, session.window());
        WindowMemory.watch(
                stage,
                session.window(),
                bounds -> preferences.update(all -> all.with(all.session().withWindow(bounds))));
        stage.setOnCloseRequest(event -> {
            event.consume();
            quit();
        });
        if (!session.hintDismissed()) {
            showFirstSteps();
        }
        main.queueShareProperty().set(Objects.requireNonNullElse(session.queueShare(), QUEUE_SHARE));
        stage.show();
        main.queueShareProperty()
                .addListener((value, was, is) ->
                        preferences.update(all -> all.with(all.session().withQueueShare(is.doubleValue()))));
        parts.canvas().requestFocus();
    }

    /** The window's own actions. */
    public ShellActions actions() {
        return own;
    }

    /** What lies over the window. */
    public Overlays overlays() {
        return overlays;
    }

    @Override
    public void openSettings() {
        SettingsViewModel model = new SettingsViewModel(preferences, settings, owner::changed);
        overlays.show(new SettingsView(
                model, new SettingsView.Ways(facts.devices(), facts.folders(), this::chooseFolder, overlays::close)));
    }

    @Override
    public void showShortcuts() {
        overlays.show(new ShortcutSheet(actions, overlays::close));
    }

    @Override
    public void showAbout() {
        overlays.show(new AboutView(facts.version(), facts.machine(), facts.folders(), overlays::close));
    }

    @Override
    public void quit() {
        Optional<String> lost = owner.wouldBeLost();
        if (lost.isEmpty()) {
            owner.quit();
            return;
        }
        Node question = new Question(lost.get(), "Quit all the same", owner::quit, overlays::close);
        overlays.show(question);
    }

    @Override
    public void nextPane() {
        if (view != null) {
            view.nextPane();
        }
    }

    @Override
    public void openMenu() {
        if (view != null) {
            view.openMenu();
        }
    }

    @Override
    public void toggleFullScreen() {
        stage.setFullScreen(!stage.isFullScreen());
    }

    @Override
    public void showFirstSteps() {
        MainView main = view;
        if (main != null) {
            main.showHint(new FirstSteps(() -> {
                main.hideHint();
                preferences.update(all -> all.with(all.session().withoutHint()));
            }));
        }
    }

    private Optional<String> chooseFolder(String start) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle("Folder for cleaned pictures");
        File folder = new File(start);
        if (folder.isDirectory()) {
            chooser.setInitialDirectory(folder);
        }
        return Optional.ofNullable(chooser.showDialog(stage)).map(File::getPath);
    }

    private void icons() {
        for (int size : ICONS) {
            URL icon = Shell.class.getResource("/assets/icons/cleanplate-" + size + ".png");
            if (icon != null) {
                stage.getIcons().add(new Image(icon.toExternalForm()));
            }
        }
    }
}

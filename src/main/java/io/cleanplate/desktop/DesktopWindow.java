package io.cleanplate.desktop;

import io.cleanplate.app.CleaningServices;
import io.cleanplate.app.NewsroomCheck;
import io.cleanplate.app.RemovalOptions;
import io.cleanplate.app.Workstation;
import io.cleanplate.automark.AutoMarkListener;
import io.cleanplate.automark.RunReport;
import io.cleanplate.cleaning.OutboxEntry;
import io.cleanplate.cleaning.OutboxListener;
import io.cleanplate.cleaning.proposal.Proposals;
import io.cleanplate.config.CleaningSettings;
import io.cleanplate.config.Preferences;
import io.cleanplate.config.Settings;
import io.cleanplate.desktop.common.Action;
import io.cleanplate.desktop.common.DesktopTasks;
import io.cleanplate.desktop.common.FolderLink;
import io.cleanplate.desktop.common.Notice;
import io.cleanplate.desktop.common.SystemFiles;
import io.cleanplate.desktop.customers.CustomerBarView;
import io.cleanplate.desktop.customers.CustomerBarViewModel;
import io.cleanplate.desktop.customers.CustomerServices;
import io.cleanplate.desktop.editor.Background;
import io.cleanplate.desktop.editor.EditorActions;
import io.cleanplate.desktop.editor.EditorToolbar;
import io.cleanplate.desktop.editor.EditorViewModel;
import io.cleanplate.desktop.editor.ResultStepper;
import io.cleanplate.desktop.editor.canvas.PictureCanvas;
import io.cleanplate.desktop.notices.NoticesPane;
import io.cleanplate.desktop.profiles.MarkServices;
import io.cleanplate.desktop.profiles.ProfileWindows;
import io.cleanplate.desktop.proposal.ProposalActions;
import io.cleanplate.desktop.proposal.ProposalBar;
import io.cleanplate.desktop.proposal.ProposalServices;
import io.cleanplate.desktop.proposal.ProposalViewModel;
import io.cleanplate.desktop.queue.ListState;
import io.cleanplate.desktop.queue.PauseDelay;
import io.cleanplate.desktop.queue.QueueActions;
import io.cleanplate.desktop.queue.QueueView;
import io.cleanplate.desktop.queue.QueueViewModel;
import io.cleanplate.desktop.queue.ThumbnailLoader;
import io.cleanplate.desktop.settings.AfterAMoment;
import io.cleanplate.desktop.settings.PreferencesStore;
import io.cleanplate.desktop.settings.SettingsChange;
import io.cleanplate.desktop.settings.SettingsViewModel;
import io.cleanplate.desktop.shell.MainView;
import io.cleanplate.desktop.shell.Shell;
import io.cleanplate.desktop.status.EngineViewModel;
import io.cleanplate.desktop.status.StatusBar;
import io.cleanplate.desktop.status.StatusViewModel;
import io.cleanplate.desktop.status.TasksPane;
import io.cleanplate.desktop.theme.ThemeManager;
import io.cleanplate.desktop.workspace.Desk;
import io.cleanplate.desktop.workspace.EditorPane;
import io.cleanplate.desktop.workspace.FileDialogs;
import io.cleanplate.desktop.workspace.HandOverBar;
import io.cleanplate.desktop.workspace.HandOverViewModel;
import io.cleanplate.desktop.workspace.LooseFilesViewModel;
import io.cleanplate.desktop.workspace.WorkspaceActions;
import io.cleanplate.desktop.workspace.WorkspaceViewModel;
import io.cleanplate.error.CleanplateException;
import io.cleanplate.inpaint.InpaintOptions;
import io.cleanplate.inpaint.model.ModelCatalog;
import io.cleanplate.mask.MaskReader;
import io.cleanplate.task.BackgroundTask;
import io.cleanplate.watermark.LearnOptions;
import io.cleanplate.watermark.ProfileMerger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The program's window, put together from its parts; the constructor reads as a table of contents. Belongs to the JavaFX
 * thread, except for {@link #keep}.
 */
final class DesktopWindow implements Shell.Owner {
    private static final Logger LOG = LoggerFactory.getLogger(DesktopWindow.class);
    private static final java.time.Duration PATIENCE = java.time.Duration.ofSeconds(4);
    private static final java.time.Duration PREFERENCES_SETTLE = java.time.Duration.ofMillis(500);
    private static final java.time.Duration WORK_SETTLES = java.time.Duration.ofSeconds(1);
    private static final Duration NEWS_EVERY = Duration.seconds(15);

    private final Start start;
    private final Workstation station;
    private final Runnable ended;
    private final SystemFiles system;
    private final NoticesPane notices;
    private final DesktopTasks tasks;
    private final PreferencesStore preferences;
    private final QueueViewModel queue;
    private final CustomerBarViewModel customers;
    private final EditorViewModel editor;
    private final WorkspaceViewModel workspace;
    private final HandOverViewModel handOver;
    private final LooseFilesViewModel files;
    private final ProposalViewModel knownMarks;
    private final WorkstationEngines engines;
    private final Shell shell;
    private final ProfileWindows markWindows;
    private final Timeline news;
    private boolean ending;
    private boolean endTold;

    /**
     * Puts the window together; nothing is shown or read yet.
     *
     * @param stage not shown yet
     * @param ended told when the window may go
     */
    DesktopWindow(Stage stage, Start start, Runnable ended) {
        this.start = start;
        this.station = start.station();
        this.ended = ended;
        system = new SystemFiles(System.getProperty("os.name"));
        notices = new NoticesPane(this::openLog);
        tasks = new DesktopTasks(notices);
        preferences = new PreferencesStore(
                start.file(),
                start.kept().preferences(),
                new PreferencesStore.Outside(tasks, notices, new AfterAMoment(PREFERENCES_SETTLE)));

        CleaningServices cleaning = station.cleaning();
        Proposals proposals = station.marks().proposals();
        Desk desk = new Desk(
                cleaning.loader(),
                cleaning.desk(),
                cleaning.outbox(),
                station.newsroom(),
                cleaning.work(),
                cleaning.files(),
                proposals,
                this::editorName);
        queue = new QueueViewModel(tasks, notices, station.newsroom(), new PauseDelay());
        customers = new CustomerBarViewModel(
                tasks,
                notices,
                new CustomerServices(
                        station.newsroom(),
                        station.newsroom(),
                        this::editorName,
                        station.autoMark().status().interval(),
                        station.clock()),
                queue);
        ToolMemory tools = new ToolMemory(preferences);
        editor = new EditorViewModel(
                new Background(tasks, notices),
                station.engines(),
                new MaskReader(cleaning.reader()),
                tools.settings(ModelCatalog.SEE_THROUGH));
        tools.follow(editor.tools());
        workspace = new WorkspaceViewModel(tasks, notices, desk, queue, editor);
        handOver = new HandOverViewModel(tasks, notices, desk, queue, editor, workspace);
        files = new LooseFilesViewModel(tasks, notices, desk, editor, workspace);
        engines = new WorkstationEngines(
                station,
                start.environment(),
                model -> tasks.later(() -> editor.removal().modelProperty().set(model)));
        knownMarks = new ProposalViewModel(
                new Background(tasks, notices),
                new ProposalServices(proposals, station.engines(), engines::quick, new PauseDelay()),
                editor,
                workspace,
                handOver);

        List<FolderLink> folders = List.of(
                folder("Cleaned pictures", cleaning.target().folder()),
                folder("Data", station.dataFolder()),
                folder("Log", station.logFile().resolveSibling("")));
        shell = new Shell(
                stage,
                preferences,
                ThemeManager.ofApplication(),
                new SettingsViewModel.Outside(start.environment(), new NewsroomCheck(station.clock())::check, tasks),
                new Shell.Facts(station.facts().version(), machine(), folders, devices()),
                this);
        markWindows = new ProfileWindows(shell.overlays(), tasks, notices, markServices());
        news = new Timeline(new KeyFrame(NEWS_EVERY, event -> lookForNews()));
        news.setCycleCount(Animation.INDEFINITE);
        open(stage);
    }

    private MarkServices markServices() {
        ProfileMerger merger = new ProfileMerger();
        return new MarkServices(
                station.marks().search(),
                station.profiles(),
                (stays, goes) -> merger.merge(
                        stays,
                        goes,
                        new LearnOptions(stays.owner(), station.clock().instant())),
                station.newsroom()::customers,
                station.marks().proposals()::profilesChanged,
                this::editorName,
                station.clock());
    }

    private void open(Stage stage) {
        ThumbnailLoader thumbnails = new ThumbnailLoader(tasks, station.cleaning()::small);
        CustomerBarView bar = new CustomerBarView(customers);
        QueueView list = new QueueView(queue, thumbnails, station.clock());
        PictureCanvas canvas = new PictureCanvas(tasks);
        FileDialogs dialogs = new FileDialogs(
                stage,
                preferences.value().session().lastFolder(),
                folder -> preferences.update(all -> all.with(all.session().withFolder(folder))));
        EditorActions editing = new EditorActions(editor);
        WorkspaceActions working = new WorkspaceActions(handOver, files, dialogs);
        ResultStepper results = new ResultStepper(editor.picture(), editing);
        ProposalActions marks = new ProposalActions(knownMarks);
        knownMarks.offerSearch((customer, source) -> {
            // The button goes when the mark is known: Space and the other keys are the picture's then.
            canvas.requestFocus();
            markWindows.find(customer, source);
        });
        VBox below = new VBox(new ProposalBar(knownMarks, marks), new HandOverBar(workspace, working, canvas, results));
        below.getStyleClass().add("below-picture");
        EditorPane pane = new EditorPane(editor, canvas, below, files);
        StatusBar status = new StatusBar(
                new StatusViewModel(new WorkstationStatus(station, this::model), tasks, notices, station.clock()),
                new EngineViewModel(engines, preferences, tasks, notices),
                new TasksPane(tasks.running()));

        List<Action> actions = new ArrayList<>(working.all());
        actions.addAll(editing.listed());
        actions.addAll(marks.listed());
        actions.addAll(
                markWindows.actions(workspace.wantedProperty(), queue.filters().customerProperty()::get));
        actions.addAll(pane.actions());
        actions.addAll(QueueActions.of(queue, thumbnails, bar::focusSearch));
        List<Action> aliases = new ArrayList<>(editing.aliases());
        aliases.addAll(marks.aliases());
        aliases.addAll(pane.aliases());
        shell.open(
                new MainView.Parts(bar, list, new EditorToolbar(editor, editing, dialogs), pane, status),
                notices,
                actions,
                aliases);
        canvas.requestFocus();
    }

    /** Shows the window, and begins to read. */
    void open() {
        Preferences kept = preferences.value();
        queue.filters().customerProperty().set(kept.session().lastCustomer());
        queue.filters()
                .customerProperty()
                .addListener((value, was, is) ->
                        preferences.update(all -> all.with(all.session().withCustomer(is))));
        station.engines().use(removal(kept.work()));
        AfterAMoment quiet = new AfterAMoment(WORK_SETTLES);
        editor.picture().watch(() -> {
            workspace.noteWork();
            quiet.then(workspace::keepWork);
        });
        station.cleaning().listen(new Outbox());
        station.autoMark().listen(new AutoMarkListener() {
            @Override
            public void runFinished(RunReport report) {
                tasks.later(() -> tell(report));
            }
        });
        handOver.underWayProperty().addListener((value, was, is) -> {
            if (is.intValue() < was.intValue()) {
                customers.refreshCounts();
            }
        });
        tasks.start(BackgroundTask.of("Choosing the model", monitor -> {
                    engines.start();
                    return monitor;
                })
                .quietly());
        customers.start();
        queue.stateProperty().addListener((value, was, is) -> {
            if (is.kind() == ListState.Kind.READY && queue.selectedProperty().get() == null) {
                // Not at once: the list is still taking in the rows.
                tasks.later(this::showFirst);
            }
        });
        queue.start();
        news.play();
        handOver.askUndecided();
        start.kept().problems().forEach(problem -> notices.show(Notice.warning(problem)));
        station.httpNotice().ifPresent(text -> notices.show(Notice.warning(text)));
        station.sharedNotice().ifPresent(text -> notices.show(Notice.info(text)));
        if (!start.files().isEmpty()) {
            files.open(start.files());
        }
    }

    private void showFirst() {
        if (queue.selectedProperty().get() == null
                && files.files().isEmpty()
                && start.files().isEmpty()) {
            queue.selectNext();
        }
    }

    private void tell(RunReport report) {
        JobNews.of(report).ifPresent(news -> {
            boolean bad = news.kind() == Notice.Kind.WARNING;
            notices.show(bad ? news.with("Open the log", this::openLog) : news);
            lookForNews();
        });
    }

    private void lookForNews() {
        queue.refresh();
        customers.refreshCounts();
        // What could not be asked about while the database was away.
        handOver.askUndecided();
        if (!endTold && station.sharedNotice().isPresent()) {
            tasks.start(BackgroundTask.of("Looking for the newsroom", monitor -> station.sharedEnded())
                    .quietly()
                    .whenDone(this::tellEnd)
                    .whenFailed(failure -> LOG.debug("Whose the newsroom is cannot be told", failure)));
        }
    }

    private void tellEnd(boolean over) {
        if (over && !endTold) {
            endTold = true;
            notices.show(
                    Notice.warning("The Cleanplate whose newsroom this window uses has ended. What you save is kept"
                                    + " on this machine, and sent when you start Cleanplate again.")
                            .with("Quit now", shell::quit));
        }
    }

    private String editorName() {
        return Objects.requireNonNullElse(
                preferences.value().work().editorName(), System.getProperty("user.name", "editor"));
    }

    private String model() {
        return editor.removal().modelProperty().get();
    }

    private static RemovalOptions removal(Preferences.Work work) {
        return new RemovalOptions(
                work.margin(), Objects.requireNonNullElse(work.feather(), InpaintOptions.DEFAULT_FEATHER));
    }

    private List<String> devices() {
        List<String> names = new ArrayList<>(List.of("auto", "cpu"));
        station.facts().gpus().cards().forEach(card -> names.add("cuda:" + card.index()));
        return names;
    }

    private static String machine() {
        return "Java " + Runtime.version() + ", " + System.getProperty("os.name") + " " + System.getProperty("os.arch");
    }

    private FolderLink folder(String label, Path folder) {
        return new FolderLink(label, folder, () -> show(folder));
    }

    private void openLog() {
        show(station.logFile());
    }

    private void show(Path path) {
        tasks.start(BackgroundTask.of("Opening " + path, monitor -> {
                    system.open(path);
                    return path;
                })
                .quietly());
    }

    @Override
    public Optional<String> wouldBeLost() {
        int under = handOver.underWayProperty().get();
        return under == 0 || ending
                ? Optional.empty()
                : Optional.of((under == 1 ? "A picture is" : under + " pictures are")
                        + " still being saved. Wait a moment, or quit and find the work where you left it.");
    }

    @Override
    public void quit() {
        ending = true;
        news.stop();
        tasks.close();
        ended.run();
    }

    /**
     * Waits a few seconds for what runs, and keeps what was begun: it is on the disk when this returns. Never throws. On a
     * thread other than JavaFX's, which may be gone by then.
     */
    void keep() {
        tasks.finish(PATIENCE);
        workspace.keepNow();
        try {
            preferences.saveNow();
        } catch (CleanplateException e) {
            LOG.warn("The preferences could not be saved", e);
        }
    }

    @Override
    public void changed(SettingsChange change) {
        if (change.output()) {
            station.cleaning().saveTo(CleaningSettings.read(preferences.value().under(start.environment())));
        }
        station.engines().use(removal(change.after()));
        if (change.engine()) {
            String model = Objects.requireNonNullElse(change.after().model(), "auto");
            String device = Objects.requireNonNullElse(change.after().device(), "auto");
            tasks.start(BackgroundTask.of(
                            "Changing to " + model + " on " + device,
                            monitor -> engines.choose(Settings.model("The model", model), device))
                    .whenDone(restart -> restart.ifPresent(text -> notices.show(Notice.info(text)))));
        }
        if (change.newsroom()) {
            notices.show(Notice.info("The newsroom changes when Cleanplate is started again.")
                    .with("Quit now", shell::quit));
        }
    }

    /** Hears on a thread of the outbox, and tells on the window's. */
    private final class Outbox implements OutboxListener {
        @Override
        public void delivered(OutboxEntry entry) {
            tasks.later(DesktopWindow.this::lookForNews);
        }

        @Override
        public void needsDecision(OutboxEntry entry) {
            tasks.later(handOver::askUndecided);
        }

        @Override
        public void damaged(Path movedTo) {
            tasks.later(
                    () -> notices.show(Notice.warning("A change that waited for the database could not be read, and is"
                            + " kept in " + movedTo + ". Look whether the pictures you saved last are marked done.")));
        }
    }
}

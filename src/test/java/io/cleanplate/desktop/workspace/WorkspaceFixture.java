package io.cleanplate.desktop.workspace;

import io.cleanplate.cleaning.CleanedFiles;
import io.cleanplate.cleaning.LooseFiles;
import io.cleanplate.cleaning.Outbox;
import io.cleanplate.cleaning.OutboxEntry;
import io.cleanplate.cleaning.OutboxListener;
import io.cleanplate.cleaning.OutputTarget;
import io.cleanplate.cleaning.PictureDesk;
import io.cleanplate.cleaning.PictureLoader;
import io.cleanplate.cleaning.WorkInProgress;
import io.cleanplate.cleaning.edit.EditWork;
import io.cleanplate.cleaning.edit.EditedPicture;
import io.cleanplate.cleaning.edit.Stroke;
import io.cleanplate.cleaning.edit.StrokeKind;
import io.cleanplate.desktop.common.Notice;
import io.cleanplate.desktop.editor.Background;
import io.cleanplate.desktop.editor.EditorSettings;
import io.cleanplate.desktop.editor.EditorViewModel;
import io.cleanplate.desktop.proposal.FakeProposals;
import io.cleanplate.desktop.proposal.ProposalServices;
import io.cleanplate.desktop.proposal.ProposalViewModel;
import io.cleanplate.desktop.queue.FakeQueue;
import io.cleanplate.desktop.queue.HandDelay;
import io.cleanplate.desktop.queue.QueueRow;
import io.cleanplate.desktop.queue.QueueViewModel;
import io.cleanplate.desktop.queue.RowWork;
import io.cleanplate.error.UnavailableException;
import io.cleanplate.imaging.Encoding;
import io.cleanplate.imaging.Format;
import io.cleanplate.imaging.Limits;
import io.cleanplate.imaging.Metadata;
import io.cleanplate.imaging.OutputOptions;
import io.cleanplate.imaging.Picture;
import io.cleanplate.imaging.PictureReader;
import io.cleanplate.imaging.PictureWriter;
import io.cleanplate.imaging.Pixels;
import io.cleanplate.imaging.Rect;
import io.cleanplate.inpaint.Device;
import io.cleanplate.inpaint.InpaintResult;
import io.cleanplate.inpaint.model.ModelCatalog;
import io.cleanplate.mask.Mask;
import io.cleanplate.mask.MaskReader;
import io.cleanplate.mask.PaintMode;
import io.cleanplate.newsroom.NewsImage;
import io.cleanplate.newsroom.PictureMarks;
import io.cleanplate.newsroom.PictureState;
import io.cleanplate.task.SameThreadTasks;
import io.cleanplate.task.TaskMonitor;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The editor's flow without a window, on a newsroom of six pending pictures in memory and a folder of its own. */
public final class WorkspaceFixture {
    public static final Rect MARK = new Rect(10, 10, 30, 20);
    public static final int WIDTH = 64;
    public static final int HEIGHT = 48;
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T14:00:00Z"), ZoneOffset.UTC);

    public final FakeQueue newsroom;
    public final PictureMarks marks;
    public final SameThreadTasks tasks = SameThreadTasks.waiting();
    public final List<Notice> notices = new ArrayList<>();
    /** Addresses of pictures that were fetched, in order. */
    public final List<String> fetched = new ArrayList<>();
    /** Addresses of pictures that cannot be had. */
    public final Set<String> broken = new HashSet<>();

    /** What known marks propose; no mark is known until a test says so. */
    public final FakeProposals proposals;
    /** The models that removed something, in order. */
    public final List<String> removals = new ArrayList<>();
    /** Models that are not there. */
    public final Set<String> missing = new HashSet<>();
    /** Is over when an editor looks closer. */
    public final HandDelay idle = new HandDelay();

    public final Path cleaned;
    public final Outbox outbox;
    public final WorkInProgress work;
    public final QueueViewModel queue;
    public final EditorViewModel editor;
    public final WorkspaceViewModel workspace;
    public final HandOverViewModel handOver;
    public final LooseFilesViewModel files;
    public final ProposalViewModel knownMarks;
    public OutputTarget target;

    public WorkspaceFixture(Path folder) {
        this(folder, FakeQueue.pending(6));
    }

    /** Another start of the program on the same folder and newsroom. */
    public WorkspaceFixture(Path folder, FakeQueue newsroom) {
        this(folder, newsroom, new FakeProposals());
    }

    /** The same with what known marks propose. */
    public WorkspaceFixture(Path folder, FakeQueue newsroom, FakeProposals proposals) {
        this.proposals = proposals;
        this.newsroom = newsroom;
        this.marks = new FakeMarks(newsroom);
        this.cleaned = folder.resolve("cleaned");
        this.target = new OutputTarget(cleaned, null, true);
        PictureReader reader = new PictureReader(Limits.DEFAULT);
        PictureWriter writer = new PictureWriter();
        work = new WorkInProgress(folder.resolve("work"), writer, reader, CLOCK);
        outbox = new Outbox(folder.resolve("outbox"), "news", marks, new Heard(), CLOCK);
        PictureDesk desk = new PictureDesk(newsroom, new CleanedFiles(() -> target, true, writer), outbox, work);
        Desk all = new Desk(
                new PictureLoader(this::fetch, reader, Runnable::run, 10_000_000),
                desk,
                outbox,
                newsroom,
                work,
                new LooseFiles(reader, writer),
                proposals,
                () -> "eva");
        queue = new QueueViewModel(tasks, notices::add, newsroom, new HandDelay());
        editor = new EditorViewModel(
                new Background(tasks, notices::add), this::remove, new MaskReader(reader), EditorSettings.DEFAULT);
        workspace = new WorkspaceViewModel(tasks, notices::add, all, queue, editor);
        handOver = new HandOverViewModel(tasks, notices::add, all, queue, editor, workspace);
        files = new LooseFilesViewModel(tasks, notices::add, all, editor, workspace);
        knownMarks = new ProposalViewModel(
                new Background(tasks, notices::add),
                new ProposalServices(proposals, this::remove, ModelCatalog.SEE_THROUGH::equals, idle),
                editor,
                workspace,
                handOver);
        queue.start();
        tasks.runAll();
    }

    private InpaintResult remove(Pixels pixels, Mask mask, String model, TaskMonitor monitor) {
        monitor.checkCancelled();
        removals.add(model);
        if (missing.contains(model)) {
            throw new UnavailableException("The model " + model + " is not on this machine.");
        }
        return paintedOver(pixels, mask.bounds());
    }

    private byte[] fetch(String address, TaskMonitor monitor) {
        fetched.add(address);
        if (broken.contains(address)) {
            throw new UnavailableException("The picture at " + address + " does not answer.");
        }
        return bytes(picture(100));
    }

    private static InpaintResult paintedOver(Pixels pixels, Rect area) {
        byte[] patch = new byte[area.width() * area.height() * pixels.channels()];
        Arrays.fill(patch, (byte) 9);
        return new InpaintResult(pixels.withPatch(area, patch), List.of(), 0, Device.CPU, List.of());
    }

    public static Picture picture(int grey) {
        byte[] color = new byte[WIDTH * HEIGHT * 3];
        Arrays.fill(color, (byte) grey);
        return new Picture(
                new Pixels(WIDTH, HEIGHT, 3, 8, color, null),
                Metadata.NONE,
                new Encoding(Format.PNG, null, true),
                List.of());
    }

    public static byte[] bytes(Picture picture) {
        return new PictureWriter().encode(picture, OutputOptions.SAME).bytes();
    }

    /** Selects one of the six and waits until it is open. */
    public void open(int number) {
        queue.selectRow(queue.rowOf(FakeQueue.id(number)));
        tasks.runAll();
    }

    public void paint(Rect area) {
        Stroke stroke = edited().begin(StrokeKind.MASK);
        stroke.rectangle(area, PaintMode.ADD);
        stroke.commit();
    }

    /** Paints over the mark of the picture that is open and removes it. */
    public void clean() {
        paint(MARK);
        editor.removal().remove();
        tasks.runAll();
    }

    public EditedPicture edited() {
        return editor.picture().get().orElseThrow();
    }

    public EditWork editWork() {
        return editor.work().orElseThrow();
    }

    /** What is shown of the mark: 100 as published, 9 cleaned. */
    public int shown() {
        return edited().shown().sample(MARK.left() + 1, MARK.top() + 1, 0);
    }

    public NewsImage now(int number) {
        return newsroom.find("valley-radio", FakeQueue.id(number)).orElseThrow();
    }

    public PictureState state(int number) {
        return now(number).state();
    }

    public @Nullable NewsImage selected() {
        return queue.selectedProperty().get();
    }

    /** The number of the story whose picture is open. */
    public int opened() {
        NewsImage story = Objects.requireNonNull(workspace.story(), "no story is open");
        return Integer.parseInt(story.story().title().substring("Story ".length()));
    }

    public RowWork row(int number) {
        QueueRow row = queue.rows().get(queue.rowOf(FakeQueue.id(number)));
        return row.work();
    }

    /** Chooses what the last notice offers. */
    public void choose(String label) {
        Notice last = notices.getLast();
        last.choices().stream()
                .filter(choice -> choice.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no '" + label + "' in " + last))
                .run()
                .run();
        tasks.runAll();
    }

    public static List<String> labels(Notice notice) {
        return notice.choices().stream().map(Notice.Choice::label).toList();
    }

    /** As the window does. */
    private final class Heard implements OutboxListener {
        @Override
        public void delivered(OutboxEntry entry) {
            tasks.later(queue::refresh);
        }

        @Override
        public void needsDecision(OutboxEntry entry) {
            tasks.later(handOver::askUndecided);
        }
    }
}

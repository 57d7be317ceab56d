package io.cleanplate.desktop.workspace;

import io.cleanplate.cleaning.OutboxEntry;
import io.cleanplate.desktop.common.Notice;
import io.cleanplate.desktop.common.Notifier;
import io.cleanplate.desktop.queue.QueueViewModel;
import io.cleanplate.desktop.queue.RowWork;
import io.cleanplate.error.UnavailableException;
import io.cleanplate.newsroom.Mark;
import io.cleanplate.newsroom.NewsImage;
import io.cleanplate.newsroom.PictureRef;
import io.cleanplate.task.BackgroundTask;
import io.cleanplate.task.TaskRunner;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the editor about a saved picture that could not be marked, since somebody else was faster: keep the file, overwrite
 * the mark, or drop it. Belongs to the owner of its task runner.
 */
final class Decisions {
    private static final Logger LOG = LoggerFactory.getLogger(Decisions.class);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT);

    private final TaskRunner tasks;
    private final Notifier notifier;
    private final Desk desk;
    private final QueueViewModel queue;
    private final Set<Long> asked = new HashSet<>();

    Decisions(TaskRunner tasks, Notifier notifier, Desk desk, QueueViewModel queue) {
        this.tasks = tasks;
        this.notifier = notifier;
        this.desk = desk;
        this.queue = queue;
    }

    private record Case(OutboxEntry entry, Optional<NewsImage> now) {}

    /** Asks about everything that waits for a decision and was not asked about yet. */
    void askAll() {
        tasks.start(BackgroundTask.<List<OutboxEntry>>of(
                        "Looking at what waits", monitor -> desk.outbox().undecided())
                .quietly()
                .whenDone(entries -> entries.stream()
                        .filter(entry -> !asked.contains(entry.number()))
                        .forEach(this::ask)));
    }

    /** Asks about one. */
    void ask(OutboxEntry entry) {
        asked.add(entry.number());
        queue.setWork(entry.picture().id(), RowWork.of(RowWork.Kind.CONFLICT));
        tasks.start(BackgroundTask.of("Looking who was faster", monitor -> new Case(entry, now(desk, entry.picture())))
                .quietly()
                .whenDone(this::show));
    }

    private void show(Case open) {
        OutboxEntry entry = open.entry();
        if (open.now().isEmpty()) {
            notifier.show(Notice.warning(
                            "The story " + entry.picture().id()
                                    + " is not there any more, so that its picture could not be marked done. Your file was saved.")
                    .with("Keep the file", () -> keep(entry))
                    .with("Delete my file", () -> drop(entry)));
            return;
        }
        NewsImage now = open.now().get();
        if (!now.ref().equals(entry.picture())) {
            notifier.show(Notice.warning("\"" + WorkspaceViewModel.title(now)
                            + "\" has another picture now. What you saved shows the former one and was not handed on.")
                    .with("Open the new one", () -> {
                        keep(entry);
                        queue.select(now.ref());
                    })
                    .with("Delete my file", () -> drop(entry)));
            return;
        }
        notifier.show(Notice.warning("Not marked: " + whoWasFaster(now) + ". Your file was saved.")
                .with("Overwrite the mark", () -> overwrite(entry, now))
                .with("Keep my file", () -> keep(entry))
                .with("Drop my file", () -> drop(entry)));
    }

    /** Says who did what with a picture, and when: {@code "A bridge" was cleaned by Anna on 22 Nov 2026, 14:03}. */
    static String whoWasFaster(NewsImage now) {
        Mark mark = now.mark();
        String what = switch (now.state()) {
            case CLEANED -> "cleaned";
            case AUTO_MARKED -> "marked by the auto-mark job";
            case SKIPPED -> "skipped";
            case PENDING -> "reopened";
            case WITHDRAWN -> "withdrawn";
            case INCOMPLETE -> "changed";
        };
        String by = mark.by() == null ? "" : " by " + mark.by();
        String at = mark.at() == null ? "" : " on " + TIME.format(mark.at().atZone(ZoneId.systemDefault()));
        return "\"" + WorkspaceViewModel.title(now) + "\" was " + what + by + at;
    }

    private void overwrite(OutboxEntry entry, NewsImage seen) {
        settle(
                entry,
                "Marking " + WorkspaceViewModel.title(seen),
                () -> desk.pictures().overwriteMark(entry, seen));
    }

    private void keep(OutboxEntry entry) {
        settle(entry, "Keeping the file", () -> desk.pictures().keepFile(entry));
    }

    private void drop(OutboxEntry entry) {
        settle(entry, "Removing the file", () -> desk.pictures().drop(entry));
    }

    private void settle(OutboxEntry entry, String title, Runnable work) {
        tasks.start(BackgroundTask.of(title, monitor -> {
                    work.run();
                    return now(desk, entry.picture());
                })
                .whenDone(now -> {
                    queue.setWork(entry.picture().id(), RowWork.NONE);
                    now.ifPresent(queue::pictureChanged);
                    askAll();
                }));
    }

    /** The picture as it is now; empty when it is not there, or the database is away. */
    static Optional<NewsImage> now(Desk desk, PictureRef picture) {
        try {
            return desk.queue().find(picture.customer(), picture.id());
        } catch (UnavailableException e) {
            LOG.debug("How {} stands is not known", picture.id(), e);
            return Optional.empty();
        }
    }
}

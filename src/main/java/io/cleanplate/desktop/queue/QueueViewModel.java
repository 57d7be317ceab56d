package io.cleanplate.desktop.queue;

import io.cleanplate.desktop.common.Notice;
import io.cleanplate.desktop.common.Notifier;
import io.cleanplate.newsroom.NewsId;
import io.cleanplate.newsroom.NewsImage;
import io.cleanplate.newsroom.PictureQueue;
import io.cleanplate.newsroom.PictureRef;
import io.cleanplate.newsroom.QueueFilter;
import io.cleanplate.newsroom.QueuePage;
import io.cleanplate.newsroom.QueueQuery;
import io.cleanplate.newsroom.StateCounts;
import io.cleanplate.task.BackgroundTask;
import io.cleanplate.task.TaskRunner;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The queue of pictures: what is in it, what becomes of each, and which one is selected. Reads in the background what is
 * looked at, and never holds more than some thousand pictures. Belongs to the JavaFX thread.
 */
public final class QueueViewModel implements QueueLoader.Listener {
    private static final Logger LOG = LoggerFactory.getLogger(QueueViewModel.class);
    private static final Span TOP = new Span(0, 20);
    private static final int MARGIN = 60;

    private final TaskRunner tasks;
    private final Notifier notifier;
    private final PictureQueue queue;
    private final QueueFilters filters;
    private final QueueRows rows = new QueueRows();
    private final Selection selection = new Selection(rows);
    private final QueueLoader loader;
    private final ReadOnlyObjectWrapper<ListState> state = new ReadOnlyObjectWrapper<>(ListState.LOADING);
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");
    private final ObjectProperty<@Nullable StateCounts> counts = new SimpleObjectProperty<>();
    private final ObservableList<String> sources = FXCollections.observableArrayList();
    private final ObservableList<String> categories = FXCollections.observableArrayList();
    private Span inView = TOP;

    /** A queue that reads nothing until {@link #start}. */
    public QueueViewModel(TaskRunner tasks, Notifier notifier, PictureQueue queue, Delay delay) {
        this.tasks = tasks;
        this.notifier = notifier;
        this.queue = queue;
        this.filters = new QueueFilters(delay);
        this.loader = new QueueLoader(tasks, queue, rows, this);
    }

    /** Reads the first pictures, and from now on those that the filters ask for. */
    public void start() {
        filters.filterProperty().addListener((value, was, is) -> ask());
        filters.customerProperty().addListener((value, was, is) -> readNames());
        ask();
        readNames();
    }

    /** What to show. */
    public QueueFilters filters() {
        return filters;
    }

    /** The rows known so far, not to be changed by others; those that are not in memory are read once they are shown. */
    public ObservableList<QueueRow> rows() {
        return rows;
    }

    /** Whether the rows are changing: a list's own selection that moves now was not moved by a person. */
    public boolean changing() {
        return rows.changing();
    }

    /** The row of a picture; -1 when it has none in memory. */
    public int rowOf(NewsId id) {
        return rows.index(id);
    }

    /** What the list has to show. */
    public ReadOnlyObjectProperty<ListState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Why rows that are shown may be old, one sentence; empty when they are not. */
    public ReadOnlyStringProperty troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    /** Pictures by state of whoever is chosen; null while unknown. Set by who counts them. */
    public ObjectProperty<@Nullable StateCounts> countsProperty() {
        return counts;
    }

    /** The publishers of whoever is chosen. */
    public ObservableList<String> sources() {
        return sources;
    }

    /** The sections of whoever is chosen. */
    public ObservableList<String> categories() {
        return categories;
    }

    /**
     * The picture the editor is at, as it was when it was selected; null for none. Changes only when another one is
     * selected, or when the filters were changed so that it is not among the pictures any more.
     */
    public ReadOnlyObjectProperty<@Nullable NewsImage> selectedProperty() {
        return selection.property();
    }

    /** The selected row; -1 when the selected picture has none in memory. */
    public int selectedRow() {
        return selection.row();
    }

    /** Selects a row; one that is not in memory is left alone. */
    public void selectRow(int row) {
        NewsImage picture = row >= 0 && row < rows.size() ? rows.get(row).image() : null;
        if (picture != null) {
            selection.set(picture);
            loader.next();
        }
    }

    /** Selects a picture, whether or not it is among those shown; a notice tells when it is gone. */
    public void select(PictureRef ref) {
        int row = rows.index(ref.id());
        if (row >= 0) {
            selectRow(row);
            return;
        }
        tasks.start(BackgroundTask.of("Finding the picture", monitor -> queue.find(ref.customer(), ref.id()))
                .whenDone(this::found));
    }

    /** Selects the row behind the selected picture, the first one when none is; nothing changes at the end. */
    public void selectNext() {
        NewsImage from = selection.property().get();
        if (from != null && selection.lost()) {
            readNext(from);
        } else {
            selection.step(1);
            loader.next();
        }
    }

    /** Selects the row before the selected picture; nothing changes at the top. */
    public void selectPrevious() {
        selection.step(-1);
        loader.next();
    }

    /** The next pending pictures behind the selected one in order, at most so many, as far as they are in memory. */
    public List<NewsImage> upcoming(int most) {
        return selection.upcoming(most);
    }

    /** These rows are looked at: they and those near them are read. */
    public void show(int first, int last) {
        inView = new Span(first, last);
        loader.next();
    }

    /** Looks for what is new and what has changed. Nothing moves: neither the selection nor what is looked at. */
    public void refresh() {
        rows.table().age();
        loader.resume();
    }

    /** The same on an editor's wish: also the names to filter by. */
    public void reload() {
        if (state.get().kind() == ListState.Kind.FAILED) {
            state.set(ListState.LOADING);
        }
        readNames();
        refresh();
    }

    /** What is being done with a picture, shown in its row until told otherwise. */
    public void setWork(NewsId id, RowWork work) {
        rows.setWork(id, work);
    }

    /**
     * A picture as it is now, after it was saved, skipped or reopened here. Its row changes, appears or goes; the selection
     * stays where it is.
     */
    public void pictureChanged(NewsImage now) {
        loader.outdate();
        rows.put(now, FilterRule.matches(filters.filterProperty().get(), now));
        loader.next();
        showState();
    }

    @Override
    public void loaded() {
        trouble.set("");
        selection.finish();
        showState();
    }

    @Override
    public void failed(RuntimeException failure) {
        String sentence = Notice.failure(failure).text();
        selection.giveUp();
        if (rows.isEmpty()) {
            state.set(ListState.failed(sentence, this::reload));
        } else {
            trouble.set(sentence);
        }
    }

    private void ask() {
        QueueFilter filter = filters.filterProperty().get();
        NewsImage picture = selection.property().get();
        if (picture != null && !FilterRule.matches(filter, picture)) {
            selection.set(null);
        }
        inView = TOP;
        trouble.set("");
        state.set(ListState.LOADING);
        loader.ask(filter, this::lookedAt);
    }

    private List<Span> lookedAt() {
        List<Span> spans = new ArrayList<>(List.of(inView, inView.widened(MARGIN)));
        spans.addAll(selection.span());
        return spans;
    }

    private void showState() {
        if (!rows.isEmpty()) {
            state.set(ListState.READY);
        } else if (!rows.table().more()) {
            state.set(ListState.empty(filters));
        }
    }

    private void found(Optional<NewsImage> picture) {
        if (picture.isPresent()) {
            selection.set(picture.get());
            loader.next();
        } else {
            notifier.show(Notice.warning("The picture is not in the newsroom any more."));
        }
    }

    /** Where the selected picture is behind all rows read so far, the next one is asked for by its id. */
    private void readNext(NewsImage from) {
        QueueFilter filter = filters.filterProperty().get();
        QueueQuery query = new QueueQuery(filter, from.ref().id(), 1);
        tasks.start(BackgroundTask.of("Finding the next picture", monitor -> queue.page(query))
                .whenDone(page -> goTo(page, from, filter)));
    }

    private void goTo(QueuePage page, NewsImage from, QueueFilter filter) {
        if (from.equals(selection.property().get())
                && filter.equals(filters.filterProperty().get())
                && !page.pictures().isEmpty()) {
            selection.set(page.pictures().getFirst());
        }
    }

    private void readNames() {
        String customer = filters.customerProperty().get();
        readNames("Reading the sources", () -> queue.sources(customer), sources);
        readNames("Reading the categories", () -> queue.categories(customer), categories);
    }

    private void readNames(String title, Supplier<List<String>> names, ObservableList<String> into) {
        String customer = filters.customerProperty().get();
        tasks.start(BackgroundTask.of(title, monitor -> names.get())
                .whenDone(read -> {
                    if (Objects.equals(customer, filters.customerProperty().get())) {
                        into.setAll(read);
                    }
                })
                .whenFailed(this::withoutNames)
                .quietly());
    }

    /** Less to filter by is no harm worth a notice: what matters, the list itself, tells of the same failure. */
    private void withoutNames(RuntimeException failure) {
        LOG.debug("The names to filter by could not be read", failure);
    }
}

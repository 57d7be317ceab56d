package io.cleanplate.desktop.queue;

import io.cleanplate.newsroom.NewsId;
import io.cleanplate.newsroom.NewsImage;
import io.cleanplate.newsroom.QueuePage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.collections.ObservableListBase;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a queue as a list: each known row has its index, whether or not its page is in memory, so that nothing moves
 * when pages come and go. Tells its listeners only the rows that differ. Belongs to the JavaFX thread.
 */
final class QueueRows extends ObservableListBase<QueueRow> {
    /** Pictures in memory at most, beyond those that are looked at. */
    static final int MOST = 3000;

    private final Map<NewsId, RowWork> works = new HashMap<>();
    private PageTable table = new PageTable();
    private boolean changing;

    @Override
    public QueueRow get(int index) {
        NewsImage picture = table.picture(index);
        return picture == null ? QueueRow.UNLOADED : row(picture);
    }

    @Override
    public int size() {
        return table.size();
    }

    /** Finds rows in memory only. */
    @Override
    public int indexOf(@Nullable Object row) {
        return row instanceof QueueRow wanted && wanted.image() != null
                ? index(wanted.image().ref().id())
                : -1;
    }

    /** What is known of the queue, to be read only. */
    PageTable table() {
        return table;
    }

    /** Whether listeners are being told: a selection that moves now was not moved by a person. */
    boolean changing() {
        return changing;
    }

    /** The row of a picture in memory, else -1. */
    int index(NewsId id) {
        PageTable.Place place = table.place(id);
        return place != null && place.found() ? place.index() : -1;
    }

    /** Forgets all rows. */
    void forget() {
        change(() -> {
            List<QueueRow> removed = new ArrayList<>();
            for (int i = 0; i < size(); i++) {
                removed.add(QueueRow.UNLOADED);
            }
            table = new PageTable();
            if (!removed.isEmpty()) {
                nextRemove(0, removed);
            }
        });
    }

    /** Takes a page that was read, and drops those farthest from what is looked at. */
    void load(PageRequest request, List<QueuePage> read, List<Span> lookedAt) {
        change(() -> {
            int known = table.size();
            int from = request.page() < table.pages() ? table.start(request.page()) : known;
            List<QueueRow> was = rowsOf(request.page());
            table.put(request, read);
            List<NewsImage> is =
                    read.stream().flatMap(page -> page.pictures().stream()).toList();
            tell(from, was, is);
        });
        for (int far = table.farthest(lookedAt); far >= 0 && table.inMemory() > MOST; far = table.farthest(lookedAt)) {
            drop(far);
        }
    }

    /** Takes a picture as it is now: changes its row, adds it, or removes it where it no longer belongs here. */
    void put(NewsImage picture, boolean belongs) {
        NewsId id = picture.ref().id();
        PageTable.Place place = table.place(id);
        int page = table.pageOf(id);
        if (place == null || !place.loaded() || page < 0 || (!place.found() && !belongs)) {
            return;
        }
        change(() -> {
            List<QueueRow> was = rowsOf(page);
            List<NewsImage> pictures = new ArrayList<>(Objects.requireNonNull(table.pictures(page)));
            int at = place.index() - table.start(page);
            if (!belongs) {
                pictures.remove(at);
            } else if (place.found()) {
                pictures.set(at, picture);
            } else {
                pictures.add(at, picture);
            }
            table.replace(page, List.copyOf(pictures));
            tell(table.start(page), was, pictures);
        });
    }

    /** What is being done with a picture, until told otherwise, whether or not it has a row. */
    void setWork(NewsId id, RowWork work) {
        int row = index(id);
        change(() -> {
            if (work.kind() == RowWork.Kind.NONE) {
                works.remove(id);
            } else {
                works.put(id, work);
            }
            if (row >= 0) {
                nextUpdate(row);
            }
        });
    }

    private void drop(int page) {
        change(() -> {
            table.drop(page);
            for (int row = table.start(page); row < table.start(page + 1); row++) {
                nextUpdate(row);
            }
        });
    }

    private QueueRow row(NewsImage picture) {
        return new QueueRow(picture, works.getOrDefault(picture.ref().id(), RowWork.NONE));
    }

    private List<QueueRow> rowsOf(int page) {
        List<QueueRow> rows = new ArrayList<>();
        if (page < table.pages()) {
            for (int row = table.start(page); row < table.start(page + 1); row++) {
                rows.add(get(row));
            }
        }
        return rows;
    }

    /** Tells what differs between a page's rows before and now: rows alike at both ends stay where they are. */
    private void tell(int from, List<QueueRow> was, List<NewsImage> is) {
        int shorter = Math.min(was.size(), is.size());
        int head = 0;
        while (head < shorter && alike(was.get(head), is.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < shorter - head && alike(was.get(was.size() - 1 - tail), is.get(is.size() - 1 - tail))) {
            tail++;
        }
        if (head + tail < was.size()) {
            nextRemove(from + head, was.subList(head, was.size() - tail));
        }
        if (head + tail < is.size()) {
            nextAdd(from + head, from + is.size() - tail);
        }
        for (int i = 0; i < is.size(); i++) {
            int before = i < head ? i : i - is.size() + was.size();
            if ((i < head || i >= is.size() - tail)
                    && !is.get(i).equals(was.get(before).image())) {
                nextUpdate(from + i);
            }
        }
    }

    /** Whether a row may stay: the same picture, or one that was not in memory. */
    private static boolean alike(QueueRow was, NewsImage is) {
        NewsImage image = was.image();
        return image == null || image.ref().id().equals(is.ref().id());
    }

    private void change(Runnable change) {
        changing = true;
        try {
            beginChange();
            change.run();
            endChange();
        } finally {
            changing = false;
        }
    }
}

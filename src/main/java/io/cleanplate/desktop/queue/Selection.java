package io.cleanplate.desktop.queue;

import io.cleanplate.newsroom.NewsId;
import io.cleanplate.newsroom.NewsImage;
import io.cleanplate.newsroom.PictureState;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * The picture an editor is at. It stays while rows come and go, even when its own row goes: what counts is where its id
 * belongs. A step to a row that is not in memory is finished when that row is. Belongs to the JavaFX thread.
 */
final class Selection {
    /** Rows behind the selected one that are kept in memory. */
    private static final int AHEAD = 20;

    private final QueueRows rows;
    private final ReadOnlyObjectWrapper<@Nullable NewsImage> selected = new ReadOnlyObjectWrapper<>();
    private int unfinished;

    Selection(QueueRows rows) {
        this.rows = rows;
    }

    ReadOnlyObjectProperty<@Nullable NewsImage> property() {
        return selected.getReadOnlyProperty();
    }

    void set(@Nullable NewsImage picture) {
        unfinished = 0;
        selected.set(picture);
    }

    /** The row of the selected picture; -1 when it has none in memory. */
    int row() {
        NewsImage picture = selected.get();
        return picture == null ? -1 : rows.index(picture.ref().id());
    }

    /** The rows around the selected one, or those that a step goes to; empty when there are none or it is not known. */
    List<Span> span() {
        NewsImage picture = selected.get();
        if (picture == null) {
            return unfinished == 0 ? List.of() : List.of(new Span(0, AHEAD));
        }
        PageTable.Place place = rows.table().place(picture.ref().id());
        return place == null ? List.of() : List.of(new Span(place.index() - 1, place.index() + AHEAD));
    }

    /** One row on (1) or back (-1), at once or once it is read. Whoever asks has reading go on. */
    void step(int direction) {
        unfinished = direction;
        finish();
    }

    /** Whether the selected picture is behind all rows that were read, so that no row can be stepped to. */
    boolean lost() {
        NewsImage picture = selected.get();
        return picture != null && rows.table().place(picture.ref().id()) == null;
    }

    /** Finishes a step that waited for its row. */
    void finish() {
        if (unfinished == 0) {
            return;
        }
        NewsImage picture = selected.get();
        if (picture == null) {
            go(0);
            return;
        }
        NewsId id = picture.ref().id();
        PageTable.Place place = rows.table().place(id);
        if (place == null || !place.loaded()) {
            return;
        }
        int behind = place.found() ? place.index() + 1 : place.index();
        int target = unfinished > 0 ? behind : place.index() - 1;
        if (target >= rows.size() && !rows.table().more() && !place.found()) {
            // The last picture was done: those passed over before it are next.
            target = 0;
        }
        go(target);
    }

    /** Forgets a step whose row could not be read: it would come as a surprise later. */
    void giveUp() {
        unfinished = 0;
    }

    /** The next pending pictures behind the selected one, as far as they are in memory. */
    List<NewsImage> upcoming(int most) {
        NewsImage picture = selected.get();
        PageTable.Place place = picture == null
                ? new PageTable.Place(0, false, true)
                : rows.table().place(picture.ref().id());
        List<NewsImage> upcoming = new ArrayList<>();
        if (place == null || !place.loaded()) {
            return upcoming;
        }
        for (int row = place.found() ? place.index() + 1 : place.index();
                row < rows.size() && upcoming.size() < most;
                row++) {
            NewsImage next = rows.get(row).image();
            if (next == null) {
                break;
            }
            if (next.state() == PictureState.PENDING) {
                upcoming.add(next);
            }
        }
        return upcoming;
    }

    private void go(int target) {
        if (target < 0 || (target >= rows.size() && !rows.table().more())) {
            unfinished = 0;
            if (rows.size() == 0) {
                selected.set(null);
            }
            return;
        }
        NewsImage picture = target < rows.size() ? rows.get(target).image() : null;
        if (picture != null) {
            set(picture);
        }
    }
}

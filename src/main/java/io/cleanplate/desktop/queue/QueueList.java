package io.cleanplate.desktop.queue;

import io.cleanplate.newsroom.NewsId;
import io.cleanplate.newsroom.NewsImage;
import java.time.InstantSource;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.VirtualFlow;
import org.jspecify.annotations.Nullable;

/**
 * The rows on the screen. Tells the view model which of them are seen, keeps them where they are while others come and go
 * above, and selects only what a person selects. Belongs to the JavaFX thread.
 */
final class QueueList extends ListView<QueueRow> {
    private final QueueViewModel queue;
    private boolean following;
    private boolean anchored;

    QueueList(QueueViewModel queue, ThumbnailLoader thumbnails, InstantSource clock) {
        super(queue.rows());
        this.queue = queue;
        getStyleClass().add("queue-list");
        setFixedCellSize(QueueCell.HEIGHT);
        setCellFactory(list -> new QueueCell(thumbnails, clock));
        setAccessibleText("Pictures");
        getSelectionModel().selectedIndexProperty().addListener((value, was, is) -> selected(is.intValue()));
        queue.selectedProperty().addListener((value, was, is) -> {
            follow();
            reveal();
        });
        queue.rows().addListener((ListChangeListener<QueueRow>) change -> {
            keepInPlace();
            Platform.runLater(this::follow);
        });
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        tellSeen();
    }

    private void selected(int row) {
        // Rows that come and go move the list's own selection: that is not a person's doing.
        if (!following && !queue.changing() && row >= 0 && row != queue.selectedRow()) {
            queue.selectRow(row);
            follow();
        }
    }

    /** Marks the row of the selected picture. */
    private void follow() {
        following = true;
        int row = queue.selectedRow();
        if (row < 0) {
            getSelectionModel().clearSelection();
        } else if (getSelectionModel().getSelectedIndex() != row
                || getSelectionModel().getSelectedIndices().size() != 1) {
            getSelectionModel().clearAndSelect(row);
            getFocusModel().focus(row);
        }
        following = false;
    }

    /** Scrolls no farther than the selected row needs to be seen. */
    private void reveal() {
        int row = queue.selectedRow();
        VirtualFlow<?> flow = flow();
        if (row >= 0 && flow != null) {
            flow.scrollTo(row);
        }
    }

    /** Before the list is laid out with other rows: remembers which row is on top, and puts it back there. */
    private void keepInPlace() {
        VirtualFlow<?> flow = flow();
        IndexedCell<?> cell = flow == null ? null : flow.getFirstVisibleCell();
        NewsId top = cell != null && cell.getItem() instanceof QueueRow row && row.image() != null
                ? row.image().ref().id()
                : null;
        if (flow == null || cell == null || top == null || anchored) {
            return;
        }
        int was = cell.getIndex();
        double above = cell.getLayoutY();
        anchored = true;
        Platform.runLater(() -> {
            anchored = false;
            int is = queue.rowOf(top);
            if (is >= 0 && is != was) {
                layout();
                flow.scrollToTop(is);
                flow.scrollPixels(-above);
            }
        });
    }

    private void tellSeen() {
        VirtualFlow<?> flow = flow();
        if (flow == null) {
            return;
        }
        IndexedCell<?> first = flow.getFirstVisibleCell();
        IndexedCell<?> last = flow.getLastVisibleCell();
        if (first != null && last != null) {
            queue.show(first.getIndex(), last.getIndex());
        }
    }

    private @Nullable VirtualFlow<?> flow() {
        return lookup(".virtual-flow") instanceof VirtualFlow<?> flow ? flow : null;
    }

    /** The picture whose row is at the top of what is seen; null when that is not in memory. */
    @Nullable
    NewsImage topmost() {
        VirtualFlow<?> flow = flow();
        IndexedCell<?> cell = flow == null ? null : flow.getFirstVisibleCell();
        return cell != null && cell.getItem() instanceof QueueRow row ? row.image() : null;
    }
}

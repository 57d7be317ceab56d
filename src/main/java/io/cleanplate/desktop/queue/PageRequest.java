package io.cleanplate.desktop.queue;

import io.cleanplate.newsroom.NewsId;
import io.cleanplate.newsroom.NewsImage;
import io.cleanplate.newsroom.PictureQueue;
import io.cleanplate.newsroom.QueueFilter;
import io.cleanplate.newsroom.QueuePage;
import io.cleanplate.newsroom.QueueQuery;
import io.cleanplate.task.TaskMonitor;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page to be read: the pictures behind one id, up to another.
 *
 * @param page its place in the table
 * @param after the id before its first; null for the first page
 * @param end its last id; null when nothing is known behind it
 */
record PageRequest(
        int page, @Nullable NewsId after, @Nullable NewsId end) {
    /**
     * Reads it. Where pictures came in between, they may be more than one page; each page's {@code next} is where the
     * following one begins.
     */
    List<QueuePage> read(PictureQueue queue, QueueFilter filter, TaskMonitor monitor) {
        List<QueuePage> read = new ArrayList<>();
        NewsId from = after;
        do {
            monitor.checkCancelled();
            QueuePage page = upToEnd(queue.page(new QueueQuery(filter, from, PageTable.PAGE)));
            read.add(page);
            from = page.next();
        } while (end != null && from != null && from.compareTo(end) < 0);
        return read;
    }

    private QueuePage upToEnd(QueuePage page) {
        NewsId next = page.next();
        if (end == null || (next != null && next.compareTo(end) <= 0)) {
            return page;
        }
        List<NewsImage> inside = page.pictures().stream()
                .filter(picture -> picture.ref().id().compareTo(end) <= 0)
                .toList();
        return new QueuePage(inside, end, page.unreadable());
    }
}

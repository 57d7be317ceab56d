package io.cleanplate.desktop.queue;

import io.cleanplate.newsroom.NewsId;
import io.cleanplate.newsroom.NewsImage;
import io.cleanplate.newsroom.QueuePage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a queue: where each page begins, how many pictures it has, and the pictures of the pages in memory. A
 * page that was dropped is read again by the id it begins behind, so a million pictures cost ten thousand ids. Mutable,
 * belongs to one thread.
 */
final class PageTable {
    /** Pictures on a page as it is first read. */
    static final int PAGE = 100;

    private final List<Page> pages = new ArrayList<>();
    private int[] starts = new int[] {0};
    private @Nullable NewsId frontier;
    private boolean more = true;

    /** A page; its pictures are null while it is not in memory, stale when they should be read again. */
    private record Page(
            @Nullable NewsId after, int size, @Nullable List<NewsImage> pictures, boolean stale) {}

    /**
     * Where an id belongs.
     *
     * @param index of its row, or of the row that follows where it would stand
     * @param found whether it has a row in memory
     * @param loaded whether its page is in memory, so that not finding it means that it is not there
     */
    record Place(int index, boolean found, boolean loaded) {}

    /** How many rows are known. */
    int size() {
        return starts[pages.size()];
    }

    /** Whether pages follow that were never read. */
    boolean more() {
        return more;
    }

    /** How many pictures are in memory. */
    int inMemory() {
        return pages.stream()
                .mapToInt(page -> page.pictures() == null ? 0 : page.size())
                .sum();
    }

    /** The picture of a row; null while its page is not in memory. */
    @Nullable
    NewsImage picture(int row) {
        int page = pageOf(row);
        List<NewsImage> pictures = pages.get(page).pictures();
        return pictures == null ? null : pictures.get(row - starts[page]);
    }

    /** How many pages are known. */
    int pages() {
        return pages.size();
    }

    /** First row of a page, or behind the last page the number of rows. */
    int start(int page) {
        return starts[page];
    }

    /** The pictures of a page; null when it is not in memory. */
    @Nullable
    List<NewsImage> pictures(int page) {
        return page < pages.size() ? pages.get(page).pictures() : List.of();
    }

    /** Where an id belongs; null when that is behind all that was read, and more follows. */
    @Nullable
    Place place(NewsId id) {
        if (more && (frontier == null || id.compareTo(frontier) > 0)) {
            return null;
        }
        int page = pageOf(id);
        List<NewsImage> pictures = page < 0 ? List.of() : pages.get(page).pictures();
        if (pictures == null) {
            return new Place(starts[page], false, false);
        }
        int at = rowIn(pictures, id);
        int start = starts[Math.max(page, 0)];
        return at >= 0 ? new Place(start + at, true, true) : new Place(start - at - 1, false, true);
    }

    /** What to read first so that rows can be shown: what is missing, then what follows, then what is old. */
    @Nullable
    PageRequest wanted(List<Span> spans) {
        for (Span span : spans) {
            for (int page = 0; page < pages.size(); page++) {
                if (pages.get(page).pictures() == null && touches(span, page)) {
                    return request(page);
                }
            }
            if (more && span.last() >= size()) {
                return new PageRequest(pages.size(), frontier, null);
            }
        }
        for (int page = 0; page < pages.size(); page++) {
            int at = page;
            // What is new comes last: the end of the queue is looked at even when nobody sees it.
            boolean end = !more && page == pages.size() - 1;
            if (pages.get(page).stale() && (end || spans.stream().anyMatch(span -> touches(span, at)))) {
                return request(page);
            }
        }
        return null;
    }

    /** Puts in place what was read; a page without pictures joins the one behind it. */
    void put(PageRequest request, List<QueuePage> read) {
        boolean last = request.page() >= pages.size() - 1;
        if (request.page() < pages.size()) {
            pages.remove(request.page());
        }
        NewsId after = request.after();
        int at = request.page();
        for (QueuePage page : read) {
            if (!page.pictures().isEmpty() || (last && page.next() == null)) {
                pages.add(at++, new Page(after, page.pictures().size(), page.pictures(), false));
                after = page.next();
            }
        }
        if (last) {
            frontier = read.getLast().next();
            more = frontier != null;
        } else {
            Page follows = pages.get(at);
            pages.set(at, new Page(after, follows.size(), follows.pictures(), follows.stale()));
        }
        count();
    }

    /** Has all pages in memory read again when they are wanted next. */
    void age() {
        pages.replaceAll(page -> new Page(page.after(), page.size(), page.pictures(), page.pictures() != null));
    }

    /** Changes the pictures of a page in memory. */
    void replace(int page, List<NewsImage> pictures) {
        Page was = pages.get(page);
        pages.set(page, new Page(was.after(), pictures.size(), pictures, was.stale()));
        count();
    }

    /** The page that a row is on. */
    int pageOf(int row) {
        if (row < 0 || row >= size()) {
            throw new IndexOutOfBoundsException("row " + row + " of " + size());
        }
        int low = 0;
        int high = pages.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (starts[middle] <= row) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /** The page that an id belongs on; -1 when there is none yet. */
    int pageOf(NewsId id) {
        int low = 0;
        int high = pages.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            NewsId after = pages.get(middle).after();
            if (after == null || after.compareTo(id) < 0) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return high < 0 ? -1 : low;
    }

    /** The page in memory that is farthest from all these rows; -1 when all touch them. */
    int farthest(List<Span> spans) {
        int farthest = -1;
        int most = 0;
        for (int page = 0; page < pages.size(); page++) {
            if (pages.get(page).pictures() == null) {
                continue;
            }
            int from = starts[page];
            int until = starts[page + 1];
            int distance = spans.stream()
                    .map(span -> span.distance(from, until))
                    .min(Comparator.naturalOrder())
                    .orElse(Integer.MAX_VALUE);
            if (distance > most) {
                most = distance;
                farthest = page;
            }
        }
        return farthest;
    }

    /** Drops the pictures of a page; its rows stay. */
    void drop(int page) {
        Page was = pages.get(page);
        pages.set(page, new Page(was.after(), was.size(), null, false));
    }

    /** Where an id is among pictures in order, as {@link java.util.Collections#binarySearch} tells it. */
    static int rowIn(List<NewsImage> pictures, NewsId id) {
        int low = 0;
        int high = pictures.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = pictures.get(middle).ref().id().compareTo(id);
            if (order == 0) {
                return middle;
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -low - 1;
    }

    private boolean touches(Span span, int page) {
        return span.touches(starts[page], starts[page + 1]);
    }

    private PageRequest request(int page) {
        NewsId end = page + 1 < pages.size() ? pages.get(page + 1).after() : frontier;
        return new PageRequest(page, pages.get(page).after(), end);
    }

    private void count() {
        starts = new int[pages.size() + 1];
        for (int page = 0; page < pages.size(); page++) {
            starts[page + 1] = starts[page] + pages.get(page).size();
        }
    }
}

package io.cleanplate.desktop.queue;

import io.cleanplate.error.UnavailableException;
import io.cleanplate.newsroom.Mark;
import io.cleanplate.newsroom.NewsId;
import io.cleanplate.newsroom.NewsImage;
import io.cleanplate.newsroom.PictureQueue;
import io.cleanplate.newsroom.PictureRef;
import io.cleanplate.newsroom.PictureState;
import io.cleanplate.newsroom.QueuePage;
import io.cleanplate.newsroom.QueueQuery;
import io.cleanplate.newsroom.Story;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A newsroom's pictures in memory, which can be away. */
public final class FakeQueue implements PictureQueue {
    /** When picture 0 was published. */
    public static final Instant BEGIN = Instant.parse("2026-03-01T08:00:00Z");

    private final NavigableMap<NewsId, NewsImage> pictures = new TreeMap<>();
    private boolean away;
    private int reads;

    /** Pictures 0 to {@code count - 1} of one customer, one a minute, pending. */
    public static FakeQueue pending(int count) {
        FakeQueue queue = new FakeQueue();
        for (int i = 0; i < count; i++) {
            queue.put(picture(i));
        }
        return queue;
    }

    /** A pending picture. */
    public static NewsImage picture(int number) {
        return picture(number, "valley-radio", "Story " + number, "Meridian", PictureState.PENDING);
    }

    /** A picture. */
    public static NewsImage picture(
            int number, String customer, String title, @Nullable String source, PictureState state) {
        return new NewsImage(
                new PictureRef(customer, id(number), "https://pictures.example/" + number + ".jpg"),
                new Story(title, "What happened", 120, source, number % 2 == 0 ? "World" : "Sports"),
                state,
                new Mark(null, null, null, null, null, null));
    }

    /** The id of a picture. */
    public static NewsId id(int number) {
        return NewsId.ofObjectId("%08x%016x".formatted(BEGIN.getEpochSecond() + 60L * number, number));
    }

    /** The same picture in another state. */
    public static NewsImage in(PictureState state, NewsImage picture) {
        return new NewsImage(picture.ref(), picture.story(), state, picture.mark());
    }

    /** Adds or replaces a picture. */
    public void put(NewsImage picture) {
        pictures.put(picture.ref().id(), picture);
    }

    /** Takes a picture away. */
    public void remove(int number) {
        pictures.remove(id(number));
    }

    /** Whether the database does not answer. */
    public void away(boolean now) {
        away = now;
    }

    /** How many pages were read. */
    int reads() {
        return reads;
    }

    @Override
    public QueuePage page(QueueQuery query) {
        answer();
        reads++;
        NavigableMap<NewsId, NewsImage> following =
                query.after() == null ? pictures : pictures.tailMap(query.after(), false);
        List<NewsImage> page = new ArrayList<>();
        for (NewsImage picture : following.values()) {
            if (FilterRule.matches(query.filter(), picture)) {
                if (page.size() == query.limit()) {
                    return new QueuePage(page, page.getLast().ref().id(), 0);
                }
                page.add(picture);
            }
        }
        return new QueuePage(page, null, 0);
    }

    @Override
    public Optional<NewsImage> find(String customer, NewsId id) {
        answer();
        return Optional.ofNullable(pictures.get(id))
                .filter(picture -> picture.ref().customer().equals(customer));
    }

    @Override
    public List<String> sources(@Nullable String customer) {
        return names(customer, picture -> picture.story().source());
    }

    @Override
    public List<String> categories(@Nullable String customer) {
        return names(customer, picture -> picture.story().category());
    }

    private List<String> names(@Nullable String customer, Function<NewsImage, @Nullable String> name) {
        answer();
        List<String> names = new ArrayList<>();
        for (NewsImage picture : pictures.values()) {
            if (customer == null || customer.equals(picture.ref().customer())) {
                Optional.ofNullable(name.apply(picture)).ifPresent(names::add);
            }
        }
        return names.stream().filter(Objects::nonNull).distinct().sorted().toList();
    }

    private void answer() {
        if (away) {
            throw new UnavailableException("The database does not answer.");
        }
    }
}

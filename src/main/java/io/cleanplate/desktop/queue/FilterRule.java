package io.cleanplate.desktop.queue;

import io.cleanplate.newsroom.NewsImage;
import io.cleanplate.newsroom.QueueFilter;
import io.cleanplate.newsroom.Story;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Whether a picture belongs into a filtered queue, by the same rule as the database's. */
final class FilterRule {
    private FilterRule() {}

    static boolean matches(QueueFilter filter, NewsImage picture) {
        Story story = picture.story();
        return allows(filter.customer(), picture.ref().customer())
                && allows(filter.source(), story.source())
                && allows(filter.category(), story.category())
                && (filter.state() == null || filter.state() == picture.state())
                && (filter.text() == null
                        || contains(story.title(), filter.text())
                        || contains(story.summary(), filter.text()));
    }

    private static boolean allows(@Nullable String wanted, @Nullable String value) {
        return wanted == null || wanted.equals(value);
    }

    private static boolean contains(String text, String part) {
        return text.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT));
    }
}

package io.cleanplate.cleaning.proposal;

import io.cleanplate.newsroom.NewsImage;
import java.util.Locale;

/**
 * A publisher in sentences for people.
 *
 * @param source as profiles name it; empty for pictures that name none
 */
record SourceName(String source) {
    private static final String FIND = " as it was: find the mark again.";

    /** Of a picture. */
    static SourceName of(NewsImage image) {
        String source = image.story().source();
        return new SourceName(source == null ? "" : source);
    }

    /** What a new mark is called. */
    String title() {
        return source.isBlank() ? "No source" : source;
    }

    /** For an editor who works on its pictures. */
    String drifted() {
        return "The last " + pictures() + " do not show " + (source.isEmpty() ? "their" : "its") + " mark" + FIND;
    }

    /** For who looks at one of its profiles. */
    String trouble() {
        return "The last " + pictures() + " do not show this mark" + FIND;
    }

    /** When a mark cannot be learned from so few. */
    String tooFew(int count, int least) {
        String pending =
                count == 0 ? "no pending pictures" : count == 1 ? "one pending picture" : count + " pending pictures";
        String has = source.isEmpty()
                ? "There " + (count == 1 ? "is " : "are ") + pending + " without a source"
                : source + " has " + pending;
        return has + "; a mark is learned from at least " + least + ".";
    }

    /** When so few could be opened that no mark can be learned. */
    String notOpened(int opened, int count, String why) {
        return String.format(
                Locale.ROOT, "Only %d of %d pending %s could be opened: %s", opened, count, pictures(), why);
    }

    /** One more sentence when not all could be opened. */
    static String leftOut(int count) {
        return count == 0 ? "" : " " + count + " more could not be opened.";
    }

    /** Its pictures, after an adjective. */
    String pictures() {
        return source.isEmpty() ? "pictures without a source" : "pictures of " + source;
    }
}

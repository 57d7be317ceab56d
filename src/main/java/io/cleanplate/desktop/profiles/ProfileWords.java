package io.cleanplate.desktop.profiles;

import io.cleanplate.desktop.queue.Ages;
import io.cleanplate.newsroom.NewsImage;
import io.cleanplate.watermark.KeptProfile;
import io.cleanplate.watermark.KeptProfile.Stamp;
import io.cleanplate.watermark.Place;
import io.cleanplate.watermark.Profile;
import io.cleanplate.watermark.Profile.Event;
import io.cleanplate.watermark.Profile.Quality;
import io.cleanplate.watermark.ProfileView;
import io.cleanplate.watermark.SizeClass;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Marks in words, as the windows for them say it. */
public final class ProfileWords {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

    /** Grey levels up to which a result can hardly be told from the picture as it was. */
    private static final double FINE = 1.5;

    /** Grey levels from which on results are rarely sure enough to be accepted without a look. */
    private static final double ROUGH = 2.4;

    private ProfileWords() {}

    /** A publisher, or what stands in for none. */
    public static String source(String source) {
        return source.isBlank() ? "pictures without a source" : source;
    }

    /** All publishers: {@code Northlight, pictures without a source}. */
    static String sources(List<String> sources) {
        return sources.stream().map(ProfileWords::source).collect(Collectors.joining(", "));
    }

    /** Which pictures: {@code any size}, {@code 1280 wide}, {@code 1600 high}. */
    static String size(SizeClass sizes) {
        if (sizes.longSide() == 0) {
            return "any size";
        }
        return sizes.longSide() + (sizes.upright() ? " high" : " wide");
    }

    /** Where in them: {@code bottom right}. */
    static String place(Place place) {
        return switch (place.anchor()) {
            case TOP_LEFT -> "top left";
            case TOP -> "top";
            case TOP_RIGHT -> "top right";
            case LEFT -> "left";
            case CENTRE -> "middle";
            case RIGHT -> "right";
            case BOTTOM_LEFT -> "bottom left";
            case BOTTOM -> "bottom";
            case BOTTOM_RIGHT -> "bottom right";
        };
    }

    /** Both: {@code Any size, bottom right}. */
    static String sizeAndPlace(Profile profile) {
        return sentence(size(profile.sizeClass())) + ", " + place(profile.place());
    }

    /** Both in a sentence: {@code In pictures of any size, bottom right.} */
    static String where(Profile profile) {
        String sizes = profile.sizeClass().longSide() == 0 ? "of any size" : size(profile.sizeClass());
        return "In pictures " + sizes + ", " + place(profile.place()) + ".";
    }

    /** How well it is known: {@code Known very well}. */
    static String quality(Quality quality) {
        if (quality.uncertainty() <= FINE) {
            return "Known very well";
        }
        return quality.uncertainty() <= ROUGH ? "Known well" : "Known roughly, more pictures would help";
    }

    /** How much it covers: {@code up to 34 %}. */
    static String opacity(ProfileView view) {
        return "up to " + percent(view.mostOpacity());
    }

    /** A share: {@code 97 %}. */
    static String percent(double share) {
        return Math.round(100 * share) + " %";
    }

    /** How many: {@code 1 picture}, {@code 18 pictures}. */
    static String pictures(int count) {
        return "%,d picture%s".formatted(count, count == 1 ? "" : "s");
    }

    /** A picture's headline, or what stands in for one. */
    static String title(NewsImage image) {
        String title = image.story().title().strip();
        return title.isEmpty() ? "Untitled story " + image.ref().id().value() : title;
    }

    /** A version with its name: {@code Version 3 of Northlight}. */
    static String version(int version, String name) {
        return "Version " + version + " of " + name;
    }

    /** When and by whom: {@code 2 hours ago by Ada}. */
    static String change(Stamp stamp, Instant now) {
        String when = Ages.ago(stamp.at(), now);
        return stamp.by().isBlank() ? sentence(when) : sentence(when) + " by " + stamp.by();
    }

    /** A line of the history: {@code 12 Nov 2026, version 2: Learned from 18 pictures.} */
    static String event(Event event, ZoneId zone) {
        return DAY.format(event.time().atZone(zone)) + ", version " + event.version() + ": " + event.what();
    }

    /** What a screen reader says of a row. */
    static String spoken(KeptProfile kept) {
        return kept.name() + ", " + sources(kept.sources()) + ", "
                + size(kept.profile().sizeClass())
                + (kept.enabled() ? "" : ", switched off")
                + (kept.trouble().isEmpty() ? "" : ", " + kept.trouble());
    }

    private static String sentence(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}

package io.cleanplate.cli;

import io.cleanplate.imaging.Rect;
import io.cleanplate.watermark.Anchor;
import io.cleanplate.watermark.Place;
import io.cleanplate.watermark.Profile;
import io.cleanplate.watermark.Profile.Event;
import io.cleanplate.watermark.Profile.Quality;
import io.cleanplate.watermark.ProfileView;
import io.cleanplate.watermark.SizeClass;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A profile in words.
 *
 * @param profile the profile
 */
record MarkWords(Profile profile) {
    /** One line for each thing to know. */
    List<String> lines() {
        Quality quality = profile.quality();
        ProfileView view = new ProfileView(profile);
        List<String> lines = new ArrayList<>();
        lines.add(line("source", owner()));
        lines.add(line("pictures", quality.pictures() + ", version " + profile.version()));
        lines.add(line("for", sizes(profile.sizeClass())));
        lines.add(line("place", place(profile.place())));
        lines.add(line(
                "opacity",
                String.format(Locale.ROOT, "%.2f in the mean, %.2f at most", view.meanOpacity(), view.mostOpacity())));
        lines.add(line("colour", quality.oneColour() ? "one" : "several"));
        lines.add(line(
                "precision",
                String.format(
                        Locale.ROOT,
                        "pictures without it are likely to be right within %.1f grey levels",
                        quality.uncertainty())));
        for (Event event : profile.history()) {
            lines.add(line(
                    "learned",
                    LocalDate.ofInstant(event.time(), ZoneOffset.UTC) + " version " + event.version() + ": "
                            + event.what()));
        }
        return lines;
    }

    private static String line(String what, String value) {
        return String.format(Locale.ROOT, "%-10s %s", what, value);
    }

    private String owner() {
        String customer = profile.owner().customer();
        return profile.owner().source() + (customer.isEmpty() ? "" : ", customer " + customer);
    }

    private static String sizes(SizeClass sizes) {
        return sizes.longSide() == 0
                ? "pictures of all sizes"
                : (sizes.upright()
                        ? "pictures " + sizes.longSide() + " pixels high, higher than wide"
                        : "pictures " + sizes.longSide() + " pixels wide, not higher than wide");
    }

    private static String place(Place place) {
        return place.width() + " x " + place.height() + " pixels; its upper left corner "
                + away(place.dx(), "left of", "right of") + " and " + away(place.dy(), "above", "below")
                + " the picture's "
                + point(place.anchor());
    }

    private static String away(int distance, String before, String behind) {
        return Math.abs(distance) + (distance < 0 ? " " + before : " " + behind);
    }

    /** Where a rectangle lies, as editors read it off their programs. */
    static String area(Rect area) {
        return area.width() + " x " + area.height() + " pixels at " + area.left() + ", " + area.top();
    }

    private static String point(Anchor anchor) {
        return switch (anchor) {
            case TOP_LEFT -> "top left corner";
            case TOP -> "upper edge's middle";
            case TOP_RIGHT -> "top right corner";
            case LEFT -> "left edge's middle";
            case CENTRE -> "middle";
            case RIGHT -> "right edge's middle";
            case BOTTOM_LEFT -> "bottom left corner";
            case BOTTOM -> "lower edge's middle";
            case BOTTOM_RIGHT -> "bottom right corner";
        };
    }
}

package io.cleanplate.desktop.queue;

import io.cleanplate.newsroom.NewsImage;
import io.cleanplate.newsroom.PictureState;
import java.time.Instant;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;

/**
 * How a row tells where its picture stands: what is being done with it, else its state.
 *
 * @param icon of the badge
 * @param style class of the badge, which colours it
 * @param text in a word or two, for tooltips and screen readers
 * @param busy whether a spinner stands in for the icon
 */
record RowLook(Ikon icon, String style, String text, boolean busy) {
    static RowLook of(RowWork work, PictureState state) {
        return switch (work.kind()) {
            case NONE -> of(state);
            case LOADING -> new RowLook(MaterialDesignC.CLOCK_OUTLINE, "state-busy", "opening", true);
            case SAVING -> new RowLook(MaterialDesignC.CLOCK_OUTLINE, "state-busy", "saving", true);
            case SAVED -> new RowLook(MaterialDesignC.CHECK_CIRCLE, "state-cleaned", "saved", false);
            case QUEUED ->
                new RowLook(MaterialDesignD.DATABASE_CLOCK_OUTLINE, "state-queued", "waits for the database", false);
            case CONFLICT -> new RowLook(MaterialDesignA.ALERT_OUTLINE, "state-conflict", "conflict", false);
            case FAILED -> new RowLook(MaterialDesignA.ALERT_CIRCLE_OUTLINE, "state-failed", "failed", false);
        };
    }

    static RowLook of(PictureState state) {
        String name = ListState.name(state);
        return switch (state) {
            case PENDING -> new RowLook(MaterialDesignC.CIRCLE_OUTLINE, "state-pending", name, false);
            case CLEANED -> new RowLook(MaterialDesignC.CHECK_CIRCLE, "state-cleaned", name, false);
            case AUTO_MARKED -> new RowLook(MaterialDesignR.ROBOT_OUTLINE, "state-auto-marked", name, false);
            case SKIPPED -> new RowLook(MaterialDesignD.DEBUG_STEP_OVER, "state-skipped", name, false);
            case WITHDRAWN -> new RowLook(MaterialDesignC.CANCEL, "state-skipped", name, false);
            case INCOMPLETE -> new RowLook(MaterialDesignF.FILE_QUESTION_OUTLINE, "state-skipped", name, false);
        };
    }

    /** What a screen reader says of a row: {@code Title, source, pending, 3 hours ago}. */
    static String spoken(NewsImage picture, RowWork work, Instant now) {
        String age =
                picture.ref().id().createdAt().map(made -> Ages.ago(made, now)).orElse("");
        String source = picture.story().source();
        return Stream.of(
                        title(picture),
                        source == null ? "" : source,
                        of(work, picture.state()).text(),
                        age,
                        work.message())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }

    /** The headline, or what stands in for one. */
    static String title(NewsImage picture) {
        String title = picture.story().title().strip();
        return title.isEmpty() ? "Untitled story " + picture.ref().id().value() : title;
    }

    /** Source and age, as far as known. */
    static String origin(NewsImage picture, Instant now) {
        String source = picture.story().source();
        String age = picture.ref()
                .id()
                .createdAt()
                .map(made -> Ages.brief(made, now))
                .orElse("");
        return Stream.of(source == null ? "" : source, age)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    /** The badge's tooltip. */
    static String tooltip(NewsImage picture, RowWork work) {
        String text = of(work, picture.state()).text();
        String by = picture.mark().by();
        String sentence = text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
        if (work.kind() == RowWork.Kind.NONE && by != null) {
            sentence += " by " + by;
        }
        return work.message().isEmpty() ? sentence : sentence + ": " + work.message();
    }
}

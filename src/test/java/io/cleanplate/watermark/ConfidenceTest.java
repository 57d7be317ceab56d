package io.cleanplate.watermark;

import static org.assertj.core.api.Assertions.assertThat;

import io.cleanplate.mask.Mask;
import io.cleanplate.watermark.DrawnCases.Kind;
import io.cleanplate.watermark.DrawnCases.Shown;
import io.cleanplate.watermark.DrawnCases.Subject;
import io.cleanplate.watermark.LearnOutcome.Learned;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a confidence promises, over sources drawn at random: texts, sizes, places, opacities, looks and JPEG qualities. */
class ConfidenceTest {
    private static final int SOURCES = 14;
    /** From this on a result is shown without being asked for. */
    private static final double SHOWN = 0.8;

    private static final List<Result> RESULTS = results();

    private record Result(Subject subject, Kind kind, double confidence, double decibels, double possible) {}

    private static List<Result> results() {
        DrawnCases cases = new DrawnCases(31);
        List<Result> results = new ArrayList<>();
        for (int number = 0; number < SOURCES; number++) {
            Subject drawn = cases.subject(number);
            Subject subject = switch (number % 7) {
                case 0, 1, 2 -> drawn.with(20, 90);
                case 3 -> drawn.with(10, 95);
                case 4 -> drawn.with(20, 75);
                case 5 -> drawn.with(40, 95);
                default -> drawn;
            };
            if (cases.learn(subject) instanceof Learned learned) {
                for (int i = 0; i < 14; i++) {
                    results.add(result(subject, Kind.SAME, cases, learned.profile()));
                }
                for (Kind kind : List.of(Kind.NONE, Kind.OTHER, Kind.MOVED, Kind.SCALED)) {
                    for (int i = 0; i < 5; i++) {
                        results.add(result(subject, kind, cases, learned.profile()));
                    }
                }
            }
        }
        return results;
    }

    private static Result result(Subject subject, Kind kind, DrawnCases cases, Profile profile) {
        Shown shown = cases.show(subject, kind);
        Optional<Found> found = new MarkFinder().find(shown.marked(), profile);
        if (found.isEmpty()) {
            return new Result(subject, kind, 0, 0, 0);
        }
        Removal removal =
                new MarkRemover().remove(shown.marked(), profile, found.get().placement());
        Mask left = removal.leftToInpaint();
        return new Result(
                subject,
                kind,
                removal.confidence().value(),
                shown.decibels(removal.result(), left),
                shown.decibels(cases.undone(shown), left));
    }

    private static List<Result> of(Kind kind) {
        return RESULTS.stream().filter(result -> result.kind() == kind).toList();
    }

    @Test
    void whatIsSureIsWithinThreeDecibelsOfUndoingWithTheTrueOpacity() {
        List<Result> sure =
                of(Kind.SAME).stream().filter(r -> r.confidence() > 0.9).toList();

        assertThat(sure).hasSizeGreaterThanOrEqualTo(100);
        assertThat(sure.stream().filter(r -> r.decibels() < r.possible() - 3))
                .hasSizeLessThanOrEqualTo(sure.size() / 20);
    }

    @Test
    void whatIsShownUnaskedIsThatNearOrErrsByLessThanIsSeen() {
        List<Result> shown =
                of(Kind.SAME).stream().filter(r -> r.confidence() > SHOWN).toList();

        assertThat(shown.stream().filter(r -> r.decibels() < Math.min(40, r.possible() - 3)))
                .hasSizeLessThanOrEqualTo(shown.size() / 20);
    }

    @Test
    void twentyPicturesOfUsualQualityTeachEnoughToShowMostResultsUnasked() {
        List<Result> usual = of(Kind.SAME).stream()
                .filter(r -> r.subject().pictures() == 20 && r.subject().quality() == 90)
                .toList();

        assertThat(usual).hasSizeGreaterThanOrEqualTo(70);
        assertThat(usual.stream().filter(r -> r.confidence() > SHOWN)).hasSizeGreaterThan(usual.size() * 6 / 10);
    }

    @Test
    void picturesWithoutTheMarkAndWithAnotherMovedOrScaledOneAreLeftAlone() {
        List<Result> others =
                RESULTS.stream().filter(r -> r.kind() != Kind.SAME).toList();

        assertThat(others).hasSizeGreaterThanOrEqualTo(200);
        assertThat(others.stream().filter(r -> r.confidence() >= SHOWN)).hasSizeLessThanOrEqualTo(others.size() / 200);
    }
}

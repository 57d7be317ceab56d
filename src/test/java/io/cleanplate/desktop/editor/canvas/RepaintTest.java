package io.cleanplate.desktop.editor.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import io.cleanplate.imaging.Rect;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RepaintTest {
    private static final Rect ALL = Rect.ofSize(3840, 2160);
    private static final long MILLISECOND = 1_000_000;

    private final List<Rect> smooth = new ArrayList<>();
    private final List<Rect> fast = new ArrayList<>();
    private long now = MILLISECOND;
    private final Repaint repaint = new Repaint(() -> now);

    @Test
    void requestsBetweenTwoPulsesAreDrawnOnce() {
        repaint.request(new Rect(0, 0, 10, 10));
        repaint.request(new Rect(20, 20, 30, 30));

        pulse(false);

        assertThat(smooth).containsExactly(new Rect(0, 0, 30, 30));
        assertThat(repaint.done()).isTrue();
    }

    @Test
    void whatIsTooMuchIsDrawnFastAndMadeSmoothPieceByPieceAtRest() {
        repaint.restart(ALL);

        pulse(false);
        pulse(false);
        assertThat(fast).containsExactly(ALL);
        assertThat(smooth).isEmpty();

        now += 200 * MILLISECOND;
        for (int i = 0; i < 500 && !repaint.done(); i++) {
            pulse(false);
        }

        assertThat(repaint.done()).isTrue();
        assertThat(smooth).hasSizeGreaterThan(1).allMatch(part -> part.width() == 3840);
        assertThat(smooth.stream().mapToLong(Rect::area).sum()).isEqualTo(ALL.area());
    }

    @Test
    void whatLooksTheSameFastIsDrawnOnce() {
        repaint.restart(ALL);

        pulse(true);

        assertThat(repaint.done()).isTrue();
    }

    @Test
    void aPieceLowerThanTheLeastIsMadeSmoothToo() {
        repaint.restart(new Rect(0, 0, 3840, 2160));
        repaint.pulse(ALL, false, this::draw);
        now += 200 * MILLISECOND;

        repaint.pulse(new Rect(0, 0, 3840, 5), false, this::draw);

        assertThat(smooth).containsExactly(new Rect(0, 0, 3840, 5));
    }

    private void pulse(boolean sameFast) {
        repaint.pulse(ALL, sameFast, this::draw);
    }

    private void draw(Rect part, boolean smoothly) {
        (smoothly ? smooth : fast).add(part);
    }
}

package io.cleanplate.cleaning.proposal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cleanplate.newsroom.NewsImage;
import io.cleanplate.newsroom.PictureState;
import io.cleanplate.task.TaskMonitor;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class AheadTest {
    private static final NewsImage A = image("a");
    private static final NewsImage B = image("b");
    private static final NewsImage C = image("c");

    private final List<String> worked = new ArrayList<>();
    private final List<TaskMonitor> monitors = new ArrayList<>();
    private final Queue<Runnable> threads = new ArrayDeque<>();
    private final Ahead ahead = new Ahead(threads::add, this::work);

    @Test
    void twoPicturesAreWorkedOnAtATime() {
        ahead.want(List.of(A, B, C));

        assertThat(threads).hasSize(2);
        threads.remove().run();
        assertThat(threads).hasSize(2);
    }

    @Test
    void theyComeInOrder() {
        ahead.want(List.of(A, B, C));

        runAll();

        assertThat(worked).containsExactly("a", "b", "c");
    }

    @Test
    void workOnWhatIsNotWantedAnyMoreIsToStop() {
        ahead.want(List.of(A, B));
        runAll();

        ahead.want(List.of(B, C));

        assertThat(monitors).extracting(TaskMonitor::cancelled).containsExactly(true, false);
    }

    @Test
    void whatWaitsAndIsNotWantedAnyMoreIsNotBegun() {
        ahead.want(List.of(A, B, C));
        ahead.want(List.of(A));

        runAll();

        assertThat(worked).doesNotContain("c");
    }

    @Test
    void aFailureStopsNoOther() {
        Ahead failing = new Ahead(threads::add, (image, monitor) -> {
            work(image, monitor);
            throw new IllegalStateException("planted");
        });
        failing.want(List.of(A, B, C));

        while (!threads.isEmpty()) {
            assertThatThrownBy(threads.remove()::run).hasMessage("planted");
        }

        assertThat(worked).containsExactly("a", "b", "c");
    }

    private void work(NewsImage image, TaskMonitor monitor) {
        worked.add(image.ref().image());
        monitors.add(monitor);
    }

    private void runAll() {
        while (!threads.isEmpty()) {
            threads.remove().run();
        }
    }

    private static NewsImage image(String name) {
        return MarkedNewsroom.image(name, null, PictureState.PENDING);
    }
}

package io.cleanplate.cleaning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cleanplate.error.InputException;
import io.cleanplate.error.UnavailableException;
import io.cleanplate.fetch.PictureSource;
import io.cleanplate.imaging.Limits;
import io.cleanplate.imaging.PictureReader;
import io.cleanplate.newsroom.Mark;
import io.cleanplate.newsroom.NewsId;
import io.cleanplate.newsroom.NewsImage;
import io.cleanplate.newsroom.PictureRef;
import io.cleanplate.newsroom.PictureState;
import io.cleanplate.newsroom.Story;
import io.cleanplate.task.Cancellation;
import io.cleanplate.task.TaskMonitor;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PictureLoaderTest {
    private static final long PICTURE_BYTES = 8 * 6 * 3;

    private final List<String> fetched = Collections.synchronizedList(new ArrayList<>());
    private final Queue<Runnable> queued = new ArrayDeque<>();

    @Test
    void aPictureIsFetchedOnceAndKept() {
        PictureLoader loader = loader(this::serve, 10 * PICTURE_BYTES);

        OpenedPicture opened = loader.open(image("a"), TaskMonitor.NONE);
        loader.open(image("a"), TaskMonitor.NONE);

        assertThat(opened.picture().pixels().width()).isEqualTo(8);
        assertThat(opened.name()).isEqualTo("Title of a");
        assertThat(fetched).containsExactly("a");
    }

    @Test
    void whatWasUnusedForLongestGoesWhenTheRoomIsFull() {
        PictureLoader loader = loader(this::serve, 2 * PICTURE_BYTES);

        for (String each : List.of("a", "b", "a", "c", "a", "b")) {
            loader.open(image(each), TaskMonitor.NONE);
        }

        assertThat(fetched).containsExactly("a", "b", "c", "b");
    }

    @Test
    void aPictureLargerThanTheRoomIsShownAllTheSame() {
        PictureLoader loader = loader(this::serve, 1);

        assertThat(loader.open(image("a"), TaskMonitor.NONE).picture()).isNotNull();
    }

    @Test
    void aFailureIsNotRemembered() {
        List<byte[]> answers = new ArrayList<>(List.of(new byte[] {1, 2, 3}, Cleaned.file(1)));
        PictureLoader loader = loader((address, monitor) -> answers.removeFirst(), PICTURE_BYTES);

        assertThatThrownBy(() -> loader.open(image("a"), TaskMonitor.NONE)).isInstanceOf(InputException.class);
        assertThat(loader.open(image("a"), TaskMonitor.NONE).picture()).isNotNull();
    }

    @Test
    void aFailureBeforehandIsToldOnlyToWhoOpensThePicture() {
        PictureLoader loader = loader(
                (address, monitor) -> {
                    throw new UnavailableException("The network is away.");
                },
                PICTURE_BYTES);
        loader.prefetch(List.of(image("a")));

        runQueued();

        assertThatThrownBy(() -> loader.open(image("a"), TaskMonitor.NONE)).isInstanceOf(UnavailableException.class);
    }

    @Test
    void whatIsBroughtBeforehandIsThereWhenItIsOpened() {
        PictureLoader loader = loader(this::serve, 10 * PICTURE_BYTES);

        loader.prefetch(List.of(image("a"), image("b"), image("a")));
        runQueued();
        fetched.add("-");
        loader.open(image("b"), TaskMonitor.NONE);

        assertThat(fetched).containsExactly("a", "b", "-");
    }

    @Test
    void whatIsNotWantedAnyMoreIsNotFetched() {
        PictureLoader loader = loader(this::serve, 10 * PICTURE_BYTES);

        loader.prefetch(List.of(image("a"), image("b")));
        loader.prefetch(List.of(image("b"), image("c")));
        runQueued();

        assertThat(fetched).containsExactly("b", "c");
    }

    @Test
    void openingDoesNotWaitForTheTurnOfWhatIsQueued() {
        PictureLoader loader = loader(this::serve, 10 * PICTURE_BYTES);
        loader.prefetch(List.of(image("a")));

        assertThat(loader.open(image("a"), TaskMonitor.NONE).picture()).isNotNull();
        runQueued();

        assertThat(fetched).containsExactly("a");
    }

    @Test
    void whoeverAsksWhileAPictureIsOnItsWayGetsTheSame() throws Exception {
        CountDownLatch onItsWay = new CountDownLatch(1);
        CountDownLatch answer = new CountDownLatch(1);
        PictureLoader loader = loader(
                (address, monitor) -> {
                    onItsWay.countDown();
                    await(answer);
                    return serve(address, monitor);
                },
                10 * PICTURE_BYTES);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            loader.prefetch(List.of(image("a")));
            threads.execute(queued.remove());
            await(onItsWay);
            Future<OpenedPicture> first = threads.submit(() -> loader.open(image("a"), TaskMonitor.NONE));
            Future<OpenedPicture> second = threads.submit(() -> loader.open(image("a"), TaskMonitor.NONE));
            answer.countDown();

            assertThat(first.get().picture()).isSameAs(second.get().picture());
        }
        assertThat(fetched).containsExactly("a");
    }

    @Test
    void aLoadEndsWhenNobodyWantsItAndTheNextOneBeginsAnew() {
        Cancellation editor = new Cancellation();
        PictureLoader loader = loader(
                (address, monitor) -> {
                    if (fetched.isEmpty()) {
                        fetched.add("given up");
                        editor.cancel();
                        monitor.checkCancelled();
                    }
                    return serve(address, monitor);
                },
                PICTURE_BYTES);

        assertThatThrownBy(() -> loader.open(image("a"), editor)).isInstanceOf(CancellationException.class);
        loader.open(image("a"), TaskMonitor.NONE);

        assertThat(fetched).containsExactly("given up", "a");
    }

    @Test
    void aStoryWithoutAPictureIsSaid() {
        assertThatThrownBy(() -> loader(this::serve, 1).open(image(""), TaskMonitor.NONE))
                .isInstanceOf(InputException.class);
    }

    private PictureLoader loader(PictureSource source, long cacheBytes) {
        return new PictureLoader(source, new PictureReader(Limits.DEFAULT), queued::add, cacheBytes);
    }

    private byte[] serve(String address, TaskMonitor monitor) {
        fetched.add(address);
        return Cleaned.file(1);
    }

    private void runQueued() {
        while (!queued.isEmpty()) {
            queued.remove().run();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static NewsImage image(String address) {
        return new NewsImage(
                new PictureRef("c1", NewsId.ofString("id of " + address), address),
                new Story("Title of " + address, "Summary", 1, null, null),
                PictureState.PENDING,
                new Mark(null, null, null, null, null, null));
    }
}

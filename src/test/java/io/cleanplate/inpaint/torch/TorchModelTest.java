package io.cleanplate.inpaint.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.engine.EngineException;
import io.cleanplate.inpaint.Batch;
import io.cleanplate.inpaint.Device;
import io.cleanplate.inpaint.DeviceMemoryException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Drives the workers with networks made of plain Java. */
@Timeout(30)
class TorchModelTest {
    private static final String OUT_OF_MEMORY =
            "CUDA out of memory. Tried to allocate 2.50 GiB. GPU 0 has a total capacity of 7.79 GiB of which 1.21 GiB is"
                    + " free.";

    private final Batch batch = new Batch(1, 16, 16, new float[3 * 16 * 16], new float[16 * 16]);

    @Test
    void aPassAnswersWhatTheNetworkAnswers() {
        float[] answer = {1, 2, 3};
        try (TorchModel model = new TorchModel(new FakeNetwork(given -> answer), 4, 1)) {
            assertThat(model.run(batch)).isSameAs(answer);
            assertThat(model.maxBatch()).isEqualTo(4);
            assertThat(model.device()).isEqualTo(new Device.Cuda(0));
        }
    }

    @Test
    void passesRunOnNamedDaemonThreads() {
        CompletableFuture<Thread> thread = new CompletableFuture<>();
        try (TorchModel model = new TorchModel(
                new FakeNetwork(given -> {
                    thread.complete(Thread.currentThread());
                    return new float[0];
                }),
                1,
                1)) {
            model.run(batch);
        }

        assertThat(thread.join().getName()).isEqualTo("inference-1");
        assertThat(thread.join().isDaemon()).isTrue();
    }

    @Test
    void memoryUsedUpArrivesAsSuch() {
        try (TorchModel model = new TorchModel(failing(new EngineException(OUT_OF_MEMORY)), 1, 1)) {
            assertThatThrownBy(() -> model.run(batch))
                    .isInstanceOf(DeviceMemoryException.class)
                    .hasMessage(OUT_OF_MEMORY)
                    .hasCauseInstanceOf(EngineException.class);
        }
    }

    @Test
    void memoryUsedUpOnTheJavaSideArrivesAsSuchToo() {
        Network network = new FakeNetwork(given -> {
            throw new OutOfMemoryError("Java heap space");
        });
        try (TorchModel model = new TorchModel(network, 1, 1)) {
            assertThatThrownBy(() -> model.run(batch)).isInstanceOf(DeviceMemoryException.class);
        }
    }

    @Test
    void anyOtherFailureIsABug() {
        try (TorchModel model = new TorchModel(failing(new EngineException("device-side assert")), 1, 1)) {
            assertThatThrownBy(() -> model.run(batch))
                    .isInstanceOf(IllegalStateException.class)
                    .hasCauseInstanceOf(EngineException.class);
        }
    }

    @Test
    void aFailedPassDoesNotHarmTheNext() {
        AtomicInteger passes = new AtomicInteger();
        Network network = new FakeNetwork(given -> {
            if (passes.getAndIncrement() == 0) {
                throw new EngineException(OUT_OF_MEMORY);
            }
            return new float[] {7};
        });
        try (TorchModel model = new TorchModel(network, 1, 1)) {
            assertThatThrownBy(() -> model.run(batch)).isInstanceOf(DeviceMemoryException.class);

            assertThat(model.run(batch)).containsExactly(7);
        }
    }

    @Test
    void workersRunPassesSideBySide() throws Exception {
        CountDownLatch together = new CountDownLatch(2);
        Network network = new FakeNetwork(given -> {
            together.countDown();
            await(together);
            return new float[0];
        });
        try (TorchModel model = new TorchModel(network, 1, 2)) {
            FutureTask<float[]> first = inBackground(model);
            FutureTask<float[]> second = inBackground(model);

            assertThat(first.get()).isEmpty();
            assertThat(second.get()).isEmpty();
        }
    }

    @Test
    void manyCallersAreAllServedInTheEnd() throws Exception {
        AtomicInteger passes = new AtomicInteger();
        try (TorchModel model =
                new TorchModel(new FakeNetwork(given -> new float[] {passes.incrementAndGet()}), 1, 1)) {
            FutureTask<?>[] callers = new FutureTask<?>[20];
            for (int i = 0; i < callers.length; i++) {
                callers[i] = inBackground(model);
            }
            for (FutureTask<?> caller : callers) {
                caller.get();
            }
        }

        assertThat(passes).hasValue(20);
    }

    @Test
    void anInterruptedCallerIsCancelledAndItsWaitingPassNeverRuns() throws Exception {
        BlockedNetwork network = new BlockedNetwork();
        try (TorchModel model = new TorchModel(network, 1, 1)) {
            FutureTask<float[]> running = inBackground(model);
            network.begun.acquire();
            FutureTask<float[]> waiting = new FutureTask<>(() -> model.run(batch));
            Thread caller = untilItWaits(waiting);

            caller.interrupt();

            assertThatThrownBy(waiting::get)
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(CancellationException.class);
            network.mayEnd.countDown();
            running.get();
        }
        assertThat(network.passes).hasValue(1);
    }

    @Test
    void closingCancelsWhoWaitsAndWaitsForWhoRuns() throws Exception {
        BlockedNetwork network = new BlockedNetwork();
        TorchModel model = new TorchModel(network, 1, 1);
        FutureTask<float[]> running = inBackground(model);
        network.begun.acquire();
        FutureTask<float[]> waiting = new FutureTask<>(() -> model.run(batch));
        untilItWaits(waiting);
        FutureTask<Void> closing = new FutureTask<>(model::close, null);

        Thread.ofVirtual().start(closing);

        assertThatThrownBy(waiting::get)
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(CancellationException.class);
        assertThat(network.closed.getCount()).isEqualTo(1);
        network.mayEnd.countDown();
        closing.get();
        assertThat(running.get()).isEmpty();
        assertThat(network.closed.getCount()).isZero();
        assertThat(network.passes).hasValue(1);
    }

    @Test
    void callersBeyondTheQueueWaitBeforeTheyQueue() throws Exception {
        BlockedNetwork network = new BlockedNetwork();
        TorchModel model = new TorchModel(network, 1, 1);
        FutureTask<float[]> running = inBackground(model);
        network.begun.acquire();
        untilItWaits(new FutureTask<>(() -> model.run(batch)));
        FutureTask<float[]> beyond = new FutureTask<>(() -> model.run(batch));
        untilItWaits(beyond);

        assertThat(model.queued()).isEqualTo(1);
        network.mayEnd.countDown();
        assertThat(running.get()).isEmpty();
        assertThat(beyond.get()).isEmpty();
        model.close();
    }

    @Test
    void aClosedModelRunsNothingMore() {
        TorchModel model = new TorchModel(new FakeNetwork(given -> new float[0]), 1, 1);
        model.close();

        assertThatThrownBy(() -> model.run(batch)).isInstanceOf(CancellationException.class);
    }

    private FutureTask<float[]> inBackground(TorchModel model) {
        FutureTask<float[]> task = new FutureTask<>(() -> model.run(batch));
        Thread.ofVirtual().start(task);
        return task;
    }

    /** Starts the task and comes back when its thread waits for the model. */
    private static Thread untilItWaits(FutureTask<?> task) {
        Thread thread = Thread.ofPlatform().start(task);
        while (thread.isAlive() && thread.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
        return thread;
    }

    private static Network failing(RuntimeException failure) {
        return new FakeNetwork(given -> {
            throw failure;
        });
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            // Closing a model interrupts its workers; a native pass does not notice, so neither does this one.
            await(latch);
        }
    }

    private static class FakeNetwork implements Network {
        final CountDownLatch closed = new CountDownLatch(1);
        private final Function<Batch, float[]> pass;

        FakeNetwork(Function<Batch, float[]> pass) {
            this.pass = pass;
        }

        @Override
        public float[] forward(Batch given) {
            return pass.apply(given);
        }

        @Override
        public Device device() {
            return new Device.Cuda(0);
        }

        @Override
        public void freeMemory() {}

        @Override
        public void close() {
            closed.countDown();
        }
    }

    /** Its passes begin and then wait to be let go. */
    private static final class BlockedNetwork implements Network {
        final Semaphore begun = new Semaphore(0);
        final CountDownLatch mayEnd = new CountDownLatch(1);
        final CountDownLatch closed = new CountDownLatch(1);
        final AtomicInteger passes = new AtomicInteger();

        @Override
        public float[] forward(Batch given) {
            passes.incrementAndGet();
            begun.release();
            await(mayEnd);
            return new float[0];
        }

        @Override
        public Device device() {
            return Device.CPU;
        }

        @Override
        public void freeMemory() {}

        @Override
        public void close() {
            closed.countDown();
        }
    }
}

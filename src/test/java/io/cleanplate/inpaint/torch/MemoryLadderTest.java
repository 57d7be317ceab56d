package io.cleanplate.inpaint.torch;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.engine.EngineException;
import io.cleanplate.imaging.Pixels;
import io.cleanplate.imaging.Rect;
import io.cleanplate.inpaint.Batch;
import io.cleanplate.inpaint.CropInpainter;
import io.cleanplate.inpaint.Device;
import io.cleanplate.inpaint.EngineLimits;
import io.cleanplate.inpaint.InpaintOptions;
import io.cleanplate.inpaint.InpaintResult;
import io.cleanplate.inpaint.plan.Strategy;
import io.cleanplate.mask.Mask;
import io.cleanplate.mask.MaskBuffer;
import io.cleanplate.mask.PaintMode;
import io.cleanplate.task.TaskMonitor;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** From PyTorch's own words for a full graphics card to what the person is told: free, smaller passes, the processor. */
class MemoryLadderTest {
    private static final String OUT_OF_MEMORY =
            "CUDA out of memory. Tried to allocate 1.17 GiB. GPU 0 has a total capacity of 7.79 GiB of which 512.44 MiB"
                    + " is free. Process 4711 has 7.20 GiB memory in use.";

    private final Pixels picture = new Pixels(1200, 900, 3, 8, new byte[1200 * 900 * 3], null);
    private final AtomicInteger freed = new AtomicInteger();

    @Test
    void aCardWithSomeMemoryGetsSmallerPasses() {
        TorchModel card = new TorchModel(new Card(300_000), 1, 1);
        try (CropInpainter inpainter = new CropInpainter(card, MemoryLadderTest::none, limits())) {
            InpaintResult result = inpaint(inpainter);

            assertThat(result.device()).isEqualTo(new Device.Cuda(0));
            assertThat(result.pixels().sample(600, 450, 0)).isEqualTo(255);
            assertThat(result.notices())
                    .containsExactly("There was not enough memory on cuda:0: the passes were made smaller.");
            assertThat(freed).hasPositiveValue();
        }
    }

    @Test
    void aCardWithoutMemoryHandsOverToTheProcessor() {
        TorchModel card = new TorchModel(new Card(0), 1, 1);
        TorchModel processor = new TorchModel(new Processor(), 1, 1);
        try (CropInpainter inpainter = new CropInpainter(card, () -> processor, limits())) {
            InpaintResult result = inpaint(inpainter);

            assertThat(result.device()).isEqualTo(Device.CPU);
            assertThat(result.pixels().sample(600, 450, 0)).isEqualTo(255);
            assertThat(result.notices())
                    .containsExactly(
                            "There was not enough memory on cuda:0: the passes were made smaller.",
                            "There was not enough memory on cuda:0: the processor did the work.");
        }
    }

    private InpaintResult inpaint(CropInpainter inpainter) {
        MaskBuffer buffer = new MaskBuffer(1200, 900);
        buffer.rectangle(new Rect(100, 100, 1100, 800), PaintMode.ADD);
        Mask mask = buffer.snapshot();
        return inpainter.inpaint(picture, mask, new InpaintOptions(Strategy.AUTO, 64, 0), TaskMonitor.NONE);
    }

    private static EngineLimits limits() {
        return new EngineLimits(1024 * 1024, 16 * 1024 * 1024);
    }

    private static TorchModel none() {
        throw new AssertionError("the processor was not needed");
    }

    /** Fills everything with white. */
    private class Processor implements Network {
        @Override
        public float[] forward(Batch batch) {
            float[] white = new float[batch.images().length];
            Arrays.fill(white, 1);
            return white;
        }

        @Override
        public Device device() {
            return Device.CPU;
        }

        @Override
        public void freeMemory() {
            freed.incrementAndGet();
        }

        @Override
        public void close() {}
    }

    /** A graphics card that holds so many pixels of a pass. */
    private final class Card extends Processor {
        private final long memoryInPixels;

        Card(long memoryInPixels) {
            this.memoryInPixels = memoryInPixels;
        }

        @Override
        public float[] forward(Batch batch) {
            if ((long) batch.count() * batch.width() * batch.height() > memoryInPixels) {
                throw new EngineException(OUT_OF_MEMORY);
            }
            return super.forward(batch);
        }

        @Override
        public Device device() {
            return new Device.Cuda(0);
        }
    }
}

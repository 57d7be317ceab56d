package io.cleanplate.inpaint;

/** Where a model runs: the processor, or one CUDA graphics card. Shown as PyTorch writes it: {@code cpu}, {@code cuda:0}. */
public sealed interface Device {
    /** The processor. */
    Device CPU = new Cpu();

    /** The processor. */
    record Cpu() implements Device {
        @Override
        public String toString() {
            return "cpu";
        }
    }

    /**
     * A CUDA graphics card.
     *
     * @param index its number as the driver counts, from 0
     */
    record Cuda(int index) implements Device {
        @Override
        public String toString() {
            return "cuda:" + index;
        }
    }
}

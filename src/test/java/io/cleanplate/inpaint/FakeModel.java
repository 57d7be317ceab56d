package io.cleanplate.inpaint;

import java.util.ArrayList;
import java.util.List;

/** A model that a test describes: what it does to each masked value, and when its device is out of memory. */
final class FakeModel implements InpaintModel {
    /** The value of one masked pixel and channel of a crop. */
    @FunctionalInterface
    interface Filling {
        float value(float before, int x, int y, int channel);
    }

    /** Leaves even masked pixels as they are. */
    static final Filling NOTHING = (before, x, y, channel) -> before;

    final List<Batch> seen = new ArrayList<>();
    int freed;
    private final Device device;
    private final int maxBatch;
    private final long memoryInPixels;
    private final Filling filling;

    FakeModel(Device device, int maxBatch, long memoryInPixels, Filling filling) {
        this.device = device;
        this.maxBatch = maxBatch;
        this.memoryInPixels = memoryInPixels;
        this.filling = filling;
    }

    static FakeModel onProcessor(Filling filling) {
        return new FakeModel(Device.CPU, 4, Long.MAX_VALUE, filling);
    }

    @Override
    public Pending begin(Batch batch) {
        return new Pending() {
            @Override
            public float[] await() {
                return filled(batch);
            }

            @Override
            public long nanos() {
                return 1;
            }
        };
    }

    private float[] filled(Batch batch) {
        if ((long) batch.count() * batch.width() * batch.height() > memoryInPixels) {
            throw new DeviceMemoryException("CUDA out of memory", new RuntimeException("test"));
        }
        seen.add(batch);
        int plane = batch.width() * batch.height();
        float[] result = batch.images().clone();
        for (int i = 0; i < result.length; i++) {
            int crop = i / (3 * plane);
            int pixel = i % plane;
            if (batch.masks()[crop * plane + pixel] == 1) {
                result[i] = filling.value(result[i], pixel % batch.width(), pixel / batch.width(), i / plane % 3);
            }
        }
        return result;
    }

    @Override
    public int maxBatch() {
        return maxBatch;
    }

    @Override
    public Device device() {
        return device;
    }

    @Override
    public void freeMemory() {
        freed++;
    }

    @Override
    public void close() {}
}

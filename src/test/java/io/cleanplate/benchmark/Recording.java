package io.cleanplate.benchmark;

import io.cleanplate.inpaint.Batch;
import io.cleanplate.inpaint.Device;
import io.cleanplate.inpaint.InpaintModel;
import java.util.ArrayList;
import java.util.List;

/** Passes everything on to a model and keeps what it was given. */
final class Recording implements InpaintModel {
    private final InpaintModel model;
    private final List<Batch> batches = new ArrayList<>();

    Recording(InpaintModel model) {
        this.model = model;
    }

    /** What the model was given since the last call. */
    List<Batch> take() {
        List<Batch> taken = List.copyOf(batches);
        batches.clear();
        return taken;
    }

    @Override
    public Pending begin(Batch batch) {
        batches.add(batch);
        return model.begin(batch);
    }

    @Override
    public int maxBatch() {
        return model.maxBatch();
    }

    @Override
    public Device device() {
        return model.device();
    }

    @Override
    public void freeMemory() {
        model.freeMemory();
    }

    @Override
    public void close() {
        model.close();
    }
}

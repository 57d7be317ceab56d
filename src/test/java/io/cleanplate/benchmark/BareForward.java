package io.cleanplate.benchmark;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValue;
import ai.djl.pytorch.jni.JniUtils;
import io.cleanplate.inpaint.Batch;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The model's forward passes and nothing else: the tensors are made before the clock starts. PyTorch is started already. */
final class BareForward implements AutoCloseable {
    private final NDManager manager = NDManager.newBaseManager(ai.djl.Device.cpu(), "PyTorch");
    private final PtSymbolBlock module;

    BareForward(Path file) {
        module = JniUtils.loadModule((PtNDManager) manager, file, true, new String[0], new String[0], false);
        JniUtils.enableInferenceMode(module);
    }

    /** Nanoseconds for these passes, one after the other. */
    long nanos(List<Batch> batches) {
        JniUtils.setGraphExecutorOptimize(false);
        try (NDManager inputs = manager.newSubManager()) {
            List<IValue[]> tensors = new ArrayList<>();
            for (Batch batch : batches) {
                tensors.add(new IValue[] {
                    tensor(inputs, batch.images(), new Shape(batch.count(), 3, batch.height(), batch.width())),
                    tensor(inputs, batch.masks(), new Shape(batch.count(), 1, batch.height(), batch.width()))
                });
            }
            long start = System.nanoTime();
            for (IValue[] input : tensors) {
                module.forward(input).close();
            }
            long nanos = System.nanoTime() - start;
            for (IValue[] input : tensors) {
                input[0].close();
                input[1].close();
            }
            return nanos;
        }
    }

    private static IValue tensor(NDManager manager, float[] values, Shape shape) {
        return IValue.from((PtNDArray) manager.create(FloatBuffer.wrap(values), shape));
    }

    @Override
    public void close() {
        manager.close();
    }
}

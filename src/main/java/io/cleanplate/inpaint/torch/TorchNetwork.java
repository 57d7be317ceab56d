package io.cleanplate.inpaint.torch;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValue;
import ai.djl.pytorch.jni.JniUtils;
import io.cleanplate.inpaint.Batch;
import io.cleanplate.inpaint.Device;
import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A TorchScript module on a device. Everything native that a pass needs is freed when the pass ends, also when it fails,
 * and never waits for the garbage collector: DJL's {@code Predictor} leaves the inputs of a failed pass behind, and
 * direct buffers are freed only at some later collection.
 */
final class TorchNetwork implements Network {
    private static final int COLORS = 3;
    private static final long ALIGNMENT = 64;

    private final Device device;
    private final NDManager manager;
    private final PtSymbolBlock module;

    /**
     * Loads a file.
     *
     * @throws EngineException when it is no TorchScript file, or does not fit on the device
     * @throws IOException when it cannot be read
     */
    TorchNetwork(Path file, Device device) throws IOException {
        this.device = device;
        this.manager = NDManager.newBaseManager(djl(device), TorchRuntime.ENGINE);
        try {
            module = read(file, (PtNDManager) manager);
            JniUtils.enableInferenceMode(module);
        } catch (EngineException | IOException e) {
            manager.close();
            throw e;
        }
    }

    /** Weights go to the manager's device, whichever they were saved from. */
    private static PtSymbolBlock read(Path file, PtNDManager manager) throws IOException {
        String path = file.toString();
        if (path.chars().allMatch(c -> c < 0x80)) {
            return JniUtils.loadModule(manager, file, true, new String[0], new String[0], false);
        }
        // A native library takes a name like Jürgen's folder in an encoding that depends on the system.
        try (InputStream in = Files.newInputStream(file)) {
            return JniUtils.loadModule(manager, in, true, false);
        }
    }

    @Override
    public float[] forward(Batch batch) {
        // Per thread. The profiling executor re-specialises for every new size: slow, and no faster afterwards.
        JniUtils.setGraphExecutorOptimize(false);
        Shape planes = new Shape(batch.count(), COLORS, batch.height(), batch.width());
        try (Arena arena = Arena.ofConfined();
                NDManager pass = manager.newSubManager();
                IValue image = input(pass, arena, batch.images(), planes);
                IValue mask =
                        input(pass, arena, batch.masks(), new Shape(batch.count(), 1, batch.height(), batch.width()));
                IValue output = module.forward(image, mask)) {
            if (!output.isTensor()) {
                throw new SignatureException("it answers no tensor");
            }
            try (PtNDArray result = output.toTensor((PtNDManager) pass)) {
                return values(result, planes);
            }
        }
    }

    /** The array as a tensor; on the processor the tensor uses the arena's memory itself. */
    private static IValue input(NDManager pass, Arena arena, float[] values, Shape shape) {
        MemorySegment memory = arena.allocate((long) Float.BYTES * values.length, ALIGNMENT);
        MemorySegment.copy(values, 0, memory, ValueLayout.JAVA_FLOAT, 0, values.length);
        return IValue.from(
                (PtNDArray) pass.create(memory.asByteBuffer().order(ByteOrder.nativeOrder()), shape, DataType.FLOAT32));
    }

    private static float[] values(PtNDArray result, Shape expected) {
        if (!result.getShape().equals(expected) || result.getDataType() != DataType.FLOAT32) {
            throw new SignatureException("it answers " + result.getDataType() + " of " + result.getShape()
                    + " instead of float32 of " + expected);
        }
        float[] values = new float[Math.toIntExact(expected.size())];
        result.toByteBuffer(true).order(ByteOrder.nativeOrder()).asFloatBuffer().get(values);
        return values;
    }

    @Override
    public Device device() {
        return device;
    }

    @Override
    public void freeMemory() {
        if (device instanceof Device.Cuda) {
            JniUtils.emptyCudaCache();
        }
    }

    @Override
    public void close() {
        manager.close();
    }

    private static ai.djl.Device djl(Device device) {
        return device instanceof Device.Cuda cuda ? ai.djl.Device.gpu(cuda.index()) : ai.djl.Device.cpu();
    }
}

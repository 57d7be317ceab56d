package io.cleanplate.inpaint.torch;

import ai.djl.engine.EngineException;
import io.cleanplate.error.InputException;
import io.cleanplate.error.UnavailableException;
import io.cleanplate.inpaint.Device;
import io.cleanplate.inpaint.DeviceMemoryException;
import io.cleanplate.inpaint.InpaintModel;
import io.cleanplate.inpaint.ModelLoader;
import io.cleanplate.inpaint.model.ModelFile;
import java.io.IOException;
import java.nio.file.Files;

/** Loads TorchScript files through DJL. Thread-safe. */
public final class TorchModelLoader implements ModelLoader {
    private static final String EXPECTED = "a TorchScript file is expected with forward(image: N x 3 x H x W in [0,1],"
            + " mask: N x 1 x H x W) -> N x 3 x H x W in [0,1]";

    private final TorchRuntime runtime;
    private final int workers;

    /**
     * With one worker a model: PyTorch spreads a single pass over all cores, which answers soonest, and one pass after
     * the other keeps the peak of memory at one pass.
     */
    public TorchModelLoader(TorchRuntime runtime) {
        this(runtime, 1);
    }

    /**
     * With several workers a model, each running whole passes: more throughput where {@link TorchSettings#threads} is
     * made smaller accordingly, for a longer wait and a peak of memory that grows with the workers.
     *
     * @param workers passes that run at the same time, at least 1
     */
    public TorchModelLoader(TorchRuntime runtime, int workers) {
        this.runtime = runtime;
        this.workers = workers;
    }

    @Override
    public InpaintModel load(ModelFile file, Device device) {
        if (!Files.isReadable(file.path())) {
            throw new InputException(
                    "The model file " + file.path() + " is not there or cannot be read; " + EXPECTED + ".");
        }
        runtime.start();
        Network network = opened(file, device);
        try {
            return new TorchModel(network, new SignatureProbe(network).maxBatch(), workers);
        } catch (SignatureException e) {
            network.close();
            throw refused(file, "since " + e.getMessage(), e);
        } catch (EngineException e) {
            network.close();
            throw translated(file, device, "since a trial pass failed", e);
        }
    }

    private static Network opened(ModelFile file, Device device) {
        try {
            return new TorchNetwork(file.path(), device);
        } catch (EngineException e) {
            throw translated(file, device, "since it cannot be read as one", e);
        } catch (IOException e) {
            throw new UnavailableException("The model file " + file.path() + " cannot be read; check the disk.", e);
        }
    }

    private static RuntimeException translated(ModelFile file, Device device, String why, EngineException e) {
        String message = String.valueOf(e.getMessage());
        if (OutOfMemoryMessages.tell(e)) {
            return new DeviceMemoryException(message, e);
        }
        if (device instanceof Device.Cuda && message.contains("CUDA")) {
            return new UnavailableException(
                    "The device " + device + " cannot be used: " + FailureText.firstLine(message) + ".", e);
        }
        return refused(file, why, e);
    }

    private static InputException refused(ModelFile file, String why, RuntimeException cause) {
        return new InputException(
                "The file " + file.path() + " cannot be used as a model, " + why + "; " + EXPECTED + ".", cause);
    }
}

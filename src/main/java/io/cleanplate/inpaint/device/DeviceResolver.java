package io.cleanplate.inpaint.device;

import io.cleanplate.config.DeviceChoice;
import io.cleanplate.error.InputException;
import io.cleanplate.error.UnavailableException;
import io.cleanplate.inpaint.Device;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decides between what a person wants and what a machine has. Knows no machine itself; immutable. */
public final class DeviceResolver {
    private static final String GET_LIBRARY =
            "get it with \"cleanplate doctor --fetch-cuda\", or name its folder with PYTORCH_LIBRARY_PATH";

    private final Gpus gpus;
    private final @Nullable String missingLibrary;

    /**
     * For a machine.
     *
     * @param gpus the graphics cards found
     * @param missingLibrary what is missing of PyTorch's CUDA library, as a clause without a full stop; null when it is
     *     complete
     */
    public DeviceResolver(Gpus gpus, @Nullable String missingLibrary) {
        this.gpus = gpus;
        this.missingLibrary = missingLibrary;
    }

    /**
     * Decides. Where several cards will do, the one with the most free memory.
     *
     * @throws InputException when the card asked for does not exist
     * @throws UnavailableException when CUDA is asked for and the driver or PyTorch's CUDA library is missing
     */
    public ResolvedDevice resolve(DeviceChoice choice) {
        if (choice instanceof DeviceChoice.Cuda cuda) {
            return cuda(cuda);
        }
        return choice instanceof DeviceChoice.Cpu ? new ResolvedDevice(Device.CPU, null) : automatic();
    }

    private ResolvedDevice automatic() {
        Optional<Gpu> roomiest = roomiest();
        if (roomiest.isEmpty()) {
            return new ResolvedDevice(Device.CPU, null);
        }
        Gpu gpu = roomiest.get();
        if (missingLibrary != null) {
            return new ResolvedDevice(
                    Device.CPU,
                    "The graphics card " + gpu.name() + " is not used, since " + missingLibrary + "; " + GET_LIBRARY
                            + ".");
        }
        return new ResolvedDevice(new Device.Cuda(gpu.index()), null);
    }

    private ResolvedDevice cuda(DeviceChoice.Cuda choice) {
        Gpu gpu = roomiest()
                .orElseThrow(() -> new UnavailableException(
                        "The device " + choice + " cannot be used: " + String.valueOf(gpus.whyNone())));
        if (choice.index().isPresent()) {
            int index = choice.index().getAsInt();
            gpu = gpus.cards().stream()
                    .filter(card -> card.index() == index)
                    .findFirst()
                    .orElseThrow(() -> new InputException("There is no graphics card " + choice + "; there "
                            + (gpus.cards().size() == 1
                                    ? "is 1"
                                    : "are " + gpus.cards().size())
                            + ", counted from cuda:0."));
        }
        if (missingLibrary != null) {
            throw new UnavailableException(
                    "The device " + choice + " cannot be used, since " + missingLibrary + "; " + GET_LIBRARY + ".");
        }
        return new ResolvedDevice(new Device.Cuda(gpu.index()), null);
    }

    private Optional<Gpu> roomiest() {
        // On a tie the first card: max keeps the last of equals, so the higher index counts less.
        return gpus.cards().stream()
                .max(Comparator.comparingLong(Gpu::freeMemoryBytes)
                        .thenComparing(Comparator.comparingInt(Gpu::index).reversed()));
    }
}

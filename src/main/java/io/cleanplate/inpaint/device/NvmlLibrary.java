package io.cleanplate.inpaint.device;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.util.List;

/**
 * The few calls of NVML that are needed (NVIDIA Management Library, API reference: nvmlInit_v2, nvmlDevice...). Opened
 * by the constructor, shut down by {@link #close}; used by one thread.
 */
final class NvmlLibrary implements AutoCloseable {
    // NVML_DEVICE_NAME_V2_BUFFER_SIZE, and more than NVML_SYSTEM_DRIVER_VERSION_BUFFER_SIZE asks for
    private static final int TEXT_BYTES = 96;

    private final String name;
    private final Arena arena = Arena.ofConfined();
    private final SymbolLookup symbols;

    NvmlLibrary(String name) throws NvmlException {
        this.name = name;
        try {
            symbols = open(name, arena);
            call("nvmlInit_v2", List.of());
        } catch (NvmlException e) {
            arena.close();
            throw e;
        }
    }

    int deviceCount() throws NvmlException {
        MemorySegment count = arena.allocate(JAVA_INT);
        call("nvmlDeviceGetCount_v2", List.of(ADDRESS), count);
        return count.get(JAVA_INT, 0);
    }

    String driverVersion() throws NvmlException {
        MemorySegment text = arena.allocate(TEXT_BYTES);
        call("nvmlSystemGetDriverVersion", List.of(ADDRESS, JAVA_INT), text, TEXT_BYTES);
        return text.getString(0);
    }

    Gpu device(int index, String driver) throws NvmlException {
        MemorySegment reference = arena.allocate(ADDRESS);
        call("nvmlDeviceGetHandleByIndex_v2", List.of(JAVA_INT, ADDRESS), index, reference);
        MemorySegment device = reference.get(ADDRESS, 0);

        MemorySegment text = arena.allocate(TEXT_BYTES);
        call("nvmlDeviceGetName", List.of(ADDRESS, ADDRESS, JAVA_INT), device, text, TEXT_BYTES);

        // nvmlMemory_t: unsigned long long total, free, used
        MemorySegment memory = arena.allocate(JAVA_LONG, 3);
        call("nvmlDeviceGetMemoryInfo", List.of(ADDRESS, ADDRESS), device, memory);
        return new Gpu(
                index, text.getString(0), memory.getAtIndex(JAVA_LONG, 0), memory.getAtIndex(JAVA_LONG, 1), driver);
    }

    @Override
    public void close() throws NvmlException {
        try (arena) {
            call("nvmlShutdown", List.of());
        }
    }

    @SuppressWarnings("restricted")
    private static SymbolLookup open(String name, Arena arena) throws NvmlException {
        try {
            return SymbolLookup.libraryLookup(name, arena);
        } catch (IllegalArgumentException e) {
            throw new NvmlException("No NVIDIA driver was found (its library " + name + " is missing).", e);
        }
    }

    /** Calls a function that answers with an nvmlReturn_t, 0 being success. */
    @SuppressWarnings("restricted")
    private void call(String function, List<? extends MemoryLayout> parameters, Object... arguments)
            throws NvmlException {
        MemorySegment address = symbols.find(function)
                .orElseThrow(() -> new NvmlException("The NVIDIA driver's library " + name + " has no " + function
                        + ", so it is too old; a newer driver is needed."));
        FunctionDescriptor type = FunctionDescriptor.of(JAVA_INT, parameters.toArray(MemoryLayout[]::new));
        int code;
        try {
            code = (int) Linker.nativeLinker().downcallHandle(address, type).invokeWithArguments(arguments);
        } catch (Throwable e) {
            throw new IllegalStateException(function + " could not be called", e);
        }
        if (code != 0) {
            throw new NvmlException(
                    "The NVIDIA driver does not work: " + function + " answered with error " + code + ".");
        }
    }
}

package io.cleanplate.inpaint.torch;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells by its message whether a failure of PyTorch means that a device's memory is used up: its C++ exceptions arrive
 * in Java as text only. The texts stand in PyTorch 2.7: c10/cuda/CUDACachingAllocator.cpp, c10/core/impl/alloc_cpu.cpp,
 * aten/src/ATen/cuda/Exceptions.h, aten/src/ATen/cudnn/Exceptions.h, aten/src/ATen/native/cuda/CuFFTUtils.h.
 */
final class OutOfMemoryMessages {
    private static final List<String> PARTS = List.of(
            "CUDA out of memory",
            "CUDA error: out of memory",
            "CUBLAS_STATUS_ALLOC_FAILED",
            "CUDNN_STATUS_ALLOC_FAILED",
            "CUDNN_STATUS_INTERNAL_ERROR_HOST_ALLOCATION_FAILED",
            "CUDNN_STATUS_INTERNAL_ERROR_DEVICE_ALLOCATION_FAILED",
            "CUSOLVER_STATUS_ALLOC_FAILED",
            "CUFFT_ALLOC_FAILED",
            "DefaultCPUAllocator: can't allocate memory",
            "DefaultCPUAllocator: not enough memory",
            "std::bad_alloc");

    private OutOfMemoryMessages() {}

    /** Whether the failure or one of its causes says so. */
    static boolean tell(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String message = String.valueOf(cause.getMessage());
            if (PARTS.stream().anyMatch(message::contains)) {
                return true;
            }
        }
        return false;
    }
}

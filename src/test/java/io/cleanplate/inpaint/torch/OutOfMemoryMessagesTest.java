package io.cleanplate.inpaint.torch;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.engine.EngineException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The texts are PyTorch's own, as people met them. */
class OutOfMemoryMessagesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "CUDA out of memory. Tried to allocate 2.50 GiB. GPU 0 has a total capacity of 7.79 GiB of which 1.21 GiB"
                        + " is free. Process 4242 has 6.58 GiB memory in use.",
                "CUDA error: out of memory\nCUDA kernel errors might be asynchronously reported at some other API call",
                "CUDA error: CUBLAS_STATUS_ALLOC_FAILED when calling `cublasCreate(handle)`",
                "cuDNN error: CUDNN_STATUS_ALLOC_FAILED",
                "cuDNN error: CUDNN_STATUS_INTERNAL_ERROR_HOST_ALLOCATION_FAILED",
                "cuFFT error: CUFFT_ALLOC_FAILED",
                "[enforce fail at alloc_cpu.cpp:118] err == 0. DefaultCPUAllocator: can't allocate memory: you tried to"
                        + " allocate 17179869184 bytes. Error code 12 (Cannot allocate memory)",
                "[enforce fail at alloc_cpu.cpp:114] data. DefaultCPUAllocator: not enough memory: you tried to allocate"
                        + " 8589934592 bytes.",
                "std::bad_alloc",
                "The following operation failed in the TorchScript interpreter.\nTraceback of TorchScript:\n"
                        + "RuntimeError: CUDA out of memory. Tried to allocate 20.00 MiB",
            })
    void areKnown(String message) {
        assertThat(OutOfMemoryMessages.tell(new EngineException(message))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CUDA error: device-side assert triggered",
                "CUDA error: an illegal memory access was encountered",
                "cuDNN error: CUDNN_STATUS_NOT_INITIALIZED",
                "Expected all tensors to be on the same device, but found at least two devices, cuda:0 and cpu!",
                "shape '[1, 3, 32, 32]' is invalid for input of size 6144",
            })
    void areNotMistakenForOtherFailures(String message) {
        assertThat(OutOfMemoryMessages.tell(new EngineException(message))).isFalse();
    }

    @Test
    void areFoundInACause() {
        EngineException cause = new EngineException("CUDA out of memory. Tried to allocate 2.50 GiB.");

        assertThat(OutOfMemoryMessages.tell(new EngineException("wrapped", cause)))
                .isTrue();
    }
}

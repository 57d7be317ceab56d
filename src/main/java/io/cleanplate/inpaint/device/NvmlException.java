package io.cleanplate.inpaint.device;

/** NVML is not there or refused a call; the message is a sentence. */
final class NvmlException extends Exception {
    private static final long serialVersionUID = 1L;

    NvmlException(String message) {
        super(message);
    }

    NvmlException(String message, Throwable cause) {
        super(message, cause);
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}

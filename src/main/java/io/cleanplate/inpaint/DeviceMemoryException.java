package io.cleanplate.inpaint;

/** A device had no memory left for a pass. A smaller pass, or another device, may do. */
public final class DeviceMemoryException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** With the device's own message and what carried it. */
    public DeviceMemoryException(String message, Throwable cause) {
        super(message, cause);
    }
}

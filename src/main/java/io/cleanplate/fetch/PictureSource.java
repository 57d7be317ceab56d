package io.cleanplate.fetch;

import io.cleanplate.task.TaskMonitor;

/** Where the bytes of pictures come from. Thread-safe. */
@FunctionalInterface
public interface PictureSource {
    /**
     * The bytes that stand at an address; blocks until they are there.
     *
     * @param address as the newsroom names the picture
     * @param monitor told the bytes received, and asked whether to stop
     * @throws io.cleanplate.error.InputException when there is no picture to be had there, and trying again would not help
     * @throws io.cleanplate.error.UnavailableException when the network or the other side failed: it may work later
     * @throws java.util.concurrent.CancellationException when the monitor wants to stop
     */
    byte[] fetch(String address, TaskMonitor monitor);
}

package io.cleanplate.app;

import java.lang.management.ManagementFactory;

/** What the machine itself has. */
final class Machine {
    private Machine() {}

    /** The memory that this process may have, in bytes: the container's limit where there is one. */
    static long memoryBytes() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                ? system.getTotalMemorySize()
                : Runtime.getRuntime().maxMemory();
    }
}

package io.cleanplate.telemetry;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the process takes of the machine's memory, where the system tells it as Linux does: from a file of the process. */
final class ProcessMeters implements MeterBinder {
    private static final int BYTES = 1024;

    private final Path status;

    /**
     * Meters of one process.
     *
     * @param status its {@code /proc/<pid>/status}; may be missing
     */
    ProcessMeters(Path status) {
        this.status = status;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        if (Files.isReadable(status)) {
            Gauge.builder("process.resident.memory", this, ProcessMeters::residentBytes)
                    .description("Memory that the process has in RAM")
                    .baseUnit("bytes")
                    .register(registry);
        }
    }

    private double residentBytes() {
        try {
            return Files.readAllLines(status).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) * BYTES)
                    .findFirst()
                    .orElse(Double.NaN);
        } catch (IOException e) {
            // A gauge that cannot be read is none.
            return Double.NaN;
        }
    }
}

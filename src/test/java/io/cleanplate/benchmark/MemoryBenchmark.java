package io.cleanplate.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Memory over 1,000 runs of varied sizes, as it is and with the C library told to give large blocks back. */
final class MemoryBenchmark {
    private static final String THRESHOLD = "MALLOC_MMAP_THRESHOLD_";

    private final Path folder;

    MemoryBenchmark(Path folder) {
        this.folder = folder;
    }

    ReadmeTable table() throws IOException, InterruptedException {
        ReadmeTable table = new ReadmeTable(
                "memory", "memory (RSS) in MB after", "10 runs", "100", "250", "500", "750", "1,000", "seconds");
        row(table, "as it is", "");
        row(table, "`MALLOC_MMAP_THRESHOLD_=1048576`", "1048576");
        return table;
    }

    private void row(ReadmeTable table, String name, String threshold) throws IOException, InterruptedException {
        ProcessBuilder command = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-Dai.djl.offline=true",
                "-Djava.awt.headless=true",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                MemoryRun.class.getName(),
                folder.toString());
        if (threshold.isEmpty()) {
            command.environment().remove(THRESHOLD);
        } else {
            command.environment().put(THRESHOLD, threshold);
        }
        long start = System.nanoTime();
        Process process = command.redirectError(ProcessBuilder.Redirect.DISCARD).start();
        List<String> cells = new ArrayList<>(List.of(name));
        for (String line :
                new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).split("\n", -1)) {
            if (!line.isBlank()) {
                cells.add(line.substring(line.indexOf(' ') + 1));
            }
        }
        if (process.waitFor() != 0) {
            throw new IllegalStateException("the memory run ended with " + process.exitValue());
        }
        cells.add(Long.toString((System.nanoTime() - start) / 1_000_000_000));
        table.row(cells.toArray(String[]::new));
    }
}

package io.cleanplate.benchmark;

import io.cleanplate.newsroom.embedded.EmbeddedServer;
import io.cleanplate.newsroom.embedded.RunningServer;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * {@code /health} under load from one process while another drains the queue. The database is the embedded one in the
 * server's own process, so that the drain's work is done beside the answers.
 */
final class LoadBenchmark {
    private static final int DOCUMENTS = 40_000;
    private static final long IDLE_SECONDS = 4;
    private static final long LONGEST_SECONDS = 120;
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

    private final Path folder;

    LoadBenchmark(Path folder) {
        this.folder = folder;
    }

    ReadmeTable table() throws IOException, InterruptedException {
        ReadmeTable table = new ReadmeTable(
                "load", "meanwhile", "requests", "requests a second", "median, ms", "p99, ms", "slowest, ms");
        Path data = folder.resolve("load");
        EmbeddedServer.erase(data.resolve("newsroom"));
        try (ServedProgram server = new ServedProgram(data, Map.of("ENABLE_AUTO_MARK_JOB", "false"))) {
            RunningServer database =
                    EmbeddedServer.running(data.resolve("newsroom")).orElseThrow();
            try (BenchmarkNewsroom newsroom = new BenchmarkNewsroom("mongodb://" + database.address() + "/news")) {
                newsroom.fill(0, DOCUMENTS);
                row(table, "nothing", server, () -> TimeUnit.SECONDS.sleep(IDLE_SECONDS));
                Process drain = drain(data);
                while (drain.isAlive() && !newsroom.begun()) {
                    LockSupport.parkNanos(PAUSE_NANOS);
                }
                row(table, "a drain", server, () -> await(drain));
            }
        }
        return table;
    }

    /** What goes on while the load is on. */
    @FunctionalInterface
    private interface Meanwhile {
        void pass() throws InterruptedException;
    }

    private static void row(ReadmeTable table, String name, ServedProgram server, Meanwhile meanwhile)
            throws IOException, InterruptedException {
        Process load = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        HealthLoad.class.getName(),
                        server.uri("/health").toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String ready = load.inputReader().readLine();
        try (OutputStream control = load.getOutputStream()) {
            control.write("go\n".getBytes(StandardCharsets.US_ASCII));
            control.flush();
            meanwhile.pass();
        }
        String figures = load.inputReader().readLine();
        if (ready == null || figures == null || load.waitFor() != 0) {
            throw new IllegalStateException("the load failed");
        }
        List<String> cells = new ArrayList<>(List.of(name));
        cells.addAll(List.of(figures.split("\\|", -1)));
        table.row(cells.toArray(String[]::new));
    }

    private static Process drain(Path data) throws IOException {
        ProcessBuilder command = new ProcessBuilder("target/bin/cleanplate", "auto-mark", "--once", "--drain");
        command.environment().put("CLEANPLATE_DATA_DIR", data.toString());
        command.environment().remove("MONGODB_URL");
        return command.redirectErrorStream(true)
                .redirectOutput(data.resolve("drain.log").toFile())
                .start();
    }

    private static void await(Process drain) throws InterruptedException {
        if (!drain.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS) || drain.exitValue() != 0) {
            drain.destroyForcibly();
            throw new IllegalStateException("the drain failed");
        }
    }
}

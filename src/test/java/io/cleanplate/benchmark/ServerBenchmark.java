package io.cleanplate.benchmark;

import static io.cleanplate.benchmark.Figures.format;
import static io.cleanplate.benchmark.Figures.median;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** How soon the packaged server answers, and what memory it holds, with its database in another process. */
final class ServerBenchmark {
    private static final int STARTS = 7;
    private static final int RUNS = 1000;
    private static final Set<Integer> TOLD = Set.of(10, 100, 250, 500, RUNS);
    private static final int ACCEPTED = 202;
    private static final int RUNNING = 409;
    private static final int BATCH = 50;
    private static final int DOCUMENTS = 2000;
    /** So many runs have a whole batch to mark. */
    private static final int RUNS_TO_EMPTY =
            DOCUMENTS * (BenchmarkNewsroom.OTHERS - 1) / BenchmarkNewsroom.OTHERS / BATCH;

    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(2);
    private static final long LONGEST_RUN_NANOS = TimeUnit.SECONDS.toNanos(30);

    private final Path folder;

    ServerBenchmark(Path folder) {
        this.folder = folder;
    }

    ReadmeTable table() throws IOException, InterruptedException {
        ReadmeTable table = new ReadmeTable(
                "server",
                "first 200 after, ms",
                "slowest of " + STARTS,
                "memory (RSS) in MB after the start",
                "10 runs",
                "100",
                "250",
                "500",
                "1,000");
        try (DatabaseProcess database = new DatabaseProcess(folder.resolve("server-database"));
                BenchmarkNewsroom newsroom = new BenchmarkNewsroom(database.address())) {
            newsroom.fill(0, DOCUMENTS);
            Path data = folder.resolve("server");
            Map<String, String> settings =
                    Map.of("MONGODB_URL", database.address(), "AUTO_MARK_BATCH_SIZE", Integer.toString(BATCH));
            double[] millis = new double[STARTS];
            for (int i = 0; i < STARTS; i++) {
                try (ServedProgram server = new ServedProgram(data, settings)) {
                    millis[i] = server.startMillis();
                }
            }
            List<String> cells = new ArrayList<>();
            cells.add(format("%.0f", median(millis)));
            cells.add(format("%.0f", Arrays.stream(millis).max().orElse(0)));
            try (ServedProgram server = new ServedProgram(data, settings)) {
                run(server, newsroom, cells);
            }
            table.row(cells.toArray(String[]::new));
        }
        return table;
    }

    private static void run(ServedProgram server, BenchmarkNewsroom newsroom, List<String> cells)
            throws IOException, InterruptedException {
        if (server.get("/health") != 200) {
            throw new IllegalStateException("the server has no database");
        }
        cells.add(Long.toString(server.megabytes()));
        for (int run = 1; run <= RUNS; run++) {
            begin(server);
            if (TOLD.contains(run)) {
                cells.add(Long.toString(server.megabytes()));
            }
            if (run % RUNS_TO_EMPTY == 0) {
                newsroom.unmark();
            }
        }
    }

    /** Begins a run as soon as the one before has ended, which is when it is accepted. */
    private static void begin(ServedProgram server) throws IOException, InterruptedException {
        long start = System.nanoTime();
        int status = server.post("/api/auto-mark/run");
        while (status == RUNNING && System.nanoTime() - start < LONGEST_RUN_NANOS) {
            LockSupport.parkNanos(PAUSE_NANOS);
            status = server.post("/api/auto-mark/run");
        }
        if (status != ACCEPTED) {
            throw new IllegalStateException("a run was answered with " + status);
        }
    }
}

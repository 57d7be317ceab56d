package io.cleanplate.benchmark;

import static io.cleanplate.benchmark.Figures.format;
import static io.cleanplate.benchmark.Figures.median;

import com.google.gson.JsonArray;
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
        server.get("/health");
        cells.add(Long.toString(server.megabytes()));
        for (int run = 1; run <= RUNS; run++) {
            runOnce(server);
            if (TOLD.contains(run)) {
                cells.add(Long.toString(server.megabytes()));
            }
            if (run % RUNS_TO_EMPTY == 0) {
                newsroom.unmark();
            }
        }
    }

    /** Asks for a run and waits until it has ended. */
    private static void runOnce(ServedProgram server) throws IOException, InterruptedException {
        long id = server.post("/api/auto-mark/run").get("id").getAsLong();
        long start = System.nanoTime();
        while (lastEnded(server) < id) {
            if (System.nanoTime() - start > LONGEST_RUN_NANOS) {
                throw new IllegalStateException("the run " + id + " does not end");
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    private static long lastEnded(ServedProgram server) throws IOException, InterruptedException {
        JsonArray runs = server.get("/api/auto-mark/runs").getAsJsonArray("runs");
        return runs.isEmpty() ? 0 : runs.get(0).getAsJsonObject().get("id").getAsLong();
    }
}

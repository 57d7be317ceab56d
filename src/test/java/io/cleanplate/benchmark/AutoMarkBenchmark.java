package io.cleanplate.benchmark;

import static io.cleanplate.benchmark.Figures.format;
import static io.cleanplate.benchmark.Figures.median;

import io.cleanplate.automark.AutoMarkJob;
import io.cleanplate.automark.AutoMarkSettings;
import io.cleanplate.automark.RunOrder;
import io.cleanplate.automark.Trigger;
import io.cleanplate.newsroom.mongo.DriverMarks;
import io.cleanplate.newsroom.mongo.NamedServer;
import io.cleanplate.task.TaskMonitor;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.function.LongSupplier;

/** A drain of the auto-mark job against the same marks made on the driver, by turns on one server. */
final class AutoMarkBenchmark {
    /** As many as the job takes at once in a drain. */
    private static final int AT_ONCE = 1000;

    private static final int EMBEDDED_PENDING = 2_000;
    private static final int EMBEDDED_ROUNDS = 21;
    private static final int NAMED_PENDING = 50_000;
    private static final int NAMED_ROUNDS = 3;

    private final Path folder;

    AutoMarkBenchmark(Path folder) {
        this.folder = folder;
    }

    ReadmeTable table() throws IOException, InterruptedException {
        ReadmeTable table = new ReadmeTable(
                "automark",
                "server",
                "pending",
                "drain, pictures a second",
                "loop of updates",
                "bulk writes",
                "drain / loop",
                "drain / bulk");
        try (DatabaseProcess database = new DatabaseProcess(folder.resolve("automark"));
                BenchmarkNewsroom newsroom = new BenchmarkNewsroom(database.address())) {
            measure("embedded", newsroom, EMBEDDED_PENDING, EMBEDDED_ROUNDS, table);
        }
        Optional<String> named = NamedServer.address();
        if (named.isEmpty()) {
            table.row(
                    NamedServer.VARIABLE, format("%,d", NAMED_PENDING), "not run: it names no server", "", "", "", "");
            return table;
        }
        try (BenchmarkNewsroom newsroom = new BenchmarkNewsroom(named.get())) {
            measure(NamedServer.VARIABLE, newsroom, NAMED_PENDING, NAMED_ROUNDS, table);
            newsroom.drop();
        }
        return table;
    }

    private static void measure(String server, BenchmarkNewsroom newsroom, int pending, int rounds, ReadmeTable table) {
        // One in ten is another customer's, and stays pending.
        int documents = pending * BenchmarkNewsroom.OTHERS / (BenchmarkNewsroom.OTHERS - 1) + 1;
        newsroom.fill(0, documents);
        AutoMarkJob job = new AutoMarkJob(newsroom.newsroom(), AutoMarkSettings.DEFAULT.batchSize(), Clock.systemUTC());
        RunOrder order = new RunOrder(Trigger.COMMAND, BenchmarkNewsroom.CUSTOMER, true, false);
        DriverMarks driver = new DriverMarks(newsroom.news());
        double[] drain = new double[rounds];
        double[] loop = new double[rounds];
        double[] bulk = new double[rounds];
        double[] againstLoop = new double[rounds];
        double[] againstBulk = new double[rounds];
        for (int round = -(rounds / 2); round < rounds; round++) {
            double drained = aSecond(
                    newsroom,
                    pending,
                    () -> job.run(job.begin(order), TaskMonitor.NONE).counts().marked());
            double bulked = aSecond(newsroom, pending, () -> driver.inBulk(BenchmarkNewsroom.CUSTOMER, AT_ONCE));
            double looped = aSecond(newsroom, pending, () -> driver.oneByOne(BenchmarkNewsroom.CUSTOMER));
            if (round >= 0) {
                drain[round] = drained;
                loop[round] = looped;
                bulk[round] = bulked;
                againstLoop[round] = drained / looped;
                againstBulk[round] = drained / bulked;
            }
        }
        table.row(
                server,
                format("%,d", pending),
                format("%,.0f", median(drain)),
                format("%,.0f", median(loop)),
                format("%,.0f", median(bulk)),
                format("%.1f", median(againstLoop)),
                format("%.0f %%", 100 * median(againstBulk)));
    }

    private static double aSecond(BenchmarkNewsroom newsroom, int pending, LongSupplier marking) {
        newsroom.unmark();
        long start = System.nanoTime();
        long marked = marking.getAsLong();
        double seconds = (System.nanoTime() - start) / 1e9;
        if (marked != pending) {
            throw new IllegalStateException(marked + " of " + pending + " were marked");
        }
        return pending / seconds;
    }
}

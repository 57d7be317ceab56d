package io.cleanplate.benchmark;

import static io.cleanplate.benchmark.Figures.format;
import static io.cleanplate.benchmark.Figures.median;

import io.cleanplate.newsroom.NewsId;
import io.cleanplate.newsroom.QueueFilter;
import io.cleanplate.newsroom.QueueQuery;
import io.cleanplate.newsroom.mongo.NamedServer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Pages of the queue as the collection grows; only on a server with indexes. */
final class QueueBenchmark {
    private static final int[] DOCUMENTS = {10_000, 100_000, 1_000_000};
    private static final int DEPTH = 10_000;
    private static final int PAGE = 100;
    private static final int WARM_UP = 5;
    private static final int ROUNDS = 25;

    ReadmeTable table() {
        ReadmeTable table = new ReadmeTable(
                "queue",
                "documents",
                "one customer: first page, ms",
                "page behind 9,000, ms",
                "all customers: first page, ms",
                "page behind 10,000, ms");
        Optional<String> named = NamedServer.address();
        if (named.isEmpty()) {
            table.row("not run: " + NamedServer.VARIABLE + " names no server", "", "", "", "");
            return table;
        }
        try (BenchmarkNewsroom newsroom = new BenchmarkNewsroom(named.get())) {
            int there = 0;
            for (int documents : DOCUMENTS) {
                newsroom.fill(there, documents);
                there = documents;
                // In the smallest collection this is the last page.
                NewsId deep = BenchmarkNewsroom.id(Math.min(DEPTH, documents - 2 * PAGE) - 1);
                QueueFilter one = QueueFilter.pendingOf(BenchmarkNewsroom.CUSTOMER);
                table.row(
                        format("%,d", documents),
                        millis(newsroom, one, null),
                        millis(newsroom, one, deep),
                        millis(newsroom, QueueFilter.PENDING, null),
                        millis(newsroom, QueueFilter.PENDING, deep));
            }
            newsroom.drop();
        }
        return table;
    }

    private static String millis(BenchmarkNewsroom newsroom, QueueFilter filter, @Nullable NewsId after) {
        double[] millis = new double[ROUNDS];
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            long start = System.nanoTime();
            int found = newsroom.newsroom()
                    .page(new QueueQuery(filter, after, PAGE))
                    .pictures()
                    .size();
            if (found != PAGE) {
                throw new IllegalStateException("a page of " + found);
            }
            if (round >= 0) {
                millis[round] = (System.nanoTime() - start) / 1e6;
            }
        }
        return format("%.1f", median(millis));
    }
}

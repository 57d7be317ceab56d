package io.cleanplate.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Caches that know nothing of each other, as in several processes, on one folder that is too small for all. */
class SharedCacheTest {
    private static final int CACHES = 3;
    private static final int STEPS = 60;

    @TempDir
    Path folder;

    @Test
    void whateverTheOthersDoWhatIsFoundIsWholeAndUnderItsKey() throws Exception {
        List<Future<?>> running = new ArrayList<>();
        try (ExecutorService processes = Executors.newFixedThreadPool(CACHES)) {
            for (int seed = 0; seed < CACHES; seed++) {
                Random random = new Random(seed);
                PictureCache cache = new PictureCache(
                        FetchSettings.defaults(folder, "1").keepingTo(100_000, 6_000), Clock.systemUTC());
                running.add(processes.submit(() -> use(cache, random)));
            }
        }
        for (Future<?> process : running) {
            process.get();
        }
    }

    private static void use(PictureCache cache, Random random) {
        for (int step = 0; step < STEPS; step++) {
            String key = CacheKey.of(new byte[] {(byte) random.nextInt(8)});
            switch (random.nextInt(4)) {
                case 0 -> cache.remove(key);
                case 1 -> cache.put(key, entry(key, random.nextInt(1000)));
                default -> {
                    CacheEntry found = cache.find(key);
                    if (found != null) {
                        assertThat(found.body()).asString().startsWith(key);
                        assertThat(found.body().length).isEqualTo(size(found));
                    }
                }
            }
        }
    }

    /** A body that begins with its key, and says in its note how long it is. */
    private static CacheEntry entry(String key, int more) {
        String body = key + "-".repeat(more);
        Validators validators = new Validators(key, String.valueOf(body.length()), null, true, Duration.ofMinutes(1));
        return new CacheEntry(validators, Instant.EPOCH, body.getBytes(StandardCharsets.US_ASCII));
    }

    private static int size(CacheEntry entry) {
        return Integer.parseInt(String.valueOf(entry.validators().etag()));
    }
}

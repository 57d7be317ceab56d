package io.cleanplate.batch;

import io.cleanplate.batch.CleaningStep.Cleaned;
import io.cleanplate.batch.CleaningStep.LeftAlone;
import io.cleanplate.batch.CleaningStep.Result;
import io.cleanplate.batch.Outcome.Status;
import io.cleanplate.batch.Outcome.Work;
import io.cleanplate.batch.Targets.Claimed;
import io.cleanplate.error.CleanplateException;
import io.cleanplate.error.ErrorCode;
import io.cleanplate.imaging.AtomicFile;
import io.cleanplate.imaging.Encoded;
import io.cleanplate.imaging.Picture;
import io.cleanplate.imaging.PictureReader;
import io.cleanplate.imaging.PictureWriter;
import io.cleanplate.task.TaskMonitor;
import io.cleanplate.task.Threads;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Cleans many pictures, some side by side: while the model works on one, others are decoded and encoded, so that it rarely
 * waits. One bad picture does not stop the others.
 */
public final class BatchCleaner {
    private static final Logger LOG = LoggerFactory.getLogger(BatchCleaner.class);

    private final PictureReader reader;
    private final PictureWriter writer;
    private final CleaningStep step;
    private final AtomicFile files = new AtomicFile();
    private final int sideBySide;

    /**
     * Cleans with these, which stay the caller's.
     *
     * @param sideBySide pictures in memory at a time, at least 1; two more than processor cores keep a model busy
     */
    public BatchCleaner(PictureReader reader, PictureWriter writer, CleaningStep step, int sideBySide) {
        this.reader = reader;
        this.writer = writer;
        this.step = step;
        this.sideBySide = sideBySide;
    }

    /**
     * Cleans them all; blocks until the last is on disk. Pictures for which memory did not suffice side by side are done
     * alone in the end.
     *
     * @param monitor is asked whether to stop: what is in the model is then dropped, what is behind it finished
     * @return what became of each picture, in the job's order
     */
    public List<Outcome> clean(BatchJob job, BatchListener listener, TaskMonitor monitor) {
        Targets targets = new Targets(job, reader, step);
        List<Attempt> attempts = new ArrayList<>();
        for (Source source : job.sources()) {
            attempts.add(new Attempt(source, job, targets, monitor));
        }
        try (ExecutorService pictures = Executors.newFixedThreadPool(sideBySide, Threads.named("picture"))) {
            List<Future<?>> running = new ArrayList<>();
            for (Attempt attempt : attempts) {
                running.add(pictures.submit(() -> attempt.run(listener, sideBySide == 1)));
            }
            running.forEach(BatchCleaner::join);
        }
        return attempts.stream().map(attempt -> attempt.outcome(listener)).toList();
    }

    private static void join(Future<?> running) {
        try {
            running.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while pictures are cleaned", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("cleaning a picture failed outside its guard", e.getCause());
        }
    }

    /** One picture's way; run on one thread, then looked at by the one that started it. */
    private final class Attempt {
        private final Source source;
        private final BatchJob job;
        private final Targets targets;
        private final TaskMonitor monitor;
        private @Nullable Outcome outcome;

        Attempt(Source source, BatchJob job, Targets targets, TaskMonitor monitor) {
            this.source = source;
            this.job = job;
            this.targets = targets;
            this.monitor = monitor;
        }

        /** Goes the way; out of memory it is left undone unless this was the last chance. */
        void run(BatchListener listener, boolean lastChance) {
            try {
                monitor.checkCancelled();
                outcome = clean();
            } catch (RuntimeException | OutOfMemoryError e) {
                if (lastChance || !isOutOfMemory(e)) {
                    outcome = failure(source, e);
                }
            }
            if (outcome != null && outcome.status() != Status.NOT_BEGUN) {
                synchronized (BatchCleaner.this) {
                    listener.finished(outcome);
                }
            }
        }

        /** What became of it; done now if it was left undone. */
        Outcome outcome(BatchListener listener) {
            if (outcome == null) {
                run(listener, true);
            }
            if (outcome == null) {
                throw new IllegalStateException("no outcome after the last chance");
            }
            return outcome;
        }

        private Outcome clean() {
            Claimed claimed = targets.claim(source);
            if (claimed.done()) {
                return new Outcome(source.file(), claimed.target(), Status.SKIPPED, null, List.of(), null);
            }
            long start = System.nanoTime();
            Picture picture = reader.read(source.file());
            double decodeMillis = millisSince(start);
            Result result = step.clean(source, picture, monitor);
            return switch (result) {
                case Cleaned cleaned -> stored(claimed.target(), picture, cleaned, decodeMillis);
                case LeftAlone left ->
                    new Outcome(source.file(), null, Status.LEFT_ALONE, null, picture.notices(), left.why());
            };
        }

        private Outcome stored(Path target, Picture picture, Cleaned cleaned, double decodeMillis) {
            long start = System.nanoTime();
            Encoded encoded = writer.encode(picture.withPixels(cleaned.pixels()), job.encoding());
            double encodeMillis = millisSince(start);
            start = System.nanoTime();
            write(target, encoded.bytes());
            List<String> notices = new ArrayList<>(picture.notices());
            notices.addAll(cleaned.notices());
            notices.addAll(encoded.notices());
            Work work = new Work(
                    cleaned.pixels().width(),
                    cleaned.pixels().height(),
                    cleaned.passes(),
                    cleaned.confidence(),
                    new Work.Millis(decodeMillis, cleaned.inferenceNanos() / 1e6, encodeMillis, millisSince(start)));
            return new Outcome(source.file(), target, Status.DONE, work, notices, null);
        }

        private void write(Path target, byte[] bytes) {
            Path folder = target.toAbsolutePath().getParent();
            if (job.names().folder() && folder != null) {
                files.makeFolder(folder);
            }
            files.write(target, bytes, job.existing() == Existing.OVERWRITE);
        }
    }

    private static double millisSince(long start) {
        return (System.nanoTime() - start) / 1e6;
    }

    private static boolean isOutOfMemory(Throwable thrown) {
        return thrown instanceof OutOfMemoryError || thrown.getCause() instanceof OutOfMemoryError;
    }

    /** What became of a picture whose way ended with this. */
    private static Outcome failure(Source source, Throwable thrown) {
        LOG.debug("{} failed", source.file(), thrown);
        String error = switch (thrown) {
            case CancellationException cancelled -> null;
            case CleanplateException known -> known.getMessage();
            case OutOfMemoryError memory ->
                "There is not enough memory for this picture: give the program more, such as"
                        + " CLEANPLATE_JAVA_OPTS=-Xmx8g.";
            default -> ErrorCode.sentence(thrown);
        };
        Status status = error == null ? Status.NOT_BEGUN : Status.FAILED;
        return new Outcome(source.file(), null, status, null, List.of(), error);
    }
}

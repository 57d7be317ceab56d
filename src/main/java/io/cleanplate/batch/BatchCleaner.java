package io.cleanplate.batch;

import io.cleanplate.batch.Outcome.Status;
import io.cleanplate.batch.Outcome.Work;
import io.cleanplate.batch.Preparation.Prepared;
import io.cleanplate.batch.Preparation.Prepared.Ready;
import io.cleanplate.batch.Preparation.Prepared.Settled;
import io.cleanplate.error.CleanplateException;
import io.cleanplate.error.ErrorCode;
import io.cleanplate.imaging.AtomicFile;
import io.cleanplate.imaging.Encoded;
import io.cleanplate.imaging.PictureReader;
import io.cleanplate.imaging.PictureWriter;
import io.cleanplate.inpaint.InpaintResult;
import io.cleanplate.inpaint.Inpainter;
import io.cleanplate.task.TaskMonitor;
import io.cleanplate.task.Threads;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Cleans many pictures: while one is in the model, the next is decoded and the last encoded, so that the model rarely
 * waits. One bad picture does not stop the others.
 */
public final class BatchCleaner {
    private static final Logger LOG = LoggerFactory.getLogger(BatchCleaner.class);

    /** Pictures that wait decoded before the model, and encoding behind it: more would only cost memory. */
    private static final int AHEAD = 2;

    private final PictureReader reader;
    private final PictureWriter writer;
    private final Inpainter inpainter;
    private final AtomicFile files = new AtomicFile();

    /** Cleans with these, which stay the caller's. */
    public BatchCleaner(PictureReader reader, PictureWriter writer, Inpainter inpainter) {
        this.reader = reader;
        this.writer = writer;
        this.inpainter = inpainter;
    }

    /**
     * Cleans them all; blocks until the last is on disk.
     *
     * @param monitor is asked whether to stop: the picture in the model is then dropped, those behind it are finished
     * @return what became of each picture, in the job's order
     */
    public List<Outcome> clean(BatchJob job, BatchListener listener, TaskMonitor monitor) {
        try (ExecutorService decoder = Executors.newSingleThreadExecutor(Threads.named("decode"));
                ExecutorService encoder = Executors.newSingleThreadExecutor(Threads.named("encode"))) {
            return new Pipeline(job, listener, monitor, decoder, encoder).run();
        }
    }

    private final class Pipeline {
        private final BatchJob job;
        private final BatchListener listener;
        private final TaskMonitor monitor;
        private final ExecutorService decoder;
        private final ExecutorService encoder;
        private final Deque<Future<Prepared>> decoded = new ArrayDeque<>();
        private final List<Future<Outcome>> outcomes = new ArrayList<>();

        Pipeline(
                BatchJob job,
                BatchListener listener,
                TaskMonitor monitor,
                ExecutorService decoder,
                ExecutorService encoder) {
            this.job = job;
            this.listener = listener;
            this.monitor = monitor;
            this.decoder = decoder;
            this.encoder = encoder;
        }

        List<Outcome> run() {
            Preparation preparation = new Preparation(job, reader);
            Iterator<Source> waiting = job.sources().iterator();
            while (outcomes.size() < job.sources().size()) {
                while (waiting.hasNext() && decoded.size() < AHEAD) {
                    Source ahead = waiting.next();
                    decoded.add(decoder.submit(() -> prepare(preparation, ahead)));
                }
                Prepared prepared = get(decoded.remove());
                outcomes.add(
                        switch (prepared) {
                            case Settled settled -> encoder.submit(() -> told(settled.outcome()));
                            case Ready ready -> inpaint(ready);
                        });
                waitForEncoder();
            }
            return outcomes.stream().map(this::get).toList();
        }

        private Prepared prepare(Preparation preparation, Source source) {
            try {
                monitor.checkCancelled();
                return preparation.prepare(source);
            } catch (RuntimeException | OutOfMemoryError e) {
                return new Settled(failure(source, e));
            }
        }

        private Future<Outcome> inpaint(Ready ready) {
            try {
                monitor.checkCancelled();
                long start = System.nanoTime();
                InpaintResult result =
                        inpainter.inpaint(ready.picture().pixels(), ready.mask(), job.inpainting(), monitor);
                double millis = (System.nanoTime() - start) / 1e6;
                return encoder.submit(() -> told(finish(ready, result, millis)));
            } catch (RuntimeException | OutOfMemoryError e) {
                return encoder.submit(() -> told(failure(ready.source(), e)));
            }
        }

        private Outcome finish(Ready ready, InpaintResult result, double inpaintMillis) {
            try {
                return save(ready, result, inpaintMillis);
            } catch (RuntimeException | OutOfMemoryError e) {
                return failure(ready.source(), e);
            }
        }

        private Outcome save(Ready ready, InpaintResult result, double inpaintMillis) {
            long start = System.nanoTime();
            Encoded encoded = writer.encode(ready.picture().withPixels(result.pixels()), job.encoding());
            long encodedAt = System.nanoTime();
            Path target = ready.target();
            Path folder = target.toAbsolutePath().getParent();
            if (job.names().folder() && folder != null) {
                files.makeFolder(folder);
            }
            files.write(target, encoded.bytes(), job.existing() == Existing.OVERWRITE);
            long writtenAt = System.nanoTime();
            List<String> notices = new ArrayList<>(ready.picture().notices());
            notices.addAll(result.notices());
            notices.addAll(encoded.notices());
            double inferenceMillis = result.inferenceNanos() / 1e6;
            Work work = new Work(
                    result.pixels().width(),
                    result.pixels().height(),
                    result.passes(),
                    ready.millis(),
                    inferenceMillis,
                    inpaintMillis - inferenceMillis,
                    (encodedAt - start) / 1e6,
                    (writtenAt - encodedAt) / 1e6);
            return new Outcome(ready.source().file(), target, Status.DONE, work, notices, null);
        }

        private Outcome told(Outcome outcome) {
            if (outcome.status() != Status.NOT_BEGUN) {
                listener.finished(outcome);
            }
            return outcome;
        }

        /** Keeps at most a few results in memory. */
        private void waitForEncoder() {
            if (outcomes.size() >= AHEAD) {
                get(outcomes.get(outcomes.size() - AHEAD));
            }
        }

        private <T> T get(Future<T> future) {
            try {
                return future.get();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CancellationException();
            } catch (ExecutionException e) {
                throw new IllegalStateException("a step of the batch failed outside its guard", e.getCause());
            }
        }
    }

    /** What became of a picture whose step threw this. */
    private static Outcome failure(Source source, Throwable thrown) {
        LOG.debug("{} failed", source.file(), thrown);
        String error = switch (thrown) {
            case CancellationException cancelled -> null;
            case CleanplateException known -> known.getMessage();
            case OutOfMemoryError memory ->
                "There is not enough memory for this picture: start with more, such as"
                        + " CLEANPLATE_JAVA_OPTS=-Xmx8g.";
            default -> ErrorCode.sentence(thrown);
        };
        Status status = error == null ? Status.NOT_BEGUN : Status.FAILED;
        return new Outcome(source.file(), null, status, null, List.of(), error);
    }
}

package io.cleanplate.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Runs all measurements, or those named, and writes their tables into the README. Run in the project's folder. */
final class Benchmarks {
    private static final Path README = Path.of("README.md");

    private static final List<String> ALL = List.of(
            "overhead",
            "planning",
            "batch",
            "memory",
            "quality",
            "watermark",
            "automark",
            "queue",
            "server",
            "load",
            "desktop");

    private Benchmarks() {}

    /** Names: overhead, planning, batch, memory, quality, watermark, automark, queue, server, load, desktop. */
    public static void main(String[] args) throws IOException, InterruptedException {
        List<String> chosen = args.length == 0 ? ALL : List.of(args);
        Path folder = Path.of("target", "benchmark").toAbsolutePath();
        BenchmarkModels models = new BenchmarkModels(folder);
        String machine = Runtime.getRuntime().availableProcessors() + " processor cores, Java " + Runtime.version();
        if (chosen.contains("overhead")) {
            new EngineBenchmark(models)
                    .overhead()
                    .writeInto(
                            README,
                            "Medians of 15 runs by turns, " + machine
                                    + ". Engine: from mask to composed pixels in memory."
                                    + " Bare passes: TorchScript's forward over the same crops, tensors made beforehand.");
        }
        if (chosen.contains("planning")) {
            new EngineBenchmark(models)
                    .planning()
                    .writeInto(
                            README,
                            "A line of 12 separate letters, 50 px high, on 12 MP; medians of 15 runs by turns, "
                                    + machine + ".");
        }
        if (chosen.contains("batch")) {
            new BatchBenchmark(folder)
                    .table()
                    .writeInto(
                            README,
                            "`clean` over 50 JPEGs of 1920 x 1080 in a process of its own, from the first file to the last,"
                                    + " without the time to load the model; " + machine + ".");
        }
        if (chosen.contains("memory")) {
            new MemoryBenchmark(folder)
                    .table()
                    .writeInto(
                            README,
                            "Marks of random sizes, 10 x 10 to 410 x 260, removed from 2 MP with `see-through` in one process"
                                    + " with a Java heap of at most 1 GB; " + machine + ".");
        }
        if (chosen.contains("quality")) {
            new QualityBenchmark(models)
                    .table()
                    .writeInto(
                            README,
                            "Means over the four sample photographs that `see-through` was not trained on (astronaut, coffee,"
                                    + " cat, rocket-launch), inside masks painted 3 px beyond the mark's edges.");
        }
        watermark(chosen, models, machine);
        newsroom(chosen, folder, machine);
        if (chosen.contains("desktop")) {
            new DesktopBenchmark(folder)
                    .table()
                    .writeInto(
                            README,
                            "A view of 1200 x 800 without a display, drawn in software. Moves: 1,000 in one stroke, the work on the"
                                    + " JavaFX thread from the event to the drawn pixels; " + machine + ".");
        }
    }

    private static void watermark(List<String> chosen, BenchmarkModels models, String machine) throws IOException {
        if (chosen.contains("watermark")) {
            try (WatermarkBenchmark benchmark = new WatermarkBenchmark(models)) {
                benchmark
                        .table()
                        .writeInto(
                                README,
                                "A mark of four letters, 26 px high, drawn over crops of the sample photographs; means over 18 pictures"
                                        + " of three sources that were not learned from, inside the mark's pixels, each counted as at most 60 dB.");
                benchmark
                        .times()
                        .writeInto(
                                README,
                                "A mark of three letters, 300 x 110 px, in pictures of 600 x 400; medians; " + machine
                                        + ".");
            }
        }
    }

    private static void newsroom(List<String> chosen, Path folder, String machine)
            throws IOException, InterruptedException {
        if (chosen.contains("automark")) {
            new AutoMarkBenchmark(folder)
                    .table()
                    .writeInto(
                            README,
                            "A drain of the job, one find with one guarded update a picture, and finds with guarded updates in bulks of"
                                    + " 1,000; by turns, medians, ratios taken round by round; " + machine + ".");
        }
        if (chosen.contains("queue")) {
            new QueueBenchmark()
                    .table()
                    .writeInto(README, "Pages of 100 pending pictures; medians of 25; " + machine + ".");
        }
        if (chosen.contains("server")) {
            new ServerBenchmark(folder)
                    .table()
                    .writeInto(
                            README,
                            "`target/bin/cleanplate serve` with its database in another process, from its start to the first 200 of"
                                    + " `/health/live`: median. Then 1,000 runs that mark 50 pictures each; " + machine
                                    + ".");
        }
        if (chosen.contains("load")) {
            new LoadBenchmark(folder)
                    .table()
                    .writeInto(
                            README,
                            "`/health` asked by another process over 8 connections, while a third drains 36,000 pictures from the"
                                    + " server's embedded database; all on " + machine + ".");
        }
    }
}

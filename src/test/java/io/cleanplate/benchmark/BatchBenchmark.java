package io.cleanplate.benchmark;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.cleanplate.benchmark.Scenes.Scene;
import io.cleanplate.imaging.AtomicFile;
import io.cleanplate.imaging.Encoding;
import io.cleanplate.imaging.Format;
import io.cleanplate.imaging.Metadata;
import io.cleanplate.imaging.OutputOptions;
import io.cleanplate.imaging.Picture;
import io.cleanplate.imaging.PictureWriter;
import io.cleanplate.imaging.Pixels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** The packaged program's {@code clean} over 50 pictures of 2 MP, in a process of its own. */
final class BatchBenchmark {
    private static final int PICTURES = 50;

    private final Path folder;

    BatchBenchmark(Path folder) {
        this.folder = folder;
    }

    ReadmeTable table() throws IOException, InterruptedException {
        ReadmeTable table = new ReadmeTable(
                "batch", "mark", "wall, s", "inference, s", "outside inference", "peak memory (RSS), MB");
        Pixels clean = Scenes.mosaic(Scenes.sample("astronaut"), 1920, 1080);
        for (Scene scene : List.of(Scenes.smallMark(clean), Scenes.letterLine(clean))) {
            run(scene, table);
        }
        return table;
    }

    private void run(Scene scene, ReadmeTable table) throws IOException, InterruptedException {
        Path work = Files.createDirectories(folder.resolve(scene.name().replace(' ', '-')));
        Path photos = Files.createDirectories(work.resolve("photos"));
        byte[] photo = encode(scene.marked(), Format.JPEG);
        for (int i = 0; i < PICTURES; i++) {
            new AtomicFile().write(photos.resolve(i + ".jpg"), photo, true);
        }
        Path mask = work.resolve("mask.png");
        Pixels grey = new Pixels(
                scene.mask().width(), scene.mask().height(), 1, 8, scene.mask().toGrey(), null);
        new AtomicFile().write(mask, encode(grey, Format.PNG), true);
        Path report = work.resolve("report.json");
        long peak = clean(photos, mask, work.resolve("cleaned"), report);
        JsonObject json = JsonParser.parseString(Files.readString(report)).getAsJsonObject();
        double wall = Duration.between(
                                Instant.parse(json.get("started").getAsString()),
                                Instant.parse(json.get("finished").getAsString()))
                        .toMillis()
                / 1e3;
        double inference = 0;
        for (JsonElement picture : json.getAsJsonArray("pictures")) {
            inference += picture.getAsJsonObject()
                            .getAsJsonObject("milliseconds")
                            .get("inference")
                            .getAsDouble()
                    / 1e3;
        }
        table.row(
                scene.name(),
                String.format(Locale.ROOT, "%.1f", wall),
                String.format(Locale.ROOT, "%.1f", inference),
                String.format(Locale.ROOT, "%.0f %%", 100 * (wall - inference) / wall),
                Long.toString(peak));
    }

    /** Runs the program and returns the most memory it held, in MB. */
    private long clean(Path photos, Path mask, Path output, Path report) throws IOException, InterruptedException {
        ProcessBuilder command = new ProcessBuilder(
                "target/bin/cleanplate",
                "clean",
                photos.toString(),
                "--mask",
                mask.toString(),
                "--output",
                output.toString(),
                "--model",
                "see-through",
                "--overwrite",
                "--report",
                report.toString());
        command.environment().put("CLEANPLATE_DATA_DIR", folder.toString());
        Process process = command.redirectErrorStream(true)
                .redirectOutput(folder.resolve("clean.log").toFile())
                .start();
        long peak = 0;
        while (!process.waitFor(100, TimeUnit.MILLISECONDS)) {
            peak = Math.max(peak, ProcessMemory.megabytes(process.pid(), "VmHWM"));
        }
        if (process.exitValue() != 0) {
            throw new IllegalStateException(
                    "clean ended with " + process.exitValue() + ", see " + folder + "/clean.log");
        }
        return peak;
    }

    private static byte[] encode(Pixels pixels, Format format) {
        Picture picture = new Picture(pixels, Metadata.NONE, new Encoding(format, null, true), List.of());
        return new PictureWriter()
                .encode(picture, new OutputOptions(format, null))
                .bytes();
    }
}

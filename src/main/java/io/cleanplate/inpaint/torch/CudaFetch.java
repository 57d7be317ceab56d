package io.cleanplate.inpaint.torch;

import io.cleanplate.error.UnavailableException;
import io.cleanplate.task.TaskMonitor;
import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Lets DJL download PyTorch's CUDA build (some gigabytes) in a child process, to be called only after the person agreed.
 * One at a time; the program that waits for it stays offline itself.
 */
public final class CudaFetch {
    private static final long GLANCE_MILLIS = 500;
    private static final String HELP = "a folder with PyTorch " + CudaNatives.VERSION + " for CUDA 12.8 can be named"
            + " with PYTORCH_LIBRARY_PATH instead";

    private final Path cacheFolder;
    private final Path djlFolder;

    /** Downloads into a folder of its own below the program's cache folder. */
    public CudaFetch(Path cacheFolder) {
        this.cacheFolder = cacheFolder.toAbsolutePath();
        this.djlFolder = CudaNatives.fetchCache(this.cacheFolder).resolve("pytorch");
    }

    /**
     * Downloads; returns at once when the libraries are there already.
     *
     * @param monitor told files received of all files, once known
     * @return the folder with the libraries
     * @throws UnavailableException when the download fails; a log stays in the cache folder
     * @throws CancellationException when the monitor says so, or the thread is interrupted
     */
    public Path run(TaskMonitor monitor) {
        CudaNatives before = CudaNatives.locate(null, cacheFolder);
        if (before.folder() != null) {
            return before.folder();
        }
        try {
            Files.createDirectories(djlFolder);
            Path report = Files.createTempFile(djlFolder, "report", ".txt");
            try {
                return run(command(report), report, monitor);
            } finally {
                Files.deleteIfExists(report);
                deleteLeftovers();
            }
        } catch (IOException e) {
            throw new UnavailableException(sentence(FailureText.deepest(e)), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            CancellationException cancelled = new CancellationException("interrupted");
            cancelled.initCause(e);
            throw cancelled;
        }
    }

    /** The child: this program's own class path, DJL's switches in its environment, which overrules all properties. */
    ProcessBuilder command(Path report) {
        String java = System.getProperty("os.name").startsWith("Windows") ? "java.exe" : "java";
        ProcessBuilder builder = new ProcessBuilder(List.of(
                Path.of(System.getProperty("java.home"), "bin", java).toString(),
                "-Xmx256m",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                FetchCudaNatives.class.getName(),
                report.toString(),
                cacheFolder.toString()));
        Map<String, String> environment = builder.environment();
        List.of("DJL_OFFLINE", "PYTORCH_LIBRARY_PATH", "PYTORCH_VERSION", "PYTORCH_PRECXX11", "JAVA_TOOL_OPTIONS")
                .forEach(environment::remove);
        String cache = CudaNatives.fetchCache(cacheFolder).toString();
        environment.put("OPT_OUT_TRACKING", "true");
        environment.put("PYTORCH_FLAVOR", CudaNatives.FLAVOR);
        environment.put("ENGINE_CACHE_DIR", cache);
        environment.put("DJL_CACHE_DIR", cache);
        return builder.redirectErrorStream(true).redirectOutput(log());
    }

    /** Runs the child to its end. */
    Path run(ProcessBuilder command, Path report, TaskMonitor monitor) throws IOException, InterruptedException {
        Process child = command.start();
        try {
            child.getOutputStream().close();
            while (!child.waitFor(GLANCE_MILLIS, TimeUnit.MILLISECONDS)) {
                monitor.checkCancelled();
                tellProgress(monitor);
            }
        } finally {
            child.destroyForcibly().waitFor();
        }
        CudaNatives after = CudaNatives.locate(null, cacheFolder);
        if (child.exitValue() == 0 && after.folder() != null) {
            return after.folder();
        }
        String reason = Files.readString(report).strip();
        throw new UnavailableException(
                sentence(reason.isEmpty() ? "its process ended with " + child.exitValue() + ", see " + log() : reason));
    }

    private void tellProgress(TaskMonitor monitor) throws IOException {
        Path index = djlFolder.resolve(CudaNatives.VERSION + ".txt");
        if (!Files.isRegularFile(index)) {
            return;
        }
        String wanted = CudaNatives.FLAVOR + "/" + CudaNatives.system() + "/";
        long total;
        try (Stream<String> lines = Files.lines(index)) {
            total = lines.filter(line -> line.startsWith(wanted)).count();
        }
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(djlFolder, "tmp*")) {
            for (Path folder : folders) {
                String[] files = folder.toFile().list();
                monitor.progress(files == null ? 0 : files.length, total);
            }
        }
    }

    /** A child that was killed leaves what it had; nothing else writes below this folder. */
    private void deleteLeftovers() throws IOException {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(djlFolder, "tmp*")) {
            for (Path folder : folders) {
                try (Stream<Path> files = Files.list(folder)) {
                    for (Path file : files.toList()) {
                        Files.delete(file);
                    }
                }
                Files.delete(folder);
            }
        }
    }

    private File log() {
        return CudaNatives.fetchCache(cacheFolder).resolve("fetch.log").toFile();
    }

    private static String sentence(String reason) {
        return "PyTorch's CUDA library could not be fetched: " + reason + "; " + HELP + ".";
    }
}

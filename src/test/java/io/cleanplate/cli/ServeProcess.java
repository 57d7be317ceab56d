package io.cleanplate.cli;

import io.cleanplate.Cleanplate;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * {@code cleanplate serve} in a process of its own, with an environment of its own: a data folder, any free port, no
 * display. It is killed after a minute, so that whoever reads from it comes to an end.
 */
final class ServeProcess implements AutoCloseable {
    private static final int LONGEST_SECONDS = 60;
    private static final Pattern ADDRESS = Pattern.compile("Cleanplate serves on (http://127\\.0\\.0\\.1:\\d+): .*");

    private final HttpClient http = HttpClient.newHttpClient();
    private final Process process;
    private final BufferedReader out;
    private final BufferedReader err;
    private final String opening;

    /** Starts it, and returns once it has said where it listens. */
    ServeProcess(Path dataFolder, Stream<String> classPath, Map<String, String> settings) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                // As the jar's manifest has it.
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                String.join(File.pathSeparator, classPath.toList()),
                Cleanplate.class.getName(),
                "serve");
        builder.environment().keySet().retainAll(List.of("PATH", "HOME"));
        builder.environment().put("CLEANPLATE_DATA_DIR", dataFolder.toString());
        builder.environment().put("HTTP_PORT", "0");
        builder.environment().putAll(settings);
        process = builder.start();
        CompletableFuture.delayedExecutor(LONGEST_SECONDS, TimeUnit.SECONDS)
                .execute(process.toHandle()::destroyForcibly);
        out = process.inputReader();
        err = process.errorReader();
        opening = String.valueOf(err.readLine());
    }

    /** The class path's entries without the tests' own, whose settings for the log go before the program's. */
    static Stream<String> classPath() {
        return Pattern.compile(File.pathSeparator, Pattern.LITERAL)
                .splitAsStream(System.getProperty("java.class.path"))
                .filter(entry -> !entry.endsWith("test-classes"));
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(uri(path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> post(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(uri(path))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    /** Reads its log up to a line. */
    void awaitLogged(Predicate<String> wanted) throws IOException {
        List<String> read = new ArrayList<>();
        do {
            String line = out.readLine();
            if (line == null) {
                throw new IOException("the process ended before it logged what was waited for: " + read);
            }
            read.add(line);
        } while (!wanted.test(read.getLast()));
    }

    /**
     * Sends SIGTERM and waits for the end.
     *
     * @param within how long it may take; one that takes longer is killed, and ends with another code than it should
     */
    Ended terminate(long within, TimeUnit unit) throws IOException, InterruptedException {
        // Through the handle: the process's own method closes its output, too.
        process.toHandle().destroy();
        CompletableFuture.delayedExecutor(within, unit).execute(process.toHandle()::destroyForcibly);
        return new Ended(rest(out), rest(err), process.waitFor());
    }

    private static List<String> rest(BufferedReader reader) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            lines.add(line);
        }
        return lines;
    }

    private URI uri(String path) throws IOException {
        Matcher address = ADDRESS.matcher(opening);
        if (!address.matches()) {
            throw new IOException("the process did not start: " + opening + " " + rest(err));
        }
        return URI.create(address.group(1) + path);
    }

    @Override
    public void close() {
        process.destroyForcibly();
        http.close();
    }

    /**
     * How it ended.
     *
     * @param logged the lines on standard output that nobody had read
     * @param complained the lines on standard error after the opening one
     * @param code its exit code
     */
    record Ended(List<String> logged, List<String> complained, int code) {}
}

package io.cleanplate.cli;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The desktop as a session sees it: a process that opens its window and is told to end. */
class DesktopProcessTest {
    private static final int LONGEST_SECONDS = 90;
    private static final Pattern LISTENS = Pattern.compile(".* HTTP listens on (127\\.0\\.0\\.1:\\d+)");
    private static final int SIGTERM = 128 + 15;

    @TempDir
    private Path folder;

    @Test
    void sigtermEndsItWithoutAWordOfComplaint() throws Exception {
        Process process = start();
        try (BufferedReader log = process.errorReader()) {
            assertThat(health(address(log))).contains("\"status\":\"healthy\"");
            // The model is loaded on behalf of the window.
            read(log, Pattern.compile(".* is ready on cpu"));

            process.toHandle().destroy();

            List<String> rest = log.readAllLines();
            assertThat(process.waitFor()).isEqualTo(SIGTERM);
            assertThat(rest).anyMatch(line -> line.endsWith("Stopping, as the system wishes"));
            assertThat(rest).noneMatch(line -> line.contains("WARN") || line.contains("ERROR"));
        } finally {
            process.destroyForcibly();
        }
    }

    private Process start() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-Dglass.platform=Headless",
                "-Dprism.order=sw",
                "-DENGINE_CACHE_DIR=" + System.getProperty("ENGINE_CACHE_DIR"),
                "-cp",
                String.join(File.pathSeparator, ServeProcess.classPath().toList()),
                Cleanplate.class.getName(),
                "desktop");
        builder.environment().keySet().retainAll(List.of("PATH", "HOME"));
        builder.environment().put("CLEANPLATE_DATA_DIR", folder.resolve("data").toString());
        builder.environment().put("XDG_CONFIG_HOME", folder.resolve("config").toString());
        builder.environment().put("HTTP_PORT", "0");
        builder.environment().put("LOG_LEVEL", "INFO");
        Process process = builder.start();
        CompletableFuture.delayedExecutor(LONGEST_SECONDS, TimeUnit.SECONDS)
                .execute(process.toHandle()::destroyForcibly);
        return process;
    }

    private static String address(BufferedReader log) throws IOException {
        return read(log, LISTENS).group(1);
    }

    private static Matcher read(BufferedReader log, Pattern wanted) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line = log.readLine(); line != null; line = log.readLine()) {
            lines.add(line);
            Matcher found = wanted.matcher(line);
            if (found.matches()) {
                return found;
            }
        }
        throw new IOException("the process ended before it logged what was waited for: " + lines);
    }

    private static String health(String address) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://" + address + "/health"))
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
        }
    }
}

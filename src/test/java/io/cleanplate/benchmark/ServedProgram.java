package io.cleanplate.benchmark;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The packaged program's {@code serve} on a free port of the loopback interface, with a data folder of its own. */
final class ServedProgram implements AutoCloseable {
    private static final long LONGEST_START_NANOS = TimeUnit.SECONDS.toNanos(60);
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(1);
    private static final int LONGEST_END_SECONDS = 15;

    private final HttpClient http = HttpClient.newHttpClient();
    private final Process process;
    private final int port;
    private final double startMillis;

    /** Starts it, and returns once {@code /health/live} has answered 200. */
    ServedProgram(Path dataFolder, Map<String, String> settings) throws IOException {
        Files.createDirectories(dataFolder);
        port = freePort();
        ProcessBuilder command = new ProcessBuilder("target/bin/cleanplate", "serve");
        command.environment().put("CLEANPLATE_DATA_DIR", dataFolder.toString());
        command.environment().put("HTTP_PORT", Integer.toString(port));
        command.environment().remove("API_TOKEN");
        command.environment().putAll(settings);
        long start = System.nanoTime();
        process = command.redirectErrorStream(true)
                .redirectOutput(dataFolder.resolve("serve.log").toFile())
                .start();
        while (!alive()) {
            if (!process.isAlive() || System.nanoTime() - start > LONGEST_START_NANOS) {
                process.destroyForcibly();
                throw new IOException("serve did not start, see " + dataFolder.resolve("serve.log"));
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        startMillis = (System.nanoTime() - start) / 1e6;
    }

    /** From the start of the process to the first 200. */
    double startMillis() {
        return startMillis;
    }

    long megabytes() {
        return ProcessMemory.megabytes(process.pid(), "VmRSS");
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    /** The JSON that a GET is answered with. */
    JsonObject get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(uri(path)));
    }

    /** The JSON that a POST is answered with. */
    JsonObject post(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(uri(path)).POST(HttpRequest.BodyPublishers.noBody()));
    }

    private JsonObject send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IOException(answer.uri() + " was answered with " + answer.statusCode() + ": " + answer.body());
        }
        return JsonParser.parseString(answer.body()).getAsJsonObject();
    }

    /** By plain socket: a client's own first request costs more than what is measured here. */
    private boolean alive() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            socket.getOutputStream()
                    .write("GET /health/live HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            InputStream answer = socket.getInputStream();
            return new String(answer.readNBytes("HTTP/1.1 200".length()), StandardCharsets.US_ASCII)
                    .equals("HTTP/1.1 200");
        } catch (IOException notYet) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        http.close();
        process.destroy();
        CompletableFuture.delayedExecutor(LONGEST_END_SECONDS, TimeUnit.SECONDS).execute(process::destroyForcibly);
        process.onExit().join();
    }
}

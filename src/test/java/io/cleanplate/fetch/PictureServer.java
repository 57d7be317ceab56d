package io.cleanplate.fetch;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A publisher's web server, on this machine. */
final class PictureServer implements AutoCloseable {
    static final byte[] PHOTO = photograph();

    /** What was asked for, in order: the path as it came. */
    final List<String> asked = new CopyOnWriteArrayList<>();
    /** The headers of the last request. */
    volatile Map<String, List<String>> lastHeaders = Map.of();

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch end = new CountDownLatch(1);

    PictureServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.start();
    }

    /** Answers at a path and below. */
    PictureServer at(String path, HttpHandler handler) {
        server.createContext(path, exchange -> {
            asked.add(exchange.getRequestURI().toString());
            lastHeaders = Map.copyOf(exchange.getRequestHeaders());
            handler.handle(exchange);
        });
        return this;
    }

    /** A file with a type, as a server that knows its files would send it. */
    static HttpHandler file(byte[] bytes, String... headers) {
        return exchange -> send(exchange, 200, bytes, headers);
    }

    static HttpHandler photo() {
        return file(PHOTO);
    }

    static HttpHandler status(int status, String... headers) {
        return exchange -> send(exchange, status, "<html>no picture</html>".getBytes(StandardCharsets.UTF_8), headers);
    }

    static HttpHandler redirect(String location) {
        return status(302, "Location", location);
    }

    /** Announces a photograph, sends its first bytes, and then neither goes on nor hangs up. */
    HttpHandler stall() {
        return exchange -> {
            exchange.sendResponseHeaders(200, PHOTO.length);
            exchange.getResponseBody().write(PHOTO, 0, 5_000);
            exchange.getResponseBody().flush();
            waitForTheEnd();
        };
    }

    void waitForTheEnd() {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static void send(HttpExchange exchange, int status, byte[] bytes, String... headers) throws IOException {
        try (exchange) {
            for (int i = 0; i < headers.length; i += 2) {
                exchange.getResponseHeaders().set(headers[i], headers[i + 1]);
            }
            boolean bodiless = bytes.length == 0 || status == 304;
            exchange.sendResponseHeaders(status, bodiless ? -1 : bytes.length);
            exchange.getResponseBody().write(bodiless ? new byte[0] : bytes);
        }
    }

    int port() {
        return server.getAddress().getPort();
    }

    String address(String path) {
        return "http://127.0.0.1:" + port() + path;
    }

    @Override
    public void close() {
        end.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private static byte[] photograph() {
        try {
            return Files.readAllBytes(Path.of("assets/samples/cat.jpg"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package io.cleanplate.server;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.cleanplate.automark.AutoMark;
import io.cleanplate.inpaint.device.Gpu;
import io.cleanplate.inpaint.device.Gpus;
import io.cleanplate.newsroom.Newsroom;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A server that listens on a free port of the loopback interface, and clients to it. */
final class Served implements AutoCloseable {
    static final String TOKEN = "s3cret";
    static final String CONFIG = "/api/customers/acme/image-config";
    static final String RUN = "/api/auto-mark/run";
    static final Gpus NO_CARDS = new Gpus(List.of(), "There is no driver.");
    private static final int SOCKET_TIMEOUT_MS = 20_000;

    final FakeNewsroom newsroom = new FakeNewsroom();
    final FakeAutoMark autoMark = new FakeAutoMark();
    final List<String> observed = new CopyOnWriteArrayList<>();
    final HttpServices services;
    final HttpEndpoint endpoint;
    final InetSocketAddress address;
    volatile Gpus gpus = NO_CARDS;
    volatile String device = "cpu";
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    Served(@Nullable String token) {
        this(token, null);
    }

    /** Of another newsroom than the fake. */
    Served(@Nullable String token, @Nullable Newsroom other) {
        HealthFacts facts = new HealthFacts() {
            @Override
            public String model() {
                return "lama";
            }

            @Override
            public String device() {
                return device;
            }

            @Override
            public Gpus gpus() {
                return gpus;
            }

            @Override
            public String version() {
                return "1.2.3";
            }
        };
        AutoMark job = autoMark;
        services = new HttpServices(
                facts,
                other == null ? newsroom.asNewsroom() : other,
                job,
                () -> "pictures_total 7\n",
                (method, route, status, duration) -> observed.add(method + " " + route + " " + status));
        endpoint = new HttpEndpoint(services, token, Clock.fixed(FakeNewsroom.NOW, ZoneOffset.UTC));
        address = endpoint.start("127.0.0.1", 0);
    }

    static Gpu card(int index, String name) {
        return new Gpu(index, name, 0, 0, "1");
    }

    HttpResponse<String> get(String path) {
        return send("GET", path, BodyPublishers.noBody());
    }

    HttpResponse<String> put(String path, String json, String... headers) {
        return send("PUT", path, BodyPublishers.ofString(json), with(headers, "Content-Type", "application/json"));
    }

    HttpResponse<String> post(String path, String... headers) {
        return send("POST", path, BodyPublishers.noBody(), headers);
    }

    HttpResponse<String> send(String method, String path, BodyPublisher body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://" + host() + path))
                .timeout(Duration.ofMillis(SOCKET_TIMEOUT_MS))
                .method(method, body);
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** Sends these bytes as they are, and returns all that comes back until the server closes. */
    String raw(String request) throws IOException {
        try (Socket socket = new Socket(address.getAddress(), address.getPort())) {
            socket.setSoTimeout(SOCKET_TIMEOUT_MS);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (SocketException e) {
            return "cut off";
        }
    }

    /** A request line as it is, with the headers that end the connection. */
    String rawLine(String line, String... headers) throws IOException {
        return raw(line + "\r\nHost: " + host() + "\r\nConnection: close\r\n"
                + String.join("", List.of(headers).stream().map(h -> h + "\r\n").toList()) + "\r\n");
    }

    String host() {
        return "127.0.0.1:" + address.getPort();
    }

    static JsonObject json(HttpResponse<String> response) {
        return JsonParser.parseString(response.body()).getAsJsonObject();
    }

    static String detail(HttpResponse<String> response) {
        return json(response).get("detail").getAsString();
    }

    @Override
    public void close() {
        endpoint.stop(Duration.ofSeconds(5));
        client.close();
    }

    private static String[] with(String[] headers, String name, String value) {
        String[] all = Arrays.copyOf(headers, headers.length + 2);
        all[headers.length] = name;
        all[headers.length + 1] = value;
        return all;
    }
}

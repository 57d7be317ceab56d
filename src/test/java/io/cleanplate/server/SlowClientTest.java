package io.cleanplate.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** In a process of its own, since the limits are fixed when the first server of a process is made. */
class SlowClientTest {
    private static final int SOCKET_TIMEOUT_MS = 30_000;

    private static Process process;
    private static int port;
    private static String limits = "";

    @BeforeAll
    static void start() throws IOException {
        process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dsun.net.httpserver.maxReqTime=1",
                        "-Dsun.net.httpserver.timerMillis=50",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SlowClientTest.class.getName()))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        port = Integer.parseInt(String.valueOf(out.readLine()));
        limits = String.valueOf(out.readLine());
    }

    @AfterAll
    static void stop() {
        process.destroyForcibly();
    }

    /** The process: serves until it is ended. */
    public static void main(String[] arguments) throws IOException {
        Served served = new Served(null);
        System.out.println(served.address.getPort());
        System.out.println(System.getProperty("sun.net.httpserver.maxReqTime") + " "
                + System.getProperty("sun.net.httpserver.maxReqHeaderSize"));
        new InputStreamReader(System.in, StandardCharsets.UTF_8).read();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /hea",
                "GET /health HTTP/1.1\r\nHost: localhost\r\nX-Slow: ",
                "PUT " + Served.CONFIG + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                        + "Content-Length: 100\r\n\r\n{",
                "PUT " + Served.CONFIG + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                        + "Transfer-Encoding: chunked\r\n\r\n5\r\n{"
            })
    void aRequestThatDoesNotComeToItsEndIsDropped(String beginning) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(SOCKET_TIMEOUT_MS);
            OutputStream out = socket.getOutputStream();
            out.write(beginning.getBytes(StandardCharsets.US_ASCII));

            assertThat(readToEnd(socket)).isEmpty();
        }
    }

    @Test
    void aLongPathIsDroppedByALimitThatTheServerSetsItself() throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(SOCKET_TIMEOUT_MS);
            String request = "GET /" + "a".repeat(40_000) + " HTTP/1.1\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));

            assertThat(readToEnd(socket)).isEmpty();
        }
    }

    @Test
    void whatTheCommandLineSaysGoesBeforeTheUsualLimits() {
        assertThat(limits).isEqualTo("1 32768");
    }

    private static byte[] readToEnd(Socket socket) throws IOException {
        try {
            return socket.getInputStream().readAllBytes();
        } catch (SocketException e) {
            return new byte[0];
        }
    }
}

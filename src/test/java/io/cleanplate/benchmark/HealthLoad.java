package io.cleanplate.benchmark;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Asks a server on this machine for its health over a few connections, each one question after the other, in a process of
 * its own. Bounded in time and in questions, whatever its caller does.
 */
final class HealthLoad {
    private static final int CONNECTIONS = 8;
    private static final int WARM_UP = 20_000;
    private static final int MOST_A_CONNECTION = 50_000;
    private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(30);

    private final URI health;
    private final AtomicBoolean stopped = new AtomicBoolean();

    private HealthLoad(URI health) {
        this.health = health;
    }

    /**
     * The address of {@code /health} is the one argument. Says {@code ready}, begins with a line on its input, ends with
     * the input, and prints questions, questions a second, median, 99th percentile and maximum in milliseconds.
     */
    public static void main(String[] args) throws Exception {
        HealthLoad load = new HealthLoad(URI.create(args[0]));
        if (!load.health.getHost().equals("127.0.0.1")) {
            throw new IllegalArgumentException(args[0] + " is not on this machine");
        }
        load.ask(WARM_UP);
        System.out.println("ready");
        if (System.in.read() >= 0) {
            System.out.println(load.measure());
        }
    }

    private String measure() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS)) {
            List<Future<long[]>> asked = new ArrayList<>();
            Callable<long[]> asking = () -> ask(MOST_A_CONNECTION);
            long start = System.nanoTime();
            for (int i = 0; i < CONNECTIONS; i++) {
                asked.add(threads.submit(asking));
            }
            while (System.in.read() >= 0) {
                // Waits for the end of the input.
            }
            stopped.set(true);
            long[] nanos = new long[0];
            for (Future<long[]> connection : asked) {
                long[] more = connection.get();
                int end = nanos.length;
                nanos = Arrays.copyOf(nanos, end + more.length);
                System.arraycopy(more, 0, nanos, end, more.length);
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            Arrays.sort(nanos);
            return String.format(
                    Locale.ROOT,
                    "%,d|%,.0f|%.1f|%.1f|%.1f",
                    nanos.length,
                    nanos.length / seconds,
                    nanos[nanos.length / 2] / 1e6,
                    nanos[(int) (nanos.length * 0.99)] / 1e6,
                    nanos[nanos.length - 1] / 1e6);
        }
    }

    /** Asks until told to stop, and returns how long each answer took. */
    private long[] ask(int most) throws IOException {
        byte[] question = ("GET " + health.getPath() + " HTTP/1.1\r\nHost: 127.0.0.1:" + health.getPort() + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        long[] nanos = new long[most];
        int asked = 0;
        long end = System.nanoTime() + LONGEST_NANOS;
        try (Socket socket = new Socket(health.getHost(), health.getPort())) {
            socket.setTcpNoDelay(true);
            InputStream answers = new BufferedInputStream(socket.getInputStream());
            while (asked < most && !stopped.get() && System.nanoTime() < end) {
                long start = System.nanoTime();
                socket.getOutputStream().write(question);
                read(answers);
                nanos[asked++] = System.nanoTime() - start;
            }
        }
        return Arrays.copyOf(nanos, asked);
    }

    private static void read(InputStream answers) throws IOException {
        String status = line(answers);
        int length = 0;
        for (String header = line(answers); !header.isEmpty(); header = line(answers)) {
            String lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Integer.parseInt(
                        lower.substring("content-length:".length()).strip());
            }
        }
        answers.skipNBytes(length);
        if (!status.startsWith("HTTP/1.1 200")) {
            throw new IOException("health answered " + status);
        }
    }

    private static String line(InputStream answers) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = answers.read(); c != '\n'; c = answers.read()) {
            if (c < 0) {
                throw new IOException("the server closed the connection");
            }
            line.append((char) c);
        }
        return line.toString().strip();
    }
}

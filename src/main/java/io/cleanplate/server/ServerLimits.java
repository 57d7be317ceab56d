package io.cleanplate.server;

import java.util.Map;

/**
 * What the JDK's server allows a client. It reads these as system properties once, when its first class is loaded; what
 * is set on the command line goes before. In seconds, milliseconds or bytes as named.
 */
final class ServerLimits {
    private static final Map<String, String> LIMITS = Map.of(
            // A request, its content included, is there within this time, or its connection is closed: seconds.
            "sun.net.httpserver.maxReqTime", "10",
            // An answer is made and taken within this time: seconds. Counting a large collection takes long.
            "sun.net.httpserver.maxRspTime", "60",
            // A connection on which nothing happens: seconds.
            "sun.net.httpserver.idleInterval", "30",
            // How often idle connections are looked for: milliseconds.
            "sun.net.httpserver.clockTick", "5000",
            // Request line and headers together: bytes.
            "sun.net.httpserver.maxReqHeaderSize", "32768",
            "sun.net.httpserver.maxReqHeaders", "100",
            "jdk.httpserver.maxConnections", "256",
            // Answers are small and written at once: waiting for more to send only delays them.
            "sun.net.httpserver.nodelay", "true");

    private ServerLimits() {}

    /** Sets them, where nobody has. */
    static void apply() {
        LIMITS.forEach((name, value) -> System.getProperties().putIfAbsent(name, value));
    }
}

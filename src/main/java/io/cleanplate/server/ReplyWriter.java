package io.cleanplate.server;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Puts an answer on the wire. */
final class ReplyWriter {
    private ReplyWriter() {}

    /**
     * Sends an answer.
     *
     * @param last whether the connection is closed afterwards
     * @throws IOException when the client went away
     */
    static void send(HttpExchange exchange, Reply reply, boolean last) throws IOException {
        byte[] content = reply.text().getBytes(StandardCharsets.UTF_8);
        Headers headers = exchange.getResponseHeaders();
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        headers.set("Cache-Control", "no-store");
        if (!reply.contentType().isEmpty()) {
            headers.set("Content-Type", reply.contentType());
        }
        reply.headers().forEach(headers::set);
        if (last) {
            headers.set("Connection", "close");
        }
        if (exchange.getRequestMethod().equals("HEAD")) {
            headers.set("Content-Length", Integer.toString(content.length));
            exchange.sendResponseHeaders(reply.status(), -1);
        } else if (content.length == 0) {
            exchange.sendResponseHeaders(reply.status(), -1);
        } else {
            exchange.sendResponseHeaders(reply.status(), content.length);
            exchange.getResponseBody().write(content);
            exchange.getResponseBody().flush();
        }
    }
}

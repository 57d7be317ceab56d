package io.cleanplate.newsroom.mongo;

import java.util.Optional;
import java.util.UUID;

/** The server that {@value #VARIABLE} names, for tests and measurements that want a real one. */
public final class NamedServer {
    /** The environment's variable. */
    public static final String VARIABLE = "CLEANPLATE_TEST_MONGODB_URL";

    private NamedServer() {}

    /** Its address with a database of one's own, to be dropped afterwards; empty when none is named. */
    public static Optional<String> address() {
        return Optional.ofNullable(System.getenv(VARIABLE))
                .filter(address -> !address.isBlank())
                .map(address -> withDatabase(address, "cleanplate_test_" + UUID.randomUUID()));
    }

    /** The address with another database; who it authenticates against stays. */
    private static String withDatabase(String address, String database) {
        int hosts = address.indexOf("://") + 3;
        int slash = address.indexOf('/', hosts);
        int question = address.indexOf('?', hosts);
        String options = question < 0 ? "" : address.substring(question + 1);
        int hostsEnd = slash >= 0 ? slash : question >= 0 ? question : address.length();
        String named = slash < 0 ? "" : address.substring(slash + 1, question < 0 ? address.length() : question);
        if (!named.isEmpty() && !options.contains("authSource") && address.indexOf('@') >= 0) {
            options = options + (options.isEmpty() ? "" : "&") + "authSource=" + named;
        }
        return address.substring(0, hostsEnd) + "/" + database + (options.isEmpty() ? "" : "?" + options);
    }
}

package io.cleanplate.newsroom.embedded;

import io.cleanplate.newsroom.mongo.MongoUrl;

/**
 * A server that has a folder open.
 *
 * @param pid its process
 * @param address where it listens, {@code host:port}, on the loopback interface
 */
public record RunningServer(long pid, String address) {
    /** What to connect to. */
    public MongoUrl url() {
        return MongoUrl.parse("The running newsroom's address", "mongodb://" + address + "/news");
    }
}

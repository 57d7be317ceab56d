package io.cleanplate.newsroom.mongo;

import io.cleanplate.newsroom.embedded.EmbeddedServer;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;

/** The contract on the embedded server. */
class EmbeddedNewsroomContractTest extends NewsroomContract {
    private final EmbeddedServer server;

    EmbeddedNewsroomContractTest(@TempDir Path folder) {
        server = EmbeddedServer.start(folder);
    }

    @Override
    MongoUrl server() {
        return server.url();
    }

    @Override
    boolean explains() {
        return false;
    }

    @AfterAll
    @Override
    void close() {
        super.close();
        server.close();
    }
}

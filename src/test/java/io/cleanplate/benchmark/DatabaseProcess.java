package io.cleanplate.benchmark;

import io.cleanplate.newsroom.embedded.EmbeddedServer;
import java.io.IOException;
import java.nio.file.Path;

/** The embedded database in a process of its own, where it stands for a MongoDB server. */
final class DatabaseProcess implements AutoCloseable {
    private final Process process;
    private final String address;

    /** Starts it on a folder, whatever lay there thrown away. */
    DatabaseProcess(Path folder) throws IOException {
        EmbeddedServer.erase(folder);
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        DatabaseProcess.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String told = process.inputReader().readLine();
        if (told == null) {
            process.destroyForcibly();
            throw new IOException("the database's process did not start");
        }
        address = "mongodb://" + told + "/news";
    }

    /** The database's folder is the one argument; it ends with its input. */
    public static void main(String[] args) throws IOException {
        try (EmbeddedServer server = EmbeddedServer.start(Path.of(args[0]))) {
            System.out.println(server.self().address());
            while (System.in.read() >= 0) {
                // Waits for the end of the input, which comes with the end of whoever started this.
            }
        }
    }

    /** Its connection string. */
    String address() {
        return address;
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}

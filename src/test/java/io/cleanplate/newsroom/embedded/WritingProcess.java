package io.cleanplate.newsroom.embedded;

import java.io.IOException;
import java.nio.file.Path;

/** A process that keeps a newsroom open until its input ends or it is killed. */
final class WritingProcess {
    private WritingProcess() {}

    public static void main(String... arguments) throws IOException {
        try (EmbeddedServer server = EmbeddedServer.start(Path.of(arguments[0]))) {
            System.out.println("ready at " + server.self().address());
            while (System.in.read() >= 0) {
                // Waits for the end of the input.
            }
        }
    }

    /** Starts one on a folder and waits until it is ready. */
    static Process start(Path folder) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        WritingProcess.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String line = process.inputReader().readLine();
        if (line == null || !line.startsWith("ready")) {
            process.destroyForcibly();
            throw new IOException("the process did not start: " + line);
        }
        return process;
    }
}

package io.cleanplate.cleaning;

import java.io.IOException;
import java.nio.file.Path;

/** A process that has an outbox's lock until it is killed. */
final class LockingProcess {
    private LockingProcess() {}

    public static void main(String... arguments) {
        new OutboxLock(Path.of(arguments[0])).alone(() -> {
            System.out.println("locked");
            try {
                return System.in.read();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    /** Starts one and waits until it has the lock. */
    static Process start(Path folder) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LockingProcess.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String line = process.inputReader().readLine();
        if (!"locked".equals(line)) {
            process.destroyForcibly();
            throw new IOException("the process did not lock: " + line);
        }
        return process;
    }
}

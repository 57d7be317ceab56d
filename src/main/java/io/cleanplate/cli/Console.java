package io.cleanplate.cli;

import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a command reads and writes. Thread-safe as print writers are.
 *
 * @param out what a command answers
 * @param err what it says meanwhile: progress, notices, errors
 * @param terminal whether a person watches
 * @param in reads one line from the person; null at the end of the input
 */
record Console(PrintWriter out, PrintWriter err, boolean terminal, LineReader in) {
    /** Reads a line that a person types. */
    @FunctionalInterface
    interface LineReader {
        @Nullable
        String readLine();
    }

    /** The process's own. */
    static Console ofProcess() {
        // Null where nobody watches: what JDK 22 to 24 did otherwise, 25 took back.
        Optional<java.io.Console> person = Optional.ofNullable(System.console()).filter(java.io.Console::isTerminal);
        Charset charset = System.out.charset();
        return new Console(
                new PrintWriter(System.out, true, charset),
                new PrintWriter(System.err, true, charset),
                person.isPresent(),
                () -> person.map(java.io.Console::readLine).orElse(null));
    }
}

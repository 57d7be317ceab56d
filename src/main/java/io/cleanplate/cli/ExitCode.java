package io.cleanplate.cli;

import io.cleanplate.error.CleanplateException;
import io.cleanplate.error.InputException;
import io.cleanplate.error.UnavailableException;
import java.util.concurrent.CancellationException;

/** What the process ends with, and why: the one table of exit codes. */
enum ExitCode {
    /** All was done. */
    DONE(0),
    /** A bug. */
    BUG(1),
    /** What was asked for cannot be done as asked: bad usage or bad input. */
    USAGE(2),
    /** Some pictures failed or were left alone, the others are done. */
    SOME_FAILED(3),
    /** Something outside was missing (disk, memory, network): the same call may succeed later. */
    UNAVAILABLE(4),
    /** Stopped by Ctrl+C. */
    INTERRUPTED(130);

    private final int value;

    ExitCode(int value) {
        this.value = value;
    }

    int value() {
        return value;
    }

    /** The code for what was thrown. */
    static ExitCode of(Throwable thrown) {
        return switch (thrown) {
            case CleanplateException error ->
                switch (error) {
                    case InputException input -> USAGE;
                    case UnavailableException unavailable -> UNAVAILABLE;
                };
            case CancellationException cancelled -> INTERRUPTED;
            default -> BUG;
        };
    }
}

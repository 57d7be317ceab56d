package io.cleanplate.cli;

import io.cleanplate.error.InputException;
import java.util.Locale;

/** A person's word before something is downloaded: typed at a terminal, or given with a flag. */
record Consent(Console console, boolean given) {
    /**
     * Asks unless the word was given.
     *
     * @throws InputException when there is nobody to ask, or they say no
     */
    void require(String question) {
        if (given) {
            return;
        }
        if (!console.terminal()) {
            throw new InputException(question + " Say so with --yes.");
        }
        console.err().print(question + " [y/N] ");
        console.err().flush();
        String answer = console.in().readLine();
        if (answer == null || !answer.strip().toLowerCase(Locale.ROOT).startsWith("y")) {
            throw new InputException("Nothing was downloaded.");
        }
    }
}

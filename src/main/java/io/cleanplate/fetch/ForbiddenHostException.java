package io.cleanplate.fetch;

import java.net.UnknownHostException;

/** A name that leads to an address which nothing is fetched from. The message is the sentence for the person. */
final class ForbiddenHostException extends UnknownHostException {
    private static final long serialVersionUID = 1L;

    ForbiddenHostException(String sentence) {
        super(sentence);
    }
}

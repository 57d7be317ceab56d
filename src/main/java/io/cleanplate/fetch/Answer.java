package io.cleanplate.fetch;

import org.jspecify.annotations.Nullable;

/** What the other side gave for a picture. Not changed once made. */
final class Answer {
    private final Validators validators;
    private final byte @Nullable [] body;

    private Answer(Validators validators, byte @Nullable [] body) {
        this.validators = validators;
        this.body = body;
    }

    /** The picture that is known already is still the right one. */
    static Answer notModified(Validators validators) {
        return new Answer(validators, null);
    }

    static Answer of(Validators validators, byte[] body) {
        return new Answer(validators, body);
    }

    Validators validators() {
        return validators;
    }

    /** The picture's bytes; null when the known ones are still right. */
    byte @Nullable [] body() {
        return body;
    }
}

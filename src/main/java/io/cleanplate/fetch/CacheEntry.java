package io.cleanplate.fetch;

import java.time.Instant;

/** A picture that the cache holds, whole and as it was put there. Not changed once made. */
final class CacheEntry {
    private final Validators validators;
    private final Instant checked;
    private final byte[] body;

    CacheEntry(Validators validators, Instant checked, byte[] body) {
        this.validators = validators;
        this.checked = checked;
        this.body = body;
    }

    Validators validators() {
        return validators;
    }

    /** When the other side last said that it is right. */
    Instant checked() {
        return checked;
    }

    byte[] body() {
        return body;
    }

    /** Whether it is right without asking again. A time in the future tells nothing: the clock was set back. */
    boolean fresh(Instant now) {
        return !checked.isAfter(now) && now.isBefore(checked.plus(validators.fresh()));
    }
}

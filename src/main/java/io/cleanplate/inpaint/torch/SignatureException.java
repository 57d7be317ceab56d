package io.cleanplate.inpaint.torch;

/** A network answered something else than its signature promises; the message says what. */
final class SignatureException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SignatureException(String message) {
        super(message);
    }
}

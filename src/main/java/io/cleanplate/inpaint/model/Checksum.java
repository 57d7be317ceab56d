package io.cleanplate.inpaint.model;

import io.cleanplate.error.InputException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/**
 * What a file's bytes must add up to.
 *
 * @param kind how it is computed
 * @param hex the sum in lower-case hexadecimal digits
 */
public record Checksum(Kind kind, String hex) {
    /** The kinds in use. MD5 is no guard against forgery, but it is what the publisher of LaMa's file gives. */
    public enum Kind {
        MD5("MD5", 32),
        SHA256("SHA-256", 64);

        private final String algorithm;
        private final int digits;

        Kind(String algorithm, int digits) {
            this.algorithm = algorithm;
            this.digits = digits;
        }

        /** A fresh digest of this kind. */
        public MessageDigest digest() {
            try {
                return MessageDigest.getInstance(algorithm);
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("Java always has " + algorithm, e);
            }
        }

        @Override
        public String toString() {
            return algorithm;
        }
    }

    /**
     * Takes digits in any case.
     *
     * @throws InputException when they are not as many hexadecimal digits as the kind has
     */
    public Checksum {
        hex = hex.strip().toLowerCase(Locale.ROOT);
        if (hex.length() != kind.digits || !hex.matches("[0-9a-f]+")) {
            throw new InputException("\"" + hex + "\" is no " + kind + " sum; it has " + kind.digits
                    + " hexadecimal digits, as md5sum or sha256sum shows them.");
        }
    }

    /** The sum that a digest has come to; resets the digest. */
    public static Checksum of(Kind kind, MessageDigest digest) {
        return new Checksum(kind, HexFormat.of().formatHex(digest.digest()));
    }

    /**
     * The sum of this kind over a whole file; reads it once.
     *
     * @throws IOException when the file cannot be read
     */
    public Checksum ofFile(Path file) throws IOException {
        MessageDigest digest = kind.digest();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return of(kind, digest);
    }

    @Override
    public String toString() {
        return kind + " " + hex;
    }
}

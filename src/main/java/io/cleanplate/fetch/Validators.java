package io.cleanplate.fetch;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpMessage;
import org.jspecify.annotations.Nullable;

/**
 * What an answer says of keeping its picture (RFC 9111, the part that matters to a private cache).
 *
 * @param address key of the address that answered, at the end of all redirects
 * @param etag names this version of the picture, or null
 * @param lastModified as the other side wrote it, or null
 * @param storable whether it may be kept at all
 * @param fresh how long it is right without asking again
 */
record Validators(
        String address, @Nullable String etag, @Nullable String lastModified, boolean storable, Duration fresh) {
    /** A picture that is looked at, left and opened again is not asked for twice. */
    private static final Duration FRESH_IF_UNSAID = Duration.ofMinutes(10);

    /** Some sites say a year: a picture that was replaced all the same is seen the day after. */
    static final Duration LONGEST_FRESH = Duration.ofDays(1);

    private static final Pattern NO_STORE = Pattern.compile("(^|[,\\s])no-store($|[,\\s])");
    private static final Pattern NO_CACHE = Pattern.compile("(^|[,\\s])no-cache($|[,\\s=])");
    private static final Pattern MAX_AGE = Pattern.compile("(^|[,\\s])max-age=\"?(\\d{1,9})");

    static Validators of(String address, HttpMessage answer) {
        String control =
                String.valueOf(first(answer, HttpHeaders.CACHE_CONTROL)).toLowerCase(Locale.ROOT);
        return new Validators(
                address,
                first(answer, HttpHeaders.ETAG),
                first(answer, HttpHeaders.LAST_MODIFIED),
                !NO_STORE.matcher(control).find(),
                fresh(control));
    }

    /** These, with what they leave out taken from an earlier answer: one without a picture need not repeat it. */
    Validators orElse(@Nullable String otherEtag, @Nullable String otherLastModified) {
        return new Validators(
                address,
                etag == null ? otherEtag : etag,
                lastModified == null ? otherLastModified : lastModified,
                storable,
                fresh);
    }

    private static Duration fresh(String control) {
        if (NO_CACHE.matcher(control).find()) {
            return Duration.ZERO;
        }
        Matcher maxAge = MAX_AGE.matcher(control);
        if (!maxAge.find()) {
            return FRESH_IF_UNSAID;
        }
        Duration said = Duration.ofSeconds(Long.parseLong(maxAge.group(2)));
        return said.compareTo(LONGEST_FRESH) < 0 ? said : LONGEST_FRESH;
    }

    private static @Nullable String first(HttpMessage answer, String name) {
        Header header = answer.getFirstHeader(name);
        return header == null || header.getValue() == null || header.getValue().isBlank() ? null : header.getValue();
    }
}

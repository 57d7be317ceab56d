package io.cleanplate.fetch;

import io.cleanplate.error.InputException;
import java.net.IDN;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An http or https address in one spelling. Read as browsers do (WHATWG URL), since editors copied it from one: spaces
 * and letters of all languages may stand in it as they are.
 *
 * @param scheme {@code http} or {@code https}
 * @param host in ASCII and lower case; an IPv6 address without brackets
 * @param port -1 for the scheme's own
 * @param path with the query, percent-encoded, begins with a slash
 */
record PictureAddress(String scheme, String host, int port, String path) {
    private static final int LONGEST = 8000;
    private static final int LAST_PORT = 65_535;
    private static final Pattern WITH_SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*):(.*)", Pattern.DOTALL);
    private static final Pattern HIERARCHY = Pattern.compile("//([^/?#\\\\]*)([^#]*)(#.*)?", Pattern.DOTALL);
    private static final Pattern AUTHORITY = Pattern.compile("(\\[[0-9A-Fa-f:.]+]|[^:\\[\\]]+)(?::(\\d{0,5}))?");
    private static final Pattern HOST = Pattern.compile("[a-z0-9_][a-z0-9_.-]*");
    private static final Pattern KEPT = Pattern.compile("[A-Za-z0-9._~!$&'()*+,;=:@/?-]");
    private static final Pattern ESCAPE = Pattern.compile("%[0-9A-Fa-f]{2}");

    /**
     * Reads an address; a fragment is dropped.
     *
     * @throws InputException when no picture can be fetched by it: says why
     */
    static PictureAddress parse(String text) {
        String address = text.strip();
        if (address.isEmpty()) {
            throw new InputException("The story names no address of a picture.");
        }
        if (address.length() > LONGEST) {
            throw new InputException("The address of the picture has " + address.length() + " characters; at most "
                    + LONGEST + " are read.");
        }
        String shown = ShownAddress.of(address);
        if (address.startsWith("//")) {
            throw new InputException("The address " + shown + " does not say http or https: it must begin with https://"
                    + " or http://.");
        }
        Matcher parts = WITH_SCHEME.matcher(address);
        if (!parts.matches()) {
            throw new InputException(
                    "The address " + shown + " is not a whole one: it must begin with https:// or http://.");
        }
        String scheme = parts.group(1).toLowerCase(Locale.ROOT);
        if (scheme.equals("data")) {
            throw new InputException("The address holds the picture itself (data:) in place of where it is, which is"
                    + " not read: it must begin with https:// or http://.");
        }
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw new InputException(
                    "The address " + shown + " cannot be fetched: it must begin with https:// or http://.");
        }
        return ofParts(scheme, parts.group(2), shown);
    }

    private static PictureAddress ofParts(String scheme, String rest, String shown) {
        Matcher parts = HIERARCHY.matcher(rest);
        if (!parts.matches()) {
            throw new InputException("The address " + shown + " names no host.");
        }
        if (parts.group(1).contains("@")) {
            throw new InputException("The address " + shown
                    + " holds a name or password, which is not sent to anybody: take out what stands before the @.");
        }
        Matcher authority = AUTHORITY.matcher(parts.group(1));
        String host = authority.matches() ? host(authority.group(1)) : null;
        if (host == null) {
            throw new InputException("The address " + shown + " names no host that can be asked.");
        }
        int port =
                authority.group(2) == null || authority.group(2).isEmpty() ? -1 : Integer.parseInt(authority.group(2));
        if (port == 0 || port > LAST_PORT) {
            throw new InputException("The address " + shown + " names the port " + port + ", which does not exist.");
        }
        String path = encoded(parts.group(2));
        return new PictureAddress(
                scheme,
                host,
                port == (scheme.equals("https") ? 443 : 80) ? -1 : port,
                path.startsWith("/") ? path : "/" + path);
    }

    private static @Nullable String host(String text) {
        if (text.startsWith("[")) {
            return Network.parse(text).isPresent()
                    ? text.substring(1, text.length() - 1).toLowerCase(Locale.ROOT)
                    : null;
        }
        try {
            // Checked after the mapping: it turns some single characters into several, a slash among them.
            String ascii = IDN.toASCII(text).toLowerCase(Locale.ROOT);
            return HOST.matcher(ascii).matches() ? ascii : null;
        } catch (IllegalArgumentException notAName) {
            return null;
        }
    }

    private static String encoded(String text) {
        StringBuilder result = new StringBuilder();
        text.codePoints().forEach(point -> {
            String character = Character.toString(point);
            if (character.equals("%") || KEPT.matcher(character).matches()) {
                result.append(character);
            } else {
                for (byte b : character.getBytes(StandardCharsets.UTF_8)) {
                    result.append('%').append(String.format(Locale.ROOT, "%02X", b));
                }
            }
        });
        for (int at = result.indexOf("%"); at >= 0; at = result.indexOf("%", at + 1)) {
            if (!ESCAPE.matcher(result.substring(at, Math.min(at + 3, result.length())))
                    .matches()) {
                result.insert(at + 1, "25");
            }
        }
        return result.toString();
    }

    /**
     * Where a redirect leads from here.
     *
     * @param location absolute, or relative to this address
     * @throws InputException when it cannot be fetched, or is not secured and this address is: a picture goes to print,
     *     and an address that promises that nobody changed it on its way must keep to that
     */
    PictureAddress follow(String location) {
        PictureAddress next = parse(absolute(location.strip()));
        if (scheme.equals("https") && next.scheme.equals("http")) {
            throw new InputException("The address " + next + " is not secured, unlike the one that leads there.");
        }
        return next;
    }

    private String absolute(String location) {
        if (WITH_SCHEME.matcher(location).matches()) {
            return location;
        }
        if (location.startsWith("//")) {
            return scheme + ":" + location;
        }
        if (location.startsWith("/")) {
            return origin() + location;
        }
        if (location.startsWith("?")) {
            return origin() + pathAlone() + location;
        }
        try {
            String relative = encoded(location.replaceFirst("#.*", ""));
            return URI.create(origin() + pathAlone()).resolve(relative).toString();
        } catch (IllegalArgumentException e) {
            throw new InputException("The address " + ShownAddress.of(location) + " names no place.", e);
        }
    }

    /** Unique to this address. */
    String text() {
        return origin() + path;
    }

    /** For people: without what may be secret, and not too long. */
    @Override
    public String toString() {
        return ShownAddress.of(text());
    }

    private String origin() {
        return scheme + "://" + (host.contains(":") ? "[" + host + "]" : host) + (port < 0 ? "" : ":" + port);
    }

    private String pathAlone() {
        int query = path.indexOf('?');
        return query < 0 ? path : path.substring(0, query);
    }
}

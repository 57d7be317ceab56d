package io.cleanplate.fetch;

import java.util.regex.Pattern;

/** An address as messages and logs show it. */
final class ShownAddress {
    private static final int LONGEST = 120;
    private static final int END = 50;
    private static final Pattern SECOND_PART = Pattern.compile("[?#].*", Pattern.DOTALL);
    private static final Pattern USER = Pattern.compile("(//)[^/]*@");
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{C}\\p{Z}&&[^ ]]");

    private ShownAddress() {}

    /**
     * Without the query, which often holds a key, and without name and password; a long one keeps its beginning, which
     * names the host, and its end, which names the file.
     */
    static String of(String address) {
        String plain = INVISIBLE
                .matcher(SECOND_PART.matcher(address).replaceFirst("?..."))
                .replaceAll("");
        String safe = USER.matcher(plain).replaceFirst("$1...@");
        if (safe.length() <= LONGEST) {
            return safe;
        }
        return safe.substring(0, LONGEST - END) + "..." + safe.substring(safe.length() - END);
    }
}

package io.cleanplate.desktop.settings;

/** Shows an address without what is secret in it. */
final class SecretAddress {
    private static final String SECRET = "\u2022\u2022\u2022@";

    private SecretAddress() {}

    /** Scheme, hosts and database; name, password and options stay hidden. */
    static String shown(String url) {
        int scheme = url.indexOf("://");
        if (scheme < 0) {
            return SECRET;
        }
        // The last one: a password that was not encoded may hold others.
        int at = url.lastIndexOf('@');
        String rest = url.substring(at < 0 ? scheme + 3 : at + 1);
        int options = rest.indexOf('?');
        return url.substring(0, scheme + 3)
                + (at < 0 ? "" : SECRET)
                + (options < 0 ? rest : rest.substring(0, options));
    }
}

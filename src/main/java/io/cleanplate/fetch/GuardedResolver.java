package io.cleanplate.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Looks up names for the HTTP client, which connects to the very addresses returned here: a name that leads elsewhere
 * when it is asked again (DNS rebinding) gains nothing. Thread-safe when its lookup is.
 */
final class GuardedResolver implements DnsResolver {
    /** A name service. */
    @FunctionalInterface
    interface Lookup {
        InetAddress[] addresses(String host) throws UnknownHostException;
    }

    private final Lookup lookup;
    private final AddressGuard guard;

    GuardedResolver(Lookup lookup, AddressGuard guard) {
        this.lookup = lookup;
        this.guard = guard;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] addresses = lookup.addresses(host);
        // One forbidden address among them is enough: an honest name does not lead inside and outside at once.
        for (InetAddress address : addresses) {
            guard.check(host, address);
        }
        return addresses;
    }

    /** Wanted for Kerberos alone, which is not spoken here. */
    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }
}

package io.cleanplate.fetch;

import io.cleanplate.error.InputException;
import java.net.IDN;
import java.net.InetAddress;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The hosts inside this network that pictures may be fetched from all the same. Immutable. */
public final class AllowedHosts {
    /** The variable that names them. */
    public static final String VARIABLE = "FETCH_ALLOW_HOSTS";

    /** No host inside this network. */
    public static final AllowedHosts NONE = new AllowedHosts(Set.of(), Set.of(), Set.of());

    private static final String BELOW = "*.";
    private static final Pattern NAME =
            Pattern.compile("[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?(\\.[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?)*");
    private static final Pattern NUMBER_AT_THE_END = Pattern.compile("(.*\\.)?(\\d+|0x[0-9a-f]*)");

    private final Set<String> names;
    private final Set<String> domains;
    private final Set<Network> networks;

    private AllowedHosts(Set<String> names, Set<String> domains, Set<Network> networks) {
        this.names = Set.copyOf(names);
        this.domains = Set.copyOf(domains);
        this.networks = Set.copyOf(networks);
    }

    /**
     * Reads host names, IP addresses and networks, separated by commas or spaces; {@code *.example.org} stands for every
     * host below {@code example.org}, but not for that one.
     *
     * @param where the variable or flag it came from, for the message
     * @param value null or blank for none
     * @throws InputException when it cannot be used: names the variable, the value and what is accepted
     */
    public static AllowedHosts parse(String where, @Nullable String value) {
        Set<String> names = new HashSet<>();
        Set<String> domains = new HashSet<>();
        Set<Network> networks = new LinkedHashSet<>();
        for (String entry : (value == null ? "" : value).split("[,\\s]+", -1)) {
            if (entry.isEmpty()) {
                continue;
            }
            Optional<Network> network = Network.parse(entry);
            if (network.isPresent()) {
                networks.add(network.get());
            } else if (entry.startsWith(BELOW)) {
                domains.add("." + name(where, entry, entry.substring(BELOW.length())));
            } else {
                names.add(name(where, entry, entry));
            }
        }
        return new AllowedHosts(names, domains, networks);
    }

    /** Whether a host is allowed by its name, wherever the name leads. */
    boolean name(String host) {
        String name = canonical(host);
        return names.contains(name) || domains.stream().anyMatch(name::endsWith);
    }

    /** Whether an address is allowed, whatever it is called. */
    boolean address(InetAddress address) {
        return networks.stream().anyMatch(network -> network.contains(address));
    }

    private static String name(String where, String entry, String text) {
        try {
            String name = IDN.toASCII(canonical(text));
            if (NAME.matcher(name).matches() && !NUMBER_AT_THE_END.matcher(name).matches()) {
                return name;
            }
        } catch (IllegalArgumentException e) {
            throw new InputException(refusal(where, entry), e);
        }
        throw new InputException(refusal(where, entry));
    }

    private static String refusal(String where, String entry) {
        return where + " names '" + entry + "': accepted are host names such as pictures.example.org or"
                + " *.example.org, IP addresses and networks such as 10.1.0.0/16 or fd00::/8, without port or path,"
                + " separated by commas or spaces.";
    }

    private static String canonical(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    }
}

package io.cleanplate.server;

import io.cleanplate.error.UnavailableException;
import io.cleanplate.newsroom.AutoMarkRules;
import io.cleanplate.newsroom.CustomerFigures;
import io.cleanplate.newsroom.CustomerSettings;
import io.cleanplate.newsroom.Newsroom;
import io.cleanplate.newsroom.PictureState;
import io.cleanplate.newsroom.SettingsChange;
import io.cleanplate.newsroom.StateCounts;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/** Customers in memory: acme and globex have pictures, acme has settings. What the server must not touch fails. */
final class FakeNewsroom {
    static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    final Map<String, CustomerSettings> settings = new ConcurrentSkipListMap<>();
    final List<SettingsChange> saved = new CopyOnWriteArrayList<>();
    volatile Supplier<Boolean> connected = () -> true;
    volatile boolean away;
    volatile Runnable onFigures = () -> {};

    FakeNewsroom() {
        settings.put("acme", new CustomerSettings("acme", true, AutoMarkRules.ALL, NOW, NOW, "eva"));
    }

    /** This as the port, of which only what the server uses is there. */
    Newsroom asNewsroom() {
        return (Newsroom) Proxy.newProxyInstance(
                Newsroom.class.getClassLoader(), new Class<?>[] {Newsroom.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("connected")) {
                        return connected.get();
                    }
                    if (away) {
                        throw new UnavailableException("The database db:27017/news does not answer.");
                    }
                    return switch (method.getName()) {
                        case "customers" -> List.of("acme", "globex");
                        case "allSettings" -> List.copyOf(settings.values());
                        case "settings" -> settings(arguments[0].toString());
                        case "save" -> save((SettingsChange) arguments[0]);
                        case "figures" -> figures();
                        default -> throw new IllegalStateException("the server must not call " + method);
                    };
                });
    }

    private CustomerSettings settings(String customer) {
        return settings.getOrDefault(customer, CustomerSettings.byHand(customer));
    }

    private CustomerSettings save(SettingsChange change) {
        saved.add(change);
        CustomerSettings before = settings(change.customer());
        CustomerSettings after = new CustomerSettings(
                change.customer(),
                Objects.requireNonNullElse(change.autoMarkCleaned(), before.autoMarkCleaned()),
                Objects.requireNonNullElse(change.rules(), before.rules()),
                Objects.requireNonNullElse(before.createdAt(), NOW),
                NOW,
                change.by());
        settings.put(change.customer(), after);
        return after;
    }

    private List<CustomerFigures> figures() {
        onFigures.run();
        Map<PictureState, Long> counts = new TreeMap<>(Map.of(
                PictureState.CLEANED, 3L,
                PictureState.AUTO_MARKED, 4L,
                PictureState.SKIPPED, 1L,
                PictureState.PENDING, 2L));
        return List.of(new CustomerFigures(new StateCounts("acme", counts), NOW, 5, 6));
    }
}

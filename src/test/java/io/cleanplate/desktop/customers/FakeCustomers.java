package io.cleanplate.desktop.customers;

import io.cleanplate.error.UnavailableException;
import io.cleanplate.newsroom.CustomerFigures;
import io.cleanplate.newsroom.CustomerRegistry;
import io.cleanplate.newsroom.CustomerSettings;
import io.cleanplate.newsroom.NewsroomFigures;
import io.cleanplate.newsroom.PictureState;
import io.cleanplate.newsroom.SettingsChange;
import io.cleanplate.newsroom.StateCounts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Customers in memory, which can be away. */
final class FakeCustomers implements CustomerRegistry, NewsroomFigures {
    /** What time it is. */
    static final Instant NOW = Instant.parse("2026-03-04T12:00:00Z");

    private final Map<String, CustomerSettings> settings = new HashMap<>();
    private final List<StateCounts> counts = new ArrayList<>();
    private final List<SettingsChange> saved = new ArrayList<>();
    private boolean away;

    FakeCustomers() {
        counts.add(new StateCounts(
                "coast-tv", Map.of(PictureState.PENDING, 5L, PictureState.CLEANED, 10L, PictureState.SKIPPED, 1L)));
        counts.add(new StateCounts("valley-radio", Map.of(PictureState.PENDING, 12L, PictureState.AUTO_MARKED, 300L)));
    }

    /** Whether the database does not answer. */
    void away(boolean now) {
        away = now;
    }

    /** What was asked to be saved. */
    List<SettingsChange> saved() {
        return saved;
    }

    @Override
    public List<String> customers() {
        answer();
        return List.of("city-paper", "coast-tv", "valley-radio");
    }

    @Override
    public List<CustomerSettings> allSettings() {
        answer();
        return List.copyOf(settings.values());
    }

    @Override
    public CustomerSettings settings(String customer) {
        answer();
        return settings.getOrDefault(customer, CustomerSettings.byHand(customer));
    }

    @Override
    public CustomerSettings save(SettingsChange change) {
        answer();
        saved.add(change);
        CustomerSettings was = settings(change.customer());
        CustomerSettings is = new CustomerSettings(
                change.customer(),
                Optional.ofNullable(change.autoMarkCleaned()).orElse(was.autoMarkCleaned()),
                Optional.ofNullable(change.rules()).orElse(was.rules()),
                Optional.ofNullable(was.createdAt()).orElse(NOW),
                NOW,
                change.by());
        settings.put(change.customer(), is);
        return is;
    }

    /** Settings that somebody saved before. */
    void put(CustomerSettings before) {
        settings.put(before.customer(), before);
    }

    @Override
    public long pending(String customer) {
        answer();
        return counts.stream()
                .filter(of -> of.customer().equals(customer))
                .mapToLong(of -> of.in(PictureState.PENDING))
                .sum();
    }

    @Override
    public List<StateCounts> counts() {
        answer();
        return List.copyOf(counts);
    }

    @Override
    public List<CustomerFigures> figures() {
        throw new UnsupportedOperationException();
    }

    private void answer() {
        if (away) {
            throw new UnavailableException("The database does not answer.");
        }
    }
}

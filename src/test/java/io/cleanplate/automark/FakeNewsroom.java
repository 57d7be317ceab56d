package io.cleanplate.automark;

import io.cleanplate.error.UnavailableException;
import io.cleanplate.newsroom.AutoMarkBatch;
import io.cleanplate.newsroom.AutoMarkQuery;
import io.cleanplate.newsroom.AutoMarkResult;
import io.cleanplate.newsroom.AutoMarkRules;
import io.cleanplate.newsroom.CleanedPicture;
import io.cleanplate.newsroom.CustomerFigures;
import io.cleanplate.newsroom.CustomerSettings;
import io.cleanplate.newsroom.MarkOutcome;
import io.cleanplate.newsroom.NewsId;
import io.cleanplate.newsroom.NewsImage;
import io.cleanplate.newsroom.Newsroom;
import io.cleanplate.newsroom.PictureRef;
import io.cleanplate.newsroom.QueuePage;
import io.cleanplate.newsroom.QueueQuery;
import io.cleanplate.newsroom.SettingsChange;
import io.cleanplate.newsroom.StateCounts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A newsroom in memory, as far as the job needs one, which fails as told. */
final class FakeNewsroom implements Newsroom {
    final TreeMap<String, CustomerSettings> settings = new TreeMap<>();
    final TreeMap<String, TreeSet<NewsId>> pending = new TreeMap<>();
    final List<NewsId> marked = new ArrayList<>();
    final List<AutoMarkQuery> queries = new ArrayList<>();
    final Set<String> broken = new HashSet<>();
    final Set<NewsId> refused = new HashSet<>();
    List<CustomerFigures> figures = List.of();
    Runnable beforeMarking = () -> {};
    Runnable beforeSettings = () -> {};
    boolean away;

    void customer(String customer, boolean autoMark, int pictures) {
        settings.put(customer, new CustomerSettings(customer, autoMark, AutoMarkRules.ALL, null, null, null));
        TreeSet<NewsId> ids = new TreeSet<>();
        for (int i = 0; i < pictures; i++) {
            ids.add(NewsId.ofString(customer + "-" + (10_000 + i)));
        }
        pending.put(customer, ids);
    }

    /** A customer's pending pictures, to look at and to change. */
    NavigableSet<NewsId> of(String customer) {
        return pending.computeIfAbsent(customer, added -> new TreeSet<>());
    }

    private void check() {
        if (away) {
            throw new UnavailableException("The database at fake does not answer.");
        }
    }

    @Override
    public AutoMarkBatch nextBatch(AutoMarkQuery query) {
        check();
        queries.add(query);
        if (broken.contains(query.customer())) {
            throw new IllegalStateException("broken");
        }
        NewsId after = query.after();
        NavigableSet<NewsId> ids = of(query.customer());
        List<PictureRef> refs = (after == null ? ids : ids.tailSet(after, false))
                .stream()
                        .limit(query.limit())
                        .map(id -> new PictureRef(query.customer(), id, "https://example.org/" + id))
                        .toList();
        NewsId next = refs.size() == query.limit() ? refs.getLast().id() : null;
        return new AutoMarkBatch(query.customer(), refs, next, 0);
    }

    @Override
    public AutoMarkResult autoMark(AutoMarkBatch batch) {
        beforeMarking.run();
        check();
        List<NewsId> done = new ArrayList<>();
        int failed = 0;
        int lost = 0;
        for (PictureRef picture : batch.pictures()) {
            NavigableSet<NewsId> ids = of(batch.customer());
            if (refused.contains(picture.id())) {
                failed++;
            } else if (ids.remove(picture.id())) {
                done.add(picture.id());
            } else {
                lost++;
            }
        }
        marked.addAll(done);
        return new AutoMarkResult(done.size(), lost, failed, done);
    }

    @Override
    public List<CustomerSettings> allSettings() {
        beforeSettings.run();
        check();
        return List.copyOf(settings.values());
    }

    @Override
    public CustomerSettings settings(String customer) {
        check();
        return settings.getOrDefault(customer, CustomerSettings.byHand(customer));
    }

    @Override
    public long pending(String customer) {
        check();
        return of(customer).size();
    }

    @Override
    public List<CustomerFigures> figures() {
        check();
        return figures;
    }

    @Override
    public boolean connected() {
        return !away;
    }

    @Override
    public String where() {
        return "fake";
    }

    @Override
    public void close() {}

    @Override
    public List<String> customers() {
        throw new UnsupportedOperationException();
    }

    @Override
    public CustomerSettings save(SettingsChange change) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<StateCounts> counts() {
        throw new UnsupportedOperationException();
    }

    @Override
    public QueuePage page(QueueQuery query) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<NewsImage> find(String customer, NewsId id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<String> sources(@Nullable String customer) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<String> categories(@Nullable String customer) {
        throw new UnsupportedOperationException();
    }

    @Override
    public MarkOutcome markCleaned(PictureRef picture, CleanedPicture cleaned) {
        throw new UnsupportedOperationException();
    }

    @Override
    public MarkOutcome overwriteMark(PictureRef picture, @Nullable String seen, CleanedPicture cleaned) {
        throw new UnsupportedOperationException();
    }

    @Override
    public MarkOutcome markCleanAsIs(PictureRef picture, String editor) {
        throw new UnsupportedOperationException();
    }

    @Override
    public MarkOutcome skip(PictureRef picture, String editor) {
        throw new UnsupportedOperationException();
    }

    @Override
    public MarkOutcome reopen(PictureRef picture, @Nullable String seen) {
        throw new UnsupportedOperationException();
    }
}

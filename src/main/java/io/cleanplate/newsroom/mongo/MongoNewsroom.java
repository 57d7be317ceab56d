package io.cleanplate.newsroom.mongo;

import io.cleanplate.newsroom.AutoMarkBatch;
import io.cleanplate.newsroom.AutoMarkQuery;
import io.cleanplate.newsroom.AutoMarkResult;
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
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** The newsroom on a MongoDB server. Thread-safe. */
public final class MongoNewsroom implements Newsroom {
    private final MongoConnection connection;
    private final QueueReads queue;
    private final MarkWrites marks;
    private final AutoMarkWrites autoMarks;
    private final CustomerDocuments settings;
    private final FigureReads figures;
    private final Preparation preparation;

    /**
     * A newsroom that is there at once, whether or not its database is.
     *
     * @param connection closed with this newsroom
     * @param clock tells when a mark was made
     * @param background runs the making of indexes, which ends when they are made or the newsroom is closed
     */
    public MongoNewsroom(MongoConnection connection, Clock clock, Executor background) {
        this.connection = connection;
        OddDocuments odd = new OddDocuments();
        NewsDocuments documents = new NewsDocuments(odd);
        queue = new QueueReads(connection, documents);
        marks = new MarkWrites(connection, documents, clock);
        autoMarks = new AutoMarkWrites(connection, documents, clock);
        settings = new CustomerDocuments(connection, odd, clock);
        figures = new FigureReads(connection, clock);
        preparation = new Preparation(connection);
        background.execute(preparation);
    }

    @Override
    public QueuePage page(QueueQuery query) {
        return queue.page(query);
    }

    @Override
    public Optional<NewsImage> find(String customer, NewsId id) {
        return queue.find(customer, id);
    }

    @Override
    public List<String> sources(@Nullable String customer) {
        return queue.sources(customer);
    }

    @Override
    public List<String> categories(@Nullable String customer) {
        return queue.categories(customer);
    }

    @Override
    public MarkOutcome markCleaned(PictureRef picture, CleanedPicture cleaned) {
        return marks.markCleaned(picture, cleaned);
    }

    @Override
    public MarkOutcome overwriteMark(PictureRef picture, @Nullable String seen, CleanedPicture cleaned) {
        return marks.overwriteMark(picture, seen, cleaned);
    }

    @Override
    public MarkOutcome markCleanAsIs(PictureRef picture, String editor) {
        return marks.markCleanAsIs(picture, editor);
    }

    @Override
    public MarkOutcome skip(PictureRef picture, String editor) {
        return marks.skip(picture, editor);
    }

    @Override
    public MarkOutcome reopen(PictureRef picture, @Nullable String seen) {
        return marks.reopen(picture, seen);
    }

    @Override
    public AutoMarkBatch nextBatch(AutoMarkQuery query) {
        return autoMarks.nextBatch(query);
    }

    @Override
    public AutoMarkResult autoMark(AutoMarkBatch batch) {
        return autoMarks.autoMark(batch);
    }

    @Override
    public List<String> customers() {
        TreeSet<String> customers = new TreeSet<>(queue.customers());
        settings.all().forEach(each -> customers.add(each.customer()));
        return List.copyOf(customers);
    }

    @Override
    public List<CustomerSettings> allSettings() {
        return settings.all();
    }

    @Override
    public CustomerSettings settings(String customer) {
        return settings.of(customer);
    }

    @Override
    public CustomerSettings save(SettingsChange change) {
        return settings.save(change);
    }

    @Override
    public long pending(String customer) {
        return figures.pending(customer);
    }

    @Override
    public List<StateCounts> counts() {
        return figures.counts();
    }

    @Override
    public List<CustomerFigures> figures() {
        return figures.figures();
    }

    @Override
    public boolean connected() {
        return connection.connected();
    }

    @Override
    public String where() {
        return connection.where();
    }

    @Override
    public void close() {
        preparation.stop();
        connection.close();
    }
}

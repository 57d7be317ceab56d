package io.cleanplate.newsroom.mongo;

import static io.cleanplate.newsroom.mongo.Fixture.CLEANED;
import static io.cleanplate.newsroom.mongo.Fixture.NOW;
import static io.cleanplate.newsroom.mongo.Fixture.objectId;
import static io.cleanplate.newsroom.mongo.Fixture.ref;
import static org.assertj.core.api.Assertions.assertThat;

import io.cleanplate.newsroom.AutoMarkBatch;
import io.cleanplate.newsroom.AutoMarkQuery;
import io.cleanplate.newsroom.AutoMarkResult;
import io.cleanplate.newsroom.AutoMarkRules;
import io.cleanplate.newsroom.NewsId;
import io.cleanplate.newsroom.PictureRef;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every server has to do for the auto-mark job. */
abstract class AutoMarkContract {
    private static final Date THEN = Date.from(NOW);

    private final Fixture db;

    AutoMarkContract(Fixture db) {
        this.db = db;
    }

    @Test
    void batchHoldsWhatIsPendingInOrderUpToTheLimit() {
        db.insert("a", "c1", "reopened_at", THEN);
        db.insert("b", "c1", "short_summary", "");
        PictureRef first = db.insert("c", "c1");
        PictureRef second = db.insert(objectId(1), "c1");
        PictureRef third = db.insert(objectId(2), "c1");
        db.insert(objectId(3), "c2");

        AutoMarkBatch batch = batch("c1", AutoMarkRules.ALL, null, 2);
        AutoMarkBatch rest = batch("c1", AutoMarkRules.ALL, batch.next(), 2);

        assertThat(batch.pictures()).containsExactly(first, second);
        assertThat(rest.pictures()).containsExactly(third);
        assertThat(rest.next()).isNull();
    }

    @Test
    void rulesSelectByCategoryAndSource() {
        PictureRef wanted = db.insert("a", "c1", "source", "Atlas", "category", "sport");
        db.insert("b", "c1", "source", "Borea", "category", "sport");
        db.insert("c", "c1", "source", "Atlas", "category", "world");
        PictureRef bare = db.insert("d", "c1");

        AutoMarkRules some = new AutoMarkRules(Set.of("sport"), Set.of("Atlas", "Borea"), Set.of("Borea"));
        AutoMarkRules notAtlasOrBorea = new AutoMarkRules(Set.of(), Set.of(), Set.of("Atlas", "Borea"));

        assertThat(batch("c1", some, null, 10).pictures()).containsExactly(wanted);
        assertThat(batch("c1", notAtlasOrBorea, null, 10).pictures()).containsExactly(bare);
    }

    @Test
    void autoMarkChangesExactlyTheNamedFieldsOfExactlyTheBatch() {
        db.insert("a", "c1");
        db.insert("b", "c1");
        db.insert("c", "c1");
        Document first = marked(db.stored("a"));
        Document second = marked(db.stored("b"));
        Document third = db.stored("c");

        AutoMarkResult result = db.newsroom.autoMark(batch("c1", AutoMarkRules.ALL, null, 2));

        assertThat(result).isEqualTo(new AutoMarkResult(2, 0, 0, ids("a", "b")));
        assertThat(db.news.find().into(new ArrayList<>())).containsExactlyInAnyOrder(first, second, third);
    }

    @Test
    void whatChangedBetweenReadAndWriteStaysAsItIs() {
        for (String id : List.of("as read", "cleaned", "skipped", "other image", "reopened", "withdrawn", "gone")) {
            db.insert(id, "c1");
        }
        AutoMarkBatch batch = batch("c1", AutoMarkRules.ALL, null, 10);
        db.newsroom.markCleaned(ref("cleaned", "c1"), CLEANED);
        db.newsroom.skip(ref("skipped", "c1"), "eva");
        db.newsroom.skip(ref("reopened", "c1"), "eva");
        db.newsroom.reopen(ref("reopened", "c1"), null);
        set("other image", "image", "https://other");
        set("withdrawn", "status", "dont_process");
        db.news.deleteOne(new Document("_id", "gone"));
        List<Document> expected = new ArrayList<>();
        for (Document document : db.news.find()) {
            expected.add("as read".equals(document.get("_id")) ? marked(document) : document);
        }

        AutoMarkResult result = db.newsroom.autoMark(batch);

        assertThat(batch.pictures()).hasSize(7);
        assertThat(result).isEqualTo(new AutoMarkResult(1, 6, 0, ids("as read")));
        assertThat(db.news.find().into(new ArrayList<>())).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void unreadableDocumentsDoNotHoldUpTheBatch() {
        for (String id : List.of("a", "b", "c")) {
            db.insert(id, "c1", "customer_id", List.of("c1"));
        }
        PictureRef readable = db.insert("d", "c1");

        AutoMarkBatch batch = batch("c1", AutoMarkRules.ALL, null, 2);

        assertThat(batch.pictures()).containsExactly(readable);
        assertThat(batch.unreadable()).isEqualTo(3);
    }

    @Test
    void twoServersMarkEachPictureOnce() throws Exception {
        List<Document> documents = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            documents.add(new Document("_id", objectId(i))
                    .append("customer_id", "c1")
                    .append("image", "https://example.org/" + i)
                    .append("short_summary", "s"));
        }
        db.news.insertMany(documents);
        Clock later = Clock.fixed(NOW.plusSeconds(1), ZoneOffset.UTC);
        try (MongoNewsroom other = new MongoNewsroom(db.connect(), later, Runnable::run);
                ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Callable<List<NewsId>> one = () -> drain(db.newsroom);
            Callable<List<NewsId>> two = () -> drain(other);
            List<NewsId> marked = new ArrayList<>();
            for (var done : threads.invokeAll(List.of(one, two))) {
                marked.addAll(done.get());
            }

            assertThat(marked).hasSize(500).doesNotHaveDuplicates();
            assertThat(db.newsroom.pending("c1")).isZero();
        }
    }

    @Test
    void batchIsMarkedInOneRoundTrip() {
        db.insert("a", "c1");
        db.insert("b", "c1");
        AutoMarkBatch batch = batch("c1", AutoMarkRules.ALL, null, 10);
        int before = db.recorder.commands().size();

        db.newsroom.autoMark(batch);

        assertThat(db.recorder.commands().subList(before, db.recorder.commands().size()))
                .containsExactly("update");
    }

    private static List<NewsId> drain(MongoNewsroom newsroom) {
        List<NewsId> marked = new ArrayList<>();
        AutoMarkBatch batch;
        do {
            batch = newsroom.nextBatch(new AutoMarkQuery("c1", AutoMarkRules.ALL, null, 50));
            AutoMarkResult result = newsroom.autoMark(batch);
            assertThat(result.ids()).hasSize(result.marked());
            marked.addAll(result.ids());
        } while (!batch.pictures().isEmpty());
        return marked;
    }

    private AutoMarkBatch batch(String customer, AutoMarkRules rules, @Nullable NewsId after, int limit) {
        return db.newsroom.nextBatch(new AutoMarkQuery(customer, rules, after, limit));
    }

    private static Document marked(Document document) {
        return new Document(document)
                .append("clean_image", document.getString("image"))
                .append("auto_marked_cleaned", true)
                .append("clean_image_updated_at", THEN);
    }

    private void set(String id, String field, Object value) {
        db.news.updateOne(new Document("_id", id), new Document("$set", new Document(field, value)));
    }

    private static List<NewsId> ids(String... ids) {
        return List.of(ids).stream().map(NewsId::ofString).toList();
    }
}

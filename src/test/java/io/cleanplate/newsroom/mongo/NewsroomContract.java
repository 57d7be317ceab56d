package io.cleanplate.newsroom.mongo;

import static io.cleanplate.newsroom.mongo.Fixture.CLEANED;
import static io.cleanplate.newsroom.mongo.Fixture.NOW;
import static io.cleanplate.newsroom.mongo.Fixture.objectId;
import static io.cleanplate.newsroom.mongo.Fixture.ref;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.cleanplate.newsroom.AutoMarkBatch;
import io.cleanplate.newsroom.AutoMarkQuery;
import io.cleanplate.newsroom.AutoMarkResult;
import io.cleanplate.newsroom.AutoMarkRules;
import io.cleanplate.newsroom.CustomerFigures;
import io.cleanplate.newsroom.CustomerSettings;
import io.cleanplate.newsroom.Lease;
import io.cleanplate.newsroom.MarkOutcome;
import io.cleanplate.newsroom.NewsId;
import io.cleanplate.newsroom.NewsImage;
import io.cleanplate.newsroom.PictureRef;
import io.cleanplate.newsroom.PictureState;
import io.cleanplate.newsroom.QueueFilter;
import io.cleanplate.newsroom.QueuePage;
import io.cleanplate.newsroom.QueueQuery;
import io.cleanplate.newsroom.SettingsChange;
import io.cleanplate.newsroom.StateCounts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What every server that can hold the newsroom has to do. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class NewsroomContract {
    private static final Date THEN = Date.from(NOW);

    private Fixture db;

    /** A database of its own on the server to test; called once. */
    abstract MongoUrl server();

    /** Whether the server explains how it answers. */
    abstract boolean explains();

    @BeforeAll
    void open() {
        db = new Fixture(server());
        db.empty();
    }

    @AfterEach
    void onlyKnownCommandsWereSentAndAllNamedTheCustomer() {
        db.empty();
        assertThat(db.recorder.faults()).isEmpty();
    }

    @AfterAll
    void close() {
        db.drop();
        db.close();
    }

    // --- the queue ---

    @Test
    void pagesRunFromStringIdsOnToObjectIdsWithoutGapOrRepeat() {
        List<PictureRef> inOrder = new ArrayList<>();
        for (String id : List.of("a", "b", "c")) {
            inOrder.add(db.insert(id, "c1"));
        }
        for (int i = 0; i < 4; i++) {
            inOrder.add(db.insert(objectId(i), "c1"));
        }
        db.insert("other", "c2");

        List<PictureRef> seen = new ArrayList<>();
        NewsId after = null;
        int pages = 0;
        do {
            QueuePage page = db.newsroom.page(new QueueQuery(QueueFilter.pendingOf("c1"), after, 2));
            page.pictures().forEach(picture -> seen.add(picture.ref()));
            after = page.next();
            pages++;
        } while (after != null);

        assertThat(seen).containsExactlyElementsOf(inOrder);
        assertThat(pages).isEqualTo(4);
    }

    @Test
    void queueOfAllCustomersIsInTheOrderOfIds() {
        PictureRef second = db.insert(objectId(2), "c1");
        PictureRef first = db.insert(objectId(1), "c2");

        assertThat(refs(db.newsroom.page(new QueueQuery(QueueFilter.PENDING, null, 10))))
                .containsExactly(first, second);
    }

    @Test
    void everyDocumentIsInTheStateThatTheRuleSays() {
        List<Document> documents = OddStories.some(600, 42);
        db.news.insertMany(documents);

        for (PictureState state : PictureState.values()) {
            Set<NewsId> expected = new HashSet<>();
            for (Document document : documents) {
                if (PictureState.of(document) == state) {
                    expected.add(NewsId.ofObjectId(document.getObjectId("_id").toHexString()));
                }
            }
            QueuePage page =
                    db.newsroom.page(new QueueQuery(new QueueFilter("c1", null, null, null, state), null, 1000));

            assertThat(expected).as("%s", state).isNotEmpty();
            assertThat(page.pictures().stream().map(picture -> picture.ref().id()))
                    .as("%s", state)
                    .containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    @Test
    void filtersNarrowTheQueue() {
        PictureRef wanted = db.insert("a", "c1", "source", "Atlas", "category", "sport", "title", "50% of (all) Dunes");
        db.insert("b", "c1", "source", "Borea", "category", "sport", "title", "Dunes");
        db.insert("c", "c1", "source", "Atlas", "category", "world", "title", "Lakes");

        assertThat(pending("c1", "Atlas", "sport", null)).containsExactly(wanted);
        assertThat(pending("c1", null, null, "50% OF (ALL)")).containsExactly(wanted);
        assertThat(pending("c1", null, null, "50. of")).isEmpty();
        assertThat(pending("c2", null, null, null)).isEmpty();
        assertThat(db.newsroom.sources("c1")).containsExactly("Atlas", "Borea");
        assertThat(db.newsroom.categories(null)).containsExactly("sport", "world");
    }

    @Test
    void documentsThatCannotBeReadAreLeftOutAndCounted() {
        PictureRef readable = db.insert("b", "c1", "title", 7, "source", List.of("x"), "word_count", "many");
        db.insert("a", "c1", "customer_id", List.of("c1"));
        db.insert(17, "c1");

        QueuePage page = db.newsroom.page(new QueueQuery(QueueFilter.pendingOf("c1"), null, 10));

        assertThat(refs(page)).containsExactly(readable);
        assertThat(page.unreadable()).isEqualTo(1);
        assertThat(page.pictures().getFirst().story().title()).isEmpty();
    }

    @Test
    void pictureIsFoundByItsCustomerOnly() {
        PictureRef ref = db.insert(objectId(1), "c1", "source", "Atlas", "status", "dont_process", "word_count", 120L);

        NewsImage found = db.newsroom.find("c1", ref.id()).orElseThrow();

        assertThat(found.ref()).isEqualTo(ref);
        assertThat(found.state()).isEqualTo(PictureState.WITHDRAWN);
        assertThat(found.story().wordCount()).isEqualTo(120);
        assertThat(ref.id().createdAt()).contains(Instant.ofEpochSecond(1_700_000_001));
        assertThat(db.newsroom.find("c2", ref.id())).isEmpty();
    }

    @Test
    void stringThatReadsLikeAnObjectIdIsAnotherDocument() {
        PictureRef string = db.insert(objectId(1).toHexString(), "c1");

        assertThat(db.newsroom.find("c1", NewsId.ofObjectId(objectId(1).toHexString())))
                .isEmpty();
        assertThat(db.newsroom.find("c1", string.id())).isPresent();
    }

    // --- marks ---

    @Test
    void savingByHandChangesExactlyTheNamedFields() {
        PictureRef ref =
                db.insert("a", "c1", "reopened_at", THEN, "auto_marked_cleaned", true, "watermark_skipped", false);
        Document expected = db.stored("a")
                .append("clean_image", "/out/a_cleaned.jpg")
                .append("clean_image_updated_at", THEN)
                .append("cleaned_by", "eva")
                .append("clean_image_sha256", "abc123")
                .append("clean_model", "lama");
        List.of("reopened_at", "auto_marked_cleaned", "watermark_skipped").forEach(expected::remove);

        assertThat(db.newsroom.markCleaned(ref, CLEANED).done()).isTrue();

        assertThat(db.stored("a")).isEqualTo(expected);
    }

    @Test
    void markingAsItIsChangesExactlyTheNamedFields() {
        PictureRef ref = db.insert(objectId(1), "c1");
        Document expected = db.stored(objectId(1))
                .append("clean_image", ref.image())
                .append("clean_image_updated_at", THEN)
                .append("cleaned_by", "eva");

        assertThat(db.newsroom.markCleanAsIs(ref, "eva").done()).isTrue();

        assertThat(db.stored(objectId(1))).isEqualTo(expected);
    }

    @Test
    void skippingChangesExactlyTheNamedFields() {
        PictureRef ref = db.insert("a", "c1");
        Document expected = db.stored("a").append("watermark_skipped", true).append("cleaned_by", "eva");

        assertThat(db.newsroom.skip(ref, "eva").done()).isTrue();

        assertThat(db.stored("a")).isEqualTo(expected);
    }

    @Test
    void reopeningTakesTheMarkBackAndNothingElse() {
        PictureRef ref = db.insert("a", "c1");
        Document expected = db.stored("a").append("reopened_at", THEN);
        db.newsroom.markCleaned(ref, CLEANED);

        assertThat(db.newsroom.reopen(ref, CLEANED.path()).done()).isTrue();

        assertThat(db.stored("a")).isEqualTo(expected);
    }

    @Test
    void skippedPictureCanBeReopenedAndPendingOneCannot() {
        PictureRef ref = db.insert("a", "c1");

        assertThat(db.newsroom.reopen(ref, null)).isInstanceOf(MarkOutcome.NotAsRead.class);
        db.newsroom.skip(ref, "eva");
        assertThat(db.newsroom.reopen(ref, null).done()).isTrue();
        assertThat(refs(db.newsroom.page(new QueueQuery(QueueFilter.pendingOf("c1"), null, 10))))
                .containsExactly(ref);
    }

    @Test
    void whoComesSecondIsToldWhoCleanedItAndWhen() {
        PictureRef ref = db.insert("a", "c1");
        db.newsroom.markCleanAsIs(ref, "eva");
        Document before = db.stored("a");

        MarkOutcome outcome = db.newsroom.markCleaned(ref, CLEANED);

        assertThat(outcome).isInstanceOfSatisfying(MarkOutcome.NotAsRead.class, it -> {
            assertThat(it.now().state()).isEqualTo(PictureState.CLEANED);
            assertThat(it.now().mark().by()).isEqualTo("eva");
            assertThat(it.now().mark().at()).isEqualTo(NOW);
        });
        assertThat(db.stored("a")).isEqualTo(before);
    }

    @Test
    void sameMarkSentAgainIsDone() {
        PictureRef ref = db.insert("a", "c1");
        db.newsroom.markCleaned(ref, CLEANED);

        assertThat(db.newsroom.markCleaned(ref, CLEANED).done()).isTrue();
    }

    @Test
    void markIsNotSetOnAPictureThatChangedOrWent() {
        PictureRef changed = db.insert("a", "c1");
        db.news.updateOne(new Document("_id", "a"), new Document("$set", new Document("image", "https://other")));

        assertThat(db.newsroom.markCleaned(changed, CLEANED)).isInstanceOf(MarkOutcome.ImageChanged.class);
        assertThat(db.newsroom.skip(ref("gone", "c1"), "eva")).isEqualTo(new MarkOutcome.Gone());
        assertThat(db.newsroom.skip(ref("a", "c2"), "eva")).isEqualTo(new MarkOutcome.Gone());
    }

    @Test
    void markIsOverwrittenOnlyIfItIsTheOneThatWasSeen() {
        PictureRef ref = db.insert("a", "c1");
        db.newsroom.markCleanAsIs(ref, "otto");

        assertThat(db.newsroom.overwriteMark(ref, "/out/else.jpg", CLEANED)).isInstanceOf(MarkOutcome.NotAsRead.class);
        assertThat(db.newsroom.overwriteMark(ref, ref.image(), CLEANED).done()).isTrue();
        assertThat(db.stored("a")).containsEntry("cleaned_by", "eva").containsEntry("clean_image", CLEANED.path());
    }

    // --- auto-mark ---

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

    // --- customers ---

    @Test
    void customerWithoutDocumentIsCleanedByHand() {
        assertThat(db.newsroom.settings("c1")).isEqualTo(CustomerSettings.byHand("c1"));
    }

    @Test
    void toggleKeepsWhenItWasMadeAndSaysWhoChangedIt() {
        Instant made = NOW.minusSeconds(60);
        db.config.insertOne(new Document("customer_id", "c1")
                .append("auto_mark_cleaned", false)
                .append("created_at", Date.from(made))
                .append("note", "of somebody else"));
        AutoMarkRules rules = new AutoMarkRules(Set.of("sport"), Set.of(), Set.of("Borea"));

        CustomerSettings saved = db.newsroom.save(new SettingsChange("c1", true, rules, "eva"));

        assertThat(saved).isEqualTo(new CustomerSettings("c1", true, rules, made, NOW, "eva"));
        assertThat(db.newsroom.settings("c1")).isEqualTo(saved);
        assertThat(db.config.find().first()).containsEntry("note", "of somebody else");
    }

    @Test
    void changeOfRulesAloneLeavesTheToggle() {
        db.newsroom.save(new SettingsChange("c1", true, null, "eva"));
        db.newsroom.save(new SettingsChange("c1", null, new AutoMarkRules(Set.of("x"), Set.of(), Set.of()), "eva"));

        CustomerSettings saved = db.newsroom.save(new SettingsChange("c1", null, AutoMarkRules.ALL, "otto"));

        assertThat(saved).isEqualTo(new CustomerSettings("c1", true, AutoMarkRules.ALL, NOW, NOW, "otto"));
        assertThat(db.config.find().first()).doesNotContainKey("auto_mark_rules");
    }

    @Test
    void firstChangeOfRulesDoesNotSwitchAutoMarkOn() {
        db.newsroom.save(new SettingsChange("c1", null, AutoMarkRules.ALL, "eva"));

        assertThat(db.config.find().first()).containsEntry("auto_mark_cleaned", false);
    }

    @Test
    void rulesThatCannotBeReadSwitchAutoMarkOff() {
        db.config.insertOne(new Document("customer_id", "c1")
                .append("auto_mark_cleaned", true)
                .append("auto_mark_rules", new Document("categories", "sport")));

        assertThat(db.newsroom.allSettings())
                .singleElement()
                .satisfies(it -> assertThat(it.autoMarkCleaned()).isFalse());
    }

    @Test
    void customersAreThoseWithPicturesOrSettings() {
        db.insert("a", "c2");
        db.insert("b", "c1");
        db.insert("c", "c1", "customer_id", 7);
        db.newsroom.save(new SettingsChange("c3", false, null, "eva"));

        assertThat(db.newsroom.customers()).containsExactly("c1", "c2", "c3");
    }

    // --- figures ---

    @Test
    void figuresCountByCustomerAndState() {
        db.insert("s", "c1");
        db.insert(objectId(5), "c1");
        db.insert(objectId(4), "c1");
        db.insert("i", "c1", "short_summary", null);
        db.insert("n", "c1", "clean_image", "/x", "clean_image_updated_at", Date.from(NOW.minusSeconds(60)));
        db.insert("y", "c1", "clean_image", "/y", "clean_image_updated_at", Date.from(NOW.minusSeconds(7200)));
        db.insert("o", "c2", "clean_image", "/z", "auto_marked_cleaned", true);

        List<CustomerFigures> figures = db.newsroom.figures();

        assertThat(figures).hasSize(2);
        CustomerFigures first = figures.getFirst();
        StateCounts counts = first.counts();
        assertThat(counts.total()).isEqualTo(6);
        assertThat(counts.in(PictureState.PENDING)).isEqualTo(3);
        assertThat(counts.in(PictureState.CLEANED)).isEqualTo(2);
        assertThat(counts.in(PictureState.INCOMPLETE)).isEqualTo(1);
        assertThat(first.oldestPending()).isEqualTo(Instant.ofEpochSecond(1_700_000_004));
        assertThat(first.markedLastHour()).isEqualTo(1);
        assertThat(first.markedLastDay()).isEqualTo(2);
        assertThat(figures.getLast().counts().in(PictureState.AUTO_MARKED)).isEqualTo(1);
        assertThat(figures.getLast().oldestPending()).isNull();
        assertThat(db.newsroom.pending("c1")).isEqualTo(3);
    }

    // --- lease ---

    @Test
    void leaseHasOneHolderUntilItIsGivenBack() {
        try (MongoConnection other = db.connect()) {
            Lease mine = new MongoLease(db.connection);
            Lease theirs = new MongoLease(other);
            Lease.Held held = mine.acquire("job", Duration.ofMinutes(5)).orElseThrow();

            assertThat(theirs.acquire("job", Duration.ofMinutes(5))).isEmpty();
            assertThat(theirs.acquire("other job", Duration.ofMinutes(5))).isPresent();
            assertThat(held.renew(Duration.ofMinutes(5))).isTrue();
            held.close();
            assertThat(theirs.acquire("job", Duration.ofMinutes(5))).isPresent();
            assertThat(held.renew(Duration.ofMinutes(5))).isFalse();
        }
    }

    @Test
    void leaseThatRanOutIsTakenOver() {
        Lease lease = new MongoLease(db.connection);
        assertThat(lease.acquire("job", Duration.ofMinutes(5))).isPresent();
        db.leases.updateOne(
                new Document("_id", "job"), new Document("$set", new Document("lockUntil", Date.from(Instant.EPOCH))));

        assertThat(lease.acquire("job", Duration.ofMinutes(5))).isPresent();
    }

    // --- the database ---

    @Test
    void answersAndHasItsIndexes() {
        assertThat(db.newsroom.connected()).isTrue();
        assertThat(db.news.listIndexes().map(index -> index.getString("name")).into(new ArrayList<>()))
                .contains(NewsIndexes.PENDING, NewsIndexes.CUSTOMER, NewsIndexes.MARKED);
        assertThat(db.config.listIndexes().map(index -> index.getString("name")).into(new ArrayList<>()))
                .contains(NewsIndexes.CONFIG);
        NewsIndexes.make(db.connection);
    }

    @Test
    void pendingQueueRunsOnItsIndexWithoutSorting() {
        assumeTrue(explains(), "this server does not explain");
        for (int i = 0; i < 200; i++) {
            db.insert(objectId(i), "c" + i % 3, "clean_image", i % 4 == 0 ? null : "/x");
        }
        Document filter = new Document("_id", new Document("$gte", new ObjectId(new byte[12])))
                .append("customer_id", new Document("$in", List.of("c0", "c1", "c2")));
        filter.putAll(NewsFilters.inState(PictureState.PENDING));

        String plan = db.news
                .find(filter)
                .sort(new Document("_id", 1))
                .limit(10)
                .explain()
                .get("queryPlanner", Document.class)
                .get("winningPlan", Document.class)
                .toJson();

        assertThat(plan)
                .contains(NewsIndexes.PENDING)
                .doesNotContain("\"SORT\"")
                .doesNotContain("COLLSCAN");
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

    private List<PictureRef> pending(
            String customer, @Nullable String source, @Nullable String category, @Nullable String text) {
        QueueFilter filter = new QueueFilter(customer, source, category, text, PictureState.PENDING);
        return refs(db.newsroom.page(new QueueQuery(filter, null, 10)));
    }

    private static List<PictureRef> refs(QueuePage page) {
        return page.pictures().stream().map(NewsImage::ref).toList();
    }
}

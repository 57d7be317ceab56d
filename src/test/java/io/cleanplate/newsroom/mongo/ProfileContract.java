package io.cleanplate.newsroom.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.cleanplate.error.InputException;
import io.cleanplate.watermark.KeptProfile;
import io.cleanplate.watermark.Profile;
import io.cleanplate.watermark.ProfileStore;
import io.cleanplate.watermark.ProfileStoreContract;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.types.Binary;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** What every server has to do for profiles, and what their documents look like. */
abstract class ProfileContract extends ProfileStoreContract {
    private final Logger logger = (Logger) LoggerFactory.getLogger(OddDocuments.class);
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private final Fixture db;
    private final MongoConnection otherConnection;
    private final ProfileStore store;
    private final ProfileStore othersStore;

    ProfileContract(Fixture db) {
        this.db = db;
        // A clock finer than the database's times.
        Clock clock = Clock.fixed(NOW.plusNanos(789), ZoneOffset.UTC);
        otherConnection = db.connect();
        store = new MongoProfiles(db.connection, clock);
        othersStore = new MongoProfiles(otherConnection, clock);
    }

    @BeforeEach
    void listen() {
        lines.start();
        logger.addAppender(lines);
        logger.setAdditive(false);
        logger.setLevel(Level.WARN);
    }

    @AfterEach
    void close() {
        logger.detachAppender(lines);
        logger.setAdditive(true);
        logger.setLevel(Level.ERROR);
        otherConnection.close();
    }

    @Override
    protected ProfileStore store() {
        return store;
    }

    @Override
    protected ProfileStore othersStore() {
        return othersStore;
    }

    @Test
    void whoLooksIntoTheDatabaseReadsWhatItIs() {
        KeptProfile kept = store.keep("globe", profile("c1", "Meridian", 1), "eva");
        store.change(kept.troubled("It fits no picture.").with(profile("c1", "Meridian", 2)), "otto");

        Document document = stored(kept);

        assertThat(document)
                .containsEntry("customer_id", "c1")
                .containsEntry("name", "globe")
                .containsEntry("sources", List.of("Meridian"))
                .containsEntry("enabled", true)
                .containsEntry("trouble", "It fits no picture.")
                .containsEntry("size_class", new Document("long_side", 1200).append("upright", false))
                .containsEntry("anchor", "BOTTOM_RIGHT")
                .containsEntry("version", 2)
                .containsEntry("pictures", 22)
                .containsEntry(
                        "quality",
                        new Document("error", 0.75).append("uncertainty", 0.5).append("one_colour", true))
                .containsEntry("revision", 2L)
                .containsEntry("created_at", Date.from(NOW))
                .containsEntry("changed_at", Date.from(NOW))
                .containsEntry("changed_by", "otto");
        assertThat(document.getList("earlier", Document.class))
                .singleElement()
                .satisfies(
                        it -> assertThat(it).containsEntry("version", 1).containsEntry("replaced_at", Date.from(NOW)));
    }

    @Test
    void fieldsOfOthersStay() {
        KeptProfile kept = store.keep("globe", profile("c1", "Meridian", 1), "eva");
        set(kept, "note", new Document("of", "somebody else"));

        KeptProfile troubled =
                store.change(kept.troubled("It fits no picture."), "eva").orElseThrow();
        store.change(troubled.troubled("").with(profile("c1", "Meridian", 2)), "eva");

        assertThat(stored(kept))
                .containsEntry("note", new Document("of", "somebody else"))
                .doesNotContainKey("trouble");
    }

    @Test
    void moreProfilesThanOneReplyHoldsAreAllRead() {
        Document one = stored(store.keep("globe", profile("c1", "Meridian", 1), "eva"));
        db.watermarks.insertMany(IntStream.range(0, 150)
                .mapToObj(each -> new Document(one).append("_id", new ObjectId()))
                .toList());

        assertThat(store.of("c1")).hasSize(151);
        assertThat(store.revisions("c1")).hasSize(151);
        assertThat(db.recorder.commands()).contains("getMore");
    }

    @Test
    void whatCannotBeReadIsLeftOutAndNamedOnceAndTheOthersAreRead() {
        KeptProfile good = store.keep("good", profile("c1", "Meridian", 1), "eva");
        spoil("mark", flipped(good, 40));
        spoil("mark", flipped(good, 5));
        spoil("mark", new Binary(new byte[0]));
        spoil("mark", "a string");
        spoil("mark", mark(store.keep("of another", profile("c2", "Meridian", 1), "eva")));
        spoil("name", " ");
        spoil("sources", List.of("Meridian", 7));
        spoil("sources", List.of());
        spoil("revision", "two");
        spoil("customer_id", List.of("c1"));

        assertThat(store.of("c1")).extracting(KeptProfile::id).containsExactly(good.id());
        assertThat(store.of("c1")).hasSize(1);
        assertThat(lines.list).hasSize(10);
        assertThat(lines.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .anyMatch(line -> line.contains("damaged watermark profile"))
                .anyMatch(line -> line.contains("of format"));
    }

    @Test
    void aDamagedProfileIsNotFound() {
        KeptProfile kept = store.keep("globe", profile("c1", "Meridian", 1), "eva");
        set(kept, "mark", flipped(kept, 40));

        assertThat(store.find(kept.id())).isEmpty();
    }

    @Test
    void aDamagedEarlierMarkDoesNotHideTheOthers() {
        KeptProfile kept = risenTo(3);
        set(kept, "earlier.0.mark", new Binary(new byte[20]));

        assertThat(store.earlier(kept.id())).extracting(Profile::version).containsExactly(1);
    }

    @Test
    void whenItIsNotKnownWhoChangedItItIsReadAllTheSame() {
        KeptProfile kept = store.keep("globe", profile("c1", "Meridian", 1), "eva");
        db.watermarks.updateOne(
                byId(kept), new Document("$unset", new Document("changed_at", "").append("changed_by", "")));

        assertThat(store.find(kept.id()).orElseThrow().stamp().by()).isEmpty();
        assertThat(store.find(kept.id()).orElseThrow().stamp().at())
                .isEqualTo(Instant.ofEpochSecond(new ObjectId(kept.id()).getTimestamp()));
    }

    @Test
    void theMarksOfTheLastFiveVersionsStay() {
        assertThat(store.earlier(risenTo(8).id())).extracting(Profile::version).containsExactly(7, 6, 5, 4, 3);
    }

    @Test
    void ofMarksTooLargeForOneDocumentTheNewestStay() {
        KeptProfile kept = store.keep("globe", noisy("c1", 1000, 600, 1), "eva");
        for (int version = 2; version <= 3; version++) {
            kept = store.change(kept.with(noisy("c1", 1000, 600, version)), "eva")
                    .orElseThrow();
        }

        assertThat(store.earlier(kept.id())).extracting(Profile::version).containsExactly(2);
    }

    @Test
    void aMarkThatNoDocumentHoldsIsRefusedInOneSentence() {
        assertThatThrownBy(() -> store.keep("globe", noisy("c1", 2000, 1000, 1), "eva"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("Meridian")
                .hasMessageContaining("2000 x 1000 pixels");
        assertThat(store.of("c1")).isEmpty();
    }

    private KeptProfile risenTo(int version) {
        KeptProfile kept = store.keep("globe", profile("c1", "Meridian", 1), "eva");
        for (int next = 2; next <= version; next++) {
            kept = store.change(kept.with(profile("c1", "Meridian", next)), "eva")
                    .orElseThrow();
        }
        return kept;
    }

    private void spoil(String field, Object value) {
        set(store.keep("spoiled", profile("c1", "Meridian", 1), "eva"), field, value);
    }

    private Binary flipped(KeptProfile kept, int at) {
        byte[] bytes = mark(kept).getData().clone();
        bytes[at] ^= 0x10;
        return new Binary(bytes);
    }

    private Binary mark(KeptProfile kept) {
        return stored(kept).get("mark", Binary.class);
    }

    private void set(KeptProfile kept, String field, Object value) {
        db.watermarks.updateOne(byId(kept), new Document("$set", new Document(field, value)));
    }

    private Document stored(KeptProfile kept) {
        Document document = db.watermarks.find(byId(kept)).first();
        return document == null ? new Document() : document;
    }

    private static Document byId(KeptProfile kept) {
        return new Document("_id", new ObjectId(kept.id()));
    }
}

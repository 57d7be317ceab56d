package io.cleanplate.newsroom.mongo;

import static io.cleanplate.newsroom.mongo.Fixture.NOW;
import static io.cleanplate.newsroom.mongo.Fixture.objectId;
import static org.assertj.core.api.Assertions.assertThat;

import io.cleanplate.newsroom.AutoMarkRules;
import io.cleanplate.newsroom.CustomerFigures;
import io.cleanplate.newsroom.CustomerSettings;
import io.cleanplate.newsroom.Lease;
import io.cleanplate.newsroom.PictureState;
import io.cleanplate.newsroom.SettingsChange;
import io.cleanplate.newsroom.StateCounts;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.junit.jupiter.api.Test;

/** What every server has to do for customers, their figures, and the lease. */
abstract class CustomerContract {
    private final Fixture db;

    CustomerContract(Fixture db) {
        this.db = db;
    }

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
}

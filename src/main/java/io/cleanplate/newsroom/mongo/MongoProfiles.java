package io.cleanplate.newsroom.mongo;

import com.mongodb.client.MongoCollection;
import io.cleanplate.watermark.KeptProfile;
import io.cleanplate.watermark.KeptProfile.Stamp;
import io.cleanplate.watermark.Profile;
import io.cleanplate.watermark.ProfileStore;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.bson.types.Binary;
import org.bson.types.ObjectId;

/** Profiles in {@code cleanplate_watermark}, one document each, changed by single conditional updates. Thread-safe. */
public final class MongoProfiles implements ProfileStore {
    private static final Document REVISION = new Document("revision", 1);
    private static final Comparator<KeptProfile> BY_NAME =
            Comparator.comparing(KeptProfile::name).thenComparing(KeptProfile::id);

    /** Large marks take a good megabyte each, and the embedded server would send all of them in one reply. */
    private static final int MARKS_A_REPLY = 32;

    private final MongoConnection connection;
    private final Clock clock;
    private final ProfileDocuments documents = new ProfileDocuments(new OddDocuments());

    /**
     * Profiles in the connection's database, whose index the newsroom on that database makes.
     *
     * @param connection stays the caller's
     * @param clock tells when a profile was changed
     */
    public MongoProfiles(MongoConnection connection, Clock clock) {
        this.connection = connection;
        this.clock = clock;
    }

    @Override
    public Map<String, Long> revisions(String customer) {
        return connection.call(() -> {
            Map<String, Long> revisions = new HashMap<>();
            connection
                    .database()
                    .getCollection(MongoCollections.WATERMARKS)
                    .find(ownedBy(customer))
                    .projection(REVISION)
                    .forEach((Document document) -> {
                        // What is odd is named in the log when it is read whole.
                        if (document.get("_id") instanceof ObjectId id
                                && document.get("revision") instanceof Number revision) {
                            revisions.put(id.toHexString(), revision.longValue());
                        }
                    });
            return revisions;
        });
    }

    @Override
    public List<KeptProfile> of(String customer) {
        return connection.call(() -> {
            List<KeptProfile> kept = new ArrayList<>();
            watermarks()
                    .find(ownedBy(customer))
                    .projection(ProfileDocuments.FIELDS)
                    .batchSize(MARKS_A_REPLY)
                    .forEach((Document document) -> documents.profile(document).ifPresent(kept::add));
            // Here and not by the database, which would have to hold all the marks to sort them.
            kept.sort(BY_NAME);
            return kept;
        });
    }

    @Override
    public Optional<KeptProfile> find(String id) {
        return connection.call(() -> Optional.ofNullable(watermarks()
                        .find(new Document("_id", bson(id)))
                        .projection(ProfileDocuments.FIELDS)
                        .first())
                .flatMap(documents::profile));
    }

    @Override
    public KeptProfile keep(String name, Profile profile, String by) {
        ObjectId id = new ObjectId();
        Binary mark = documents.mark(profile);
        KeptProfile kept = new KeptProfile(
                id.toHexString(),
                name,
                List.of(profile.owner().source()),
                true,
                "",
                documents.read(mark),
                new Stamp(1, now(), by));
        Document document = new Document("_id", id)
                .append("customer_id", kept.customer())
                .append("created_at", ProfileDocuments.date(kept.stamp().at()));
        document.putAll(documents.fields(kept, mark));
        return connection.call(() -> {
            watermarks().insertOne(document);
            return kept;
        });
    }

    @Override
    public Optional<KeptProfile> change(KeptProfile changed, String by) {
        Binary mark = documents.mark(changed.profile());
        KeptProfile now = new KeptProfile(
                changed.id(),
                changed.name(),
                changed.sources(),
                changed.enabled(),
                changed.trouble(),
                documents.read(mark),
                new Stamp(changed.stamp().revision() + 1, now(), by));
        Document asRead = asRead(changed);
        return connection.call(() -> {
            Document set = documents.fields(now, mark);
            Document outdated = new Document(asRead)
                    .append("version", new Document("$lt", now.profile().version()));
            Document before =
                    watermarks().find(outdated).projection(EarlierMarks.FIELDS).first();
            if (before != null) {
                set.append(
                        EarlierMarks.FIELD,
                        EarlierMarks.with(before, now.stamp().at(), mark.length()));
            }
            Document update = new Document("$set", set);
            if (now.trouble().isEmpty()) {
                update.append("$unset", new Document("trouble", ""));
            }
            // Under the revision that was read: so what was put together from it above is true as well.
            return watermarks().updateOne(asRead, update).getMatchedCount() > 0 ? Optional.of(now) : Optional.empty();
        });
    }

    @Override
    public boolean delete(KeptProfile read) {
        return connection.call(() -> watermarks().deleteOne(asRead(read)).getDeletedCount() > 0);
    }

    @Override
    public List<Profile> earlier(String id) {
        return connection.call(() -> Optional.ofNullable(watermarks()
                        .find(new Document("_id", bson(id)))
                        .projection(EarlierMarks.FIELDS)
                        .first())
                .map(documents::earlier)
                .orElse(List.of()));
    }

    private static Document ownedBy(String customer) {
        return new Document("customer_id", customer);
    }

    private static Document asRead(KeptProfile read) {
        return new Document("_id", bson(read.id()))
                .append("customer_id", read.customer())
                .append("revision", read.stamp().revision());
    }

    /** An id as the database has it; one that this did not give matches nothing. */
    private static Object bson(String id) {
        return ObjectId.isValid(id) ? new ObjectId(id) : id;
    }

    /** As exact as the database keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private MongoCollection<Document> watermarks() {
        return connection.patientDatabase().getCollection(MongoCollections.WATERMARKS);
    }
}

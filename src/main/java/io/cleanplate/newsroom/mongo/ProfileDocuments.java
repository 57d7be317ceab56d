package io.cleanplate.newsroom.mongo;

import io.cleanplate.error.InputException;
import io.cleanplate.watermark.KeptProfile;
import io.cleanplate.watermark.KeptProfile.Stamp;
import io.cleanplate.watermark.Profile;
import io.cleanplate.watermark.ProfileCodec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.types.Binary;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/**
 * Documents of {@code cleanplate_watermark} as profiles. The mark's bytes are the truth for all that they hold; what stands
 * beside them is what they do not hold, or is there for people who look into the database. Thread-safe.
 */
final class ProfileDocuments {
    /** What is read of a document: all but earlier marks. */
    static final Document FIELDS = new Document("customer_id", 1)
            .append("name", 1)
            .append("sources", 1)
            .append("enabled", 1)
            .append("trouble", 1)
            .append("mark", 1)
            .append("revision", 1)
            .append("changed_at", 1)
            .append("changed_by", 1);

    private final ProfileCodec codec = new ProfileCodec();
    private final OddDocuments odd;

    ProfileDocuments(OddDocuments odd) {
        this.odd = odd;
    }

    /** The profile; empty when it cannot be read, which is reported. */
    Optional<KeptProfile> profile(Document document) {
        if (!(document.get("_id") instanceof ObjectId id)) {
            odd.leftOut(document.get("_id"), "its _id is not an ObjectId");
            return Optional.empty();
        }
        FieldReader fields = new FieldReader(document, odd);
        String name = fields.textOrEmpty("name");
        List<String> sources = fields.texts("sources");
        Number revision = fields.value("revision", Number.class);
        if (name.isBlank() || sources == null || sources.isEmpty() || revision == null) {
            odd.leftOut(id, "it lacks a name, the names of sources, or a revision");
            return Optional.empty();
        }
        Profile mark = mark(document, document.get("mark"));
        if (mark == null) {
            return Optional.empty();
        }
        Instant changed = fields.time("changed_at");
        Stamp stamp = new Stamp(
                revision.longValue(),
                changed == null ? id.getDate().toInstant() : changed,
                fields.textOrEmpty("changed_by"));
        return Optional.of(new KeptProfile(
                id.toHexString(), name, sources, fields.flag("enabled"), fields.textOrEmpty("trouble"), mark, stamp));
    }

    /** The earlier marks that can be read. */
    List<Profile> earlier(Document document) {
        List<Profile> earlier = new ArrayList<>();
        for (Document entry : EarlierMarks.of(document)) {
            Profile mark = mark(document, entry.get("mark"));
            if (mark != null) {
                earlier.add(mark);
            }
        }
        return earlier;
    }

    /** The fields of a document that a change sets. */
    Document fields(KeptProfile kept, Binary mark) {
        Profile profile = kept.profile();
        Document fields = new Document("name", kept.name())
                .append("sources", kept.sources())
                .append("enabled", kept.enabled());
        if (!kept.trouble().isEmpty()) {
            fields.append("trouble", kept.trouble());
        }
        return fields.append(
                        "size_class",
                        new Document("long_side", profile.sizeClass().longSide())
                                .append("upright", profile.sizeClass().upright()))
                .append("anchor", profile.place().anchor().name())
                .append("version", profile.version())
                .append("pictures", profile.quality().pictures())
                .append(
                        "quality",
                        new Document("error", profile.quality().error())
                                .append("uncertainty", profile.quality().uncertainty())
                                .append("one_colour", profile.quality().oneColour()))
                .append("mark", mark)
                .append("revision", kept.stamp().revision())
                .append("changed_at", date(kept.stamp().at()))
                .append("changed_by", kept.stamp().by());
    }

    /**
     * A mark's bytes.
     *
     * @throws InputException when they are more than a document holds
     */
    Binary mark(Profile profile) {
        Binary mark = new Binary(codec.encode(profile));
        if (mark.length() > EarlierMarks.ROOM) {
            throw new InputException("The mark of " + profile.owner().source() + " is too large for the database: "
                    + profile.place().width() + " x " + profile.place().height() + " pixels take " + mark.length()
                    + " bytes, of at most " + EarlierMarks.ROOM + ". Learn it from smaller pictures.");
        }
        return mark;
    }

    /** What is going to be read of a mark's bytes. */
    Profile read(Binary mark) {
        return codec.decode(mark.getData(), "its mark");
    }

    /** A time as the database keeps it. */
    static Date date(Instant time) {
        return Date.from(time);
    }

    private @Nullable Profile mark(Document document, @Nullable Object value) {
        Object id = document.get("_id");
        if (!(value instanceof Binary bytes)) {
            odd.leftOut(id, "its mark is not binary");
            return null;
        }
        try {
            Profile mark = read(bytes);
            if (mark.owner().customer().equals(document.get("customer_id"))) {
                return mark;
            }
            odd.leftOut(id, "its mark is one of another customer");
        } catch (InputException e) {
            odd.leftOut(id, e.getMessage());
        }
        return null;
    }
}

package io.cleanplate.newsroom.mongo;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoCommandException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import io.cleanplate.newsroom.AutoMarkRules;
import io.cleanplate.newsroom.CustomerSettings;
import io.cleanplate.newsroom.SettingsChange;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Reads and writes {@code image_config}. Thread-safe. */
final class CustomerDocuments {
    private static final FindOneAndUpdateOptions UPSERT =
            new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER);
    private static final String RULES = "auto_mark_rules";

    private final MongoConnection connection;
    private final OddDocuments odd;
    private final Clock clock;

    CustomerDocuments(MongoConnection connection, OddDocuments odd, Clock clock) {
        this.connection = connection;
        this.odd = odd;
        this.clock = clock;
    }

    List<CustomerSettings> all() {
        return connection.call(() -> {
            List<CustomerSettings> settings = new ArrayList<>();
            Document named = new Document("customer_id", new Document("$gt", ""));
            for (Document document : config().find(named).sort(new Document("customer_id", 1))) {
                if (document.get("customer_id") instanceof String customer) {
                    settings.add(settings(customer, document));
                } else {
                    odd.leftOut(document.get("_id"), "its customer_id is not a string");
                }
            }
            return settings;
        });
    }

    CustomerSettings of(String customer) {
        return connection.call(() -> {
            Document found =
                    config().find(new Document("customer_id", customer)).first();
            return found == null ? CustomerSettings.byHand(customer) : settings(customer, found);
        });
    }

    CustomerSettings save(SettingsChange change) {
        Document filter = new Document("customer_id", change.customer());
        Document update = update(change);
        return connection.call(() -> {
            Document saved;
            try {
                saved = config().findOneAndUpdate(filter, update, UPSERT);
            } catch (MongoCommandException e) {
                if (ErrorCategory.fromErrorCode(e.getErrorCode()) != ErrorCategory.DUPLICATE_KEY) {
                    throw e;
                }
                // Somebody else inserted it between our looking and our inserting: now there is one to update.
                saved = config().findOneAndUpdate(filter, update, UPSERT);
            }
            return saved == null ? CustomerSettings.byHand(change.customer()) : settings(change.customer(), saved);
        });
    }

    private Document update(SettingsChange change) {
        Date now = Date.from(clock.instant());
        Document set = new Document("updated_at", now).append("updated_by", change.by());
        Document onInsert = new Document("created_at", now);
        if (change.autoMarkCleaned() == null) {
            onInsert.append("auto_mark_cleaned", false);
        } else {
            set.append("auto_mark_cleaned", change.autoMarkCleaned());
        }
        Document update = new Document("$set", set).append("$setOnInsert", onInsert);
        AutoMarkRules rules = change.rules();
        if (rules == null) {
            return update;
        }
        if (rules.equals(AutoMarkRules.ALL)) {
            return update.append("$unset", new Document(RULES, ""));
        }
        set.append(
                RULES,
                new Document("categories", sorted(rules.categories()))
                        .append("sources", sorted(rules.sources()))
                        .append("exclude_sources", sorted(rules.excludeSources())));
        return update;
    }

    private CustomerSettings settings(String customer, Document document) {
        FieldReader fields = new FieldReader(document, odd);
        AutoMarkRules rules = rules(document);
        return new CustomerSettings(
                customer,
                // Rules that cannot be read must not widen what is marked without anybody looking.
                rules != null && fields.flag("auto_mark_cleaned"),
                rules == null ? AutoMarkRules.ALL : rules,
                fields.time("created_at"),
                fields.time("updated_at"),
                fields.text("updated_by"));
    }

    private @Nullable AutoMarkRules rules(Document document) {
        Object value = document.get(RULES);
        if (value == null) {
            return AutoMarkRules.ALL;
        }
        if (!(value instanceof Document rules)) {
            odd.report(document.get("_id"), RULES, value);
            return null;
        }
        FieldReader fields = new FieldReader(new Document(rules).append("_id", document.get("_id")), odd);
        List<String> categories = fields.texts("categories");
        List<String> sources = fields.texts("sources");
        List<String> excluded = fields.texts("exclude_sources");
        if (categories == null || sources == null || excluded == null) {
            odd.leftOut(document.get("_id"), "its auto_mark_rules are not lists of names, so auto-mark is off");
            return null;
        }
        return new AutoMarkRules(Set.copyOf(categories), Set.copyOf(sources), Set.copyOf(excluded));
    }

    private static List<String> sorted(Set<String> names) {
        return names.stream().sorted().toList();
    }

    private MongoCollection<Document> config() {
        return connection.database().getCollection(MongoCollections.CONFIG);
    }
}

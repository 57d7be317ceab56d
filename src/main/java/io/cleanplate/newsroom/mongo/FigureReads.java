package io.cleanplate.newsroom.mongo;

import io.cleanplate.newsroom.CustomerFigures;
import io.cleanplate.newsroom.NewsroomFigures;
import io.cleanplate.newsroom.PictureState;
import io.cleanplate.newsroom.StateCounts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bson.Document;
import org.bson.types.ObjectId;

/** Counts documents, a query a state for all customers together. Thread-safe. */
final class FigureReads implements NewsroomFigures {
    private final MongoConnection connection;
    private final Clock clock;

    FigureReads(MongoConnection connection, Clock clock) {
        this.connection = connection;
        this.clock = clock;
    }

    @Override
    public long pending(String customer) {
        Document filter = new Document("customer_id", customer);
        filter.putAll(NewsFilters.inState(PictureState.PENDING));
        return connection.call(() -> connection
                .patientDatabase()
                .getCollection(MongoCollections.NEWS)
                .countDocuments(filter));
    }

    @Override
    public List<StateCounts> counts() {
        return connection.call(() -> {
            Map<String, EnumMap<PictureState, Long>> counts = new TreeMap<>();
            for (PictureState state : PictureState.values()) {
                count(NewsFilters.inState(state))
                        .forEach((customer, count) -> counts.computeIfAbsent(
                                        customer, name -> new EnumMap<>(PictureState.class))
                                .put(state, count));
            }
            List<StateCounts> result = new ArrayList<>();
            counts.forEach((customer, byState) -> result.add(new StateCounts(customer, byState)));
            return result;
        });
    }

    @Override
    public List<CustomerFigures> figures() {
        return connection.call(() -> {
            List<StateCounts> counts = counts();
            Map<String, Instant> oldest = oldestPending();
            Instant now = clock.instant();
            Map<String, Long> lastHour = count(markedSince(now.minus(Duration.ofHours(1))));
            Map<String, Long> lastDay = count(markedSince(now.minus(Duration.ofDays(1))));
            return counts.stream()
                    .map(each -> new CustomerFigures(
                            each,
                            oldest.get(each.customer()),
                            lastHour.getOrDefault(each.customer(), 0L),
                            lastDay.getOrDefault(each.customer(), 0L)))
                    .toList();
        });
    }

    private static Document markedSince(Instant time) {
        return new Document("clean_image", new Document("$ne", null))
                .append("clean_image_updated_at", new Document("$gte", Date.from(time)));
    }

    private Map<String, Long> count(Document filter) {
        Map<String, Long> counts = new HashMap<>();
        for (Document group : group(filter, new Document("$sum", 1))) {
            if (group.get("_id") instanceof String customer && group.get("value") instanceof Number count) {
                counts.put(customer, count.longValue());
            }
        }
        return counts;
    }

    private Map<String, Instant> oldestPending() {
        Document filter = NewsFilters.inState(PictureState.PENDING).append("_id", NewsFilters.datedIds());
        Map<String, Instant> oldest = new HashMap<>();
        for (Document group : group(filter, new Document("$min", "$_id"))) {
            if (group.get("_id") instanceof String customer && group.get("value") instanceof ObjectId id) {
                oldest.put(customer, id.getDate().toInstant());
            }
        }
        return oldest;
    }

    private Iterable<Document> group(Document filter, Document value) {
        Document named = new Document("customer_id", new Document("$gt", ""));
        named.putAll(filter);
        return connection
                .patientDatabase()
                .getCollection(MongoCollections.NEWS)
                .aggregate(List.of(
                        new Document("$match", named),
                        new Document("$group", new Document("_id", "$customer_id").append("value", value))));
    }
}

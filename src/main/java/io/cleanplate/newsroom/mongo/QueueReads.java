package io.cleanplate.newsroom.mongo;

import com.mongodb.client.MongoCollection;
import io.cleanplate.newsroom.NewsId;
import io.cleanplate.newsroom.NewsImage;
import io.cleanplate.newsroom.PictureQueue;
import io.cleanplate.newsroom.QueueFilter;
import io.cleanplate.newsroom.QueuePage;
import io.cleanplate.newsroom.QueueQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bson.BsonRegularExpression;
import org.bson.BsonValue;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Reads the queue. Thread-safe. */
final class QueueReads implements PictureQueue {
    private final MongoConnection connection;
    private final NewsDocuments documents;

    QueueReads(MongoConnection connection, NewsDocuments documents) {
        this.connection = connection;
        this.documents = documents;
    }

    @Override
    public QueuePage page(QueueQuery query) {
        return connection.call(() -> {
            List<Document> found =
                    OrderedReads.read(news(), filter(query.filter()), null, query.after(), query.limit() + 1);
            List<NewsImage> pictures = new ArrayList<>();
            int shown = Math.min(found.size(), query.limit());
            for (Document document : found.subList(0, shown)) {
                NewsImage picture = documents.picture(document);
                if (picture != null) {
                    pictures.add(picture);
                }
            }
            NewsId next = found.size() > shown ? NewsDocuments.id(found.get(shown - 1)) : null;
            return new QueuePage(pictures, next, shown - pictures.size());
        });
    }

    @Override
    public Optional<NewsImage> find(String customer, NewsId id) {
        return connection.call(() -> Optional.ofNullable(
                        news().find(NewsFilters.document(customer, id)).first())
                .map(documents::picture));
    }

    @Override
    public List<String> sources(@Nullable String customer) {
        return names("source", customer);
    }

    @Override
    public List<String> categories(@Nullable String customer) {
        return names("category", customer);
    }

    /** Every customer that has documents, in order. */
    List<String> customers() {
        return names("customer_id", null);
    }

    private List<String> names(String field, @Nullable String customer) {
        return connection.call(() -> {
            MongoCollection<Document> patient = connection.patientDatabase().getCollection(MongoCollections.NEWS);
            // Customers of any name: an index on the customer answers that, too.
            Document filter = new Document("customer_id", customer == null ? new Document("$gt", "") : customer);
            return MongoCollections.strings(patient.distinct(field, filter, BsonValue.class));
        });
    }

    private Document filter(QueueFilter wanted) {
        String customer = wanted.customer();
        // All customers by name rather than none: then each one's documents come in order from the index, and are
        // merged.
        Document filter = new Document("customer_id", customer == null ? new Document("$in", customers()) : customer);
        if (wanted.state() != null) {
            filter.putAll(NewsFilters.inState(wanted.state()));
        }
        if (wanted.source() != null) {
            filter.append("source", wanted.source());
        }
        if (wanted.category() != null) {
            filter.append("category", wanted.category());
        }
        if (wanted.text() != null) {
            BsonRegularExpression words = new BsonRegularExpression(Pattern.quote(wanted.text()), "i");
            filter.append("$or", List.of(new Document("title", words), new Document("short_summary", words)));
        }
        return filter;
    }

    private MongoCollection<Document> news() {
        return connection.database().getCollection(MongoCollections.NEWS);
    }
}

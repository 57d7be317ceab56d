package io.cleanplate.newsroom.embedded;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.h2.H2Collection;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.util.stream.Stream;
import org.h2.mvstore.MVMap;

/**
 * A collection that finds a document by its id even when more is asked of it. The library reads every document then, so
 * that a guarded update of one took milliseconds among twenty thousand.
 */
final class IndexedCollection extends H2Collection {
    IndexedCollection(
            MongoDatabase database,
            String name,
            CollectionOptions options,
            MVMap<Object, Document> documents,
            MVMap<String, Object> meta,
            CursorRegistry cursors) {
        super(database, name, options, documents, meta, cursors);
    }

    @Override
    protected QueryResult matchDocuments(
            Document query, Document orderBy, int skip, int limit, int batchSize, Document fields) {
        Object id = query.get("_id");
        if (!(id instanceof ObjectId || id instanceof String)) {
            return super.matchDocuments(query, orderBy, skip, limit, batchSize, fields);
        }
        Document document = getDocument(id);
        return matchDocumentsFromStream(Stream.ofNullable(document), query, orderBy, skip, limit, batchSize, fields);
    }
}

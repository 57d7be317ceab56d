package io.cleanplate.newsroom.embedded;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.h2.H2Database;
import de.bwaldvogel.mongo.bson.Document;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;

/** A database of {@link IndexedCollection}s. Map names are the library's, so that it reads what it wrote before. */
final class IndexedDatabase extends H2Database {
    private final MVStore store;

    IndexedDatabase(String name, MVStore store, CursorRegistry cursors) {
        // Before super, which opens the collections that exist.
        this.store = store;
        super(name, store, cursors);
    }

    @Override
    protected MongoCollection<Object> openOrCreateCollection(String name, CollectionOptions options) {
        MVMap<Object, Document> documents = store.openMap("databases." + getFullCollectionNamespace(name));
        MVMap<String, Object> meta = store.openMap("meta." + getFullCollectionNamespace(name));
        return new IndexedCollection(this, name, options, documents, meta, cursorRegistry);
    }
}

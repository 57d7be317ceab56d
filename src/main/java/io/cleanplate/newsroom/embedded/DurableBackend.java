package io.cleanplate.newsroom.embedded;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.DuplicateKeyError;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import org.h2.mvstore.MVStore;

/**
 * The library's store made safe: one command at a time, on disk before it is acknowledged. As it comes, the store writes
 * about once a second, documents are changed in place while replies that hold them are still being encoded, and a document
 * is looked for by reading all of them.
 */
final class DurableBackend extends H2Backend {
    private final MVStore store;
    private final Object turn = new Object();

    DurableBackend(MVStore store) {
        this.store = store;
        // Each command's pages are on disk, so the space of those that they replace is free at once; else the file
        // grows
        // by a good twenty kilobytes a write.
        store.setRetentionTime(0);
        super(store);
    }

    @Override
    protected MongoDatabase openOrCreateDatabase(String name) {
        return new IndexedDatabase(name, store, getCursorRegistry());
    }

    @Override
    public Document handleMessage(MongoMessage message) {
        if (message.getDocument().containsKey("ping")) {
            // Whether anybody is there is asked with little patience: the answer must not wait for a long command's
            // turn.
            return new Document("ok", 1.0);
        }
        synchronized (turn) {
            Document reply = answer(message);
            if (store.hasUnsavedChanges()) {
                store.commit();
                store.sync();
            }
            return reply.cloneDeeply();
        }
    }

    @Override
    public void close() {
        synchronized (turn) {
            super.close();
        }
    }

    private Document answer(MongoMessage message) {
        try {
            return super.handleMessage(message);
        } catch (DuplicateKeyError e) {
            // The library would log it as an error; it is how one learns that a lease is held.
            return new Document("ok", 0)
                    .append("code", e.getCode())
                    .append("codeName", e.getCodeName())
                    .append("errmsg", e.getMessageWithoutErrorCode());
        }
    }
}

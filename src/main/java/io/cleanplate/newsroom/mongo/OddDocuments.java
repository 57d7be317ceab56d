package io.cleanplate.newsroom.mongo;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Names each document whose fields are not what they should be in the log, once. Thread-safe. */
final class OddDocuments {
    private static final Logger LOG = LoggerFactory.getLogger(OddDocuments.class);
    /** A broken import must not fill the log: past this many, documents go unnamed. */
    private static final int MOST = 500;

    private final Set<String> named = ConcurrentHashMap.newKeySet();

    /** Says what is wrong with a document. */
    void report(@Nullable Object id, String field, Object value) {
        if (isNew(id)) {
            LOG.warn(
                    "Document {} has a {} of the wrong type ({}), which is treated as if it were missing",
                    id,
                    field,
                    value.getClass().getSimpleName());
        }
    }

    /** Says why a document is left out. */
    void leftOut(@Nullable Object id, String why) {
        if (isNew(id)) {
            LOG.warn("Document {} is left out: {}", id, why);
        }
    }

    private boolean isNew(@Nullable Object id) {
        if (named.size() > MOST || !named.add(String.valueOf(id))) {
            return false;
        }
        if (named.size() > MOST) {
            LOG.warn("More than {} documents have fields of wrong types: the others are not named", MOST);
            return false;
        }
        return true;
    }
}

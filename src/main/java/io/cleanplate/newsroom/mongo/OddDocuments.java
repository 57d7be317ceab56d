package io.cleanplate.newsroom.mongo;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Names each document whose fields are not what they should be once in the log. Thread-safe. */
final class OddDocuments {
    private static final Logger LOG = LoggerFactory.getLogger(OddDocuments.class);
    /** Bounds memory: past this many, documents go unnamed. */
    private static final int MOST = 10_000;

    private final Set<String> named = ConcurrentHashMap.newKeySet();

    /** Says what is wrong with a document, the first time. */
    void report(@Nullable Object id, String field, Object value) {
        String name = id + "/" + field;
        if (named.size() < MOST && named.add(name)) {
            LOG.warn(
                    "Document {} has a {} of type {} and not of the type agreed on: it is treated as if it had none",
                    id,
                    field,
                    value.getClass().getSimpleName());
        }
    }

    /** Says that a document is left out, the first time. */
    void leftOut(@Nullable Object id, String why) {
        if (named.size() < MOST && named.add(id + "/")) {
            LOG.warn("Document {} is left out: {}", id, why);
        }
    }
}

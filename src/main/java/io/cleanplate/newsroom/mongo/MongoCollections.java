package io.cleanplate.newsroom.mongo;

import java.util.ArrayList;
import java.util.List;
import org.bson.BsonValue;

/** The collections' names, which other programs share, and how values that may be of any type are read from them. */
final class MongoCollections {
    /** The stories, owned by the fetcher. */
    static final String NEWS = "news_document";
    /** The customers' settings, owned by us. */
    static final String CONFIG = "image_config";
    /** Who does what only one server may do, owned by us. */
    static final String LEASES = "cleanplate_lease";
    /** What is known of the sources' marks, owned by us. */
    static final String WATERMARKS = "cleanplate_watermark";

    private MongoCollections() {}

    /** The strings among the values, in order; empty ones and other types are left out. */
    static List<String> strings(Iterable<BsonValue> values) {
        List<String> strings = new ArrayList<>();
        for (BsonValue value : values) {
            if (value.isString() && !value.asString().getValue().isEmpty()) {
                strings.add(value.asString().getValue());
            }
        }
        strings.sort(null);
        return strings;
    }
}

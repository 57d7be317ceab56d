package io.cleanplate.newsroom.mongo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Documents with fields that are missing, null, empty, or of a wrong type, in all mixtures. */
final class OddStories {
    /** Stands for a field that the document does not have. */
    private static final Object MISSING = new Object();

    private OddStories() {}

    /** Documents of customer {@code c1} with ObjectIds; the same seed gives the same. */
    static List<Document> some(int count, long seed) {
        Random random = new Random(seed);
        List<Document> documents = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Document document = new Document("_id", Fixture.objectId(i)).append("customer_id", "c1");
            put(document, random, "image", "u", "u", "u", MISSING, null, "", 7, List.of("u"), List.of());
            put(document, random, "short_summary", "s", "s", "s", MISSING, null, "", true, List.of("s"));
            put(
                    document,
                    random,
                    "clean_image",
                    MISSING,
                    MISSING,
                    MISSING,
                    null,
                    "",
                    "/x",
                    5,
                    List.of("/x"),
                    List.of());
            put(
                    document,
                    random,
                    "watermark_skipped",
                    MISSING,
                    MISSING,
                    null,
                    false,
                    true,
                    "true",
                    1,
                    List.of(true),
                    List.of(false));
            put(
                    document,
                    random,
                    "status",
                    MISSING,
                    MISSING,
                    null,
                    "new",
                    "dont_process",
                    3,
                    List.of("dont_process"),
                    List.of("new"));
            put(document, random, "auto_marked_cleaned", MISSING, null, false, true, "yes", List.of(true));
            documents.add(document);
        }
        return documents;
    }

    private static void put(Document document, Random random, String field, @Nullable Object... values) {
        @Nullable Object value = Arrays.asList(values).get(random.nextInt(values.length));
        if (value != MISSING) {
            document.append(field, value);
        }
    }
}

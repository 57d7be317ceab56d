package io.cleanplate.newsroom.mongo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Reads fields of one document; what is missing or of another type is null, and the latter is reported. */
record FieldReader(Document document, OddDocuments odd) {
    @Nullable
    String text(String field) {
        return value(field, String.class);
    }

    String textOrEmpty(String field) {
        String text = text(field);
        return text == null ? "" : text;
    }

    int count(String field) {
        Number number = value(field, Number.class);
        return number == null ? 0 : number.intValue();
    }

    @Nullable
    Instant time(String field) {
        Date date = value(field, Date.class);
        return date == null ? null : date.toInstant();
    }

    boolean flag(String field) {
        return Boolean.TRUE.equals(value(field, Boolean.class));
    }

    /** A list of strings, empty when missing; null when it is anything else. */
    @Nullable
    List<String> texts(String field) {
        Object value = document.get(field);
        if (value == null) {
            return List.of();
        }
        List<String> texts = new ArrayList<>();
        if (value instanceof Collection<?> values) {
            for (Object each : values) {
                if (each instanceof String text) {
                    texts.add(text);
                }
            }
            if (texts.size() == values.size()) {
                return texts;
            }
        }
        odd.report(document.get("_id"), field, value);
        return null;
    }

    <T> @Nullable T value(String field, Class<T> type) {
        Object value = document.get(field);
        if (value == null || type.isInstance(value)) {
            return type.cast(value);
        }
        odd.report(document.get("_id"), field, value);
        return null;
    }
}

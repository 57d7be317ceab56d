package io.cleanplate.newsroom.mongo;

import io.cleanplate.newsroom.Mark;
import io.cleanplate.newsroom.NewsId;
import io.cleanplate.newsroom.NewsImage;
import io.cleanplate.newsroom.PictureRef;
import io.cleanplate.newsroom.PictureState;
import io.cleanplate.newsroom.Story;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/** Documents of {@code news_document} as pictures. */
record NewsDocuments(OddDocuments odd) {
    /** The picture, or null when the document's id or customer is of a type that no reader knows: that is reported. */
    @Nullable
    NewsImage picture(Document document) {
        PictureRef ref = ref(document);
        if (ref == null) {
            return null;
        }
        FieldReader fields = new FieldReader(document, odd);
        return new NewsImage(
                ref,
                story(document),
                PictureState.of(document),
                new Mark(
                        fields.text("clean_image"),
                        fields.time("clean_image_updated_at"),
                        fields.text("cleaned_by"),
                        fields.text("clean_image_sha256"),
                        fields.text("clean_model"),
                        fields.time("reopened_at")));
    }

    /** Which picture a document is, or null when its id or customer is of a type that no reader knows. */
    @Nullable
    PictureRef ref(Document document) {
        NewsId id = id(document);
        if (id == null) {
            odd.leftOut(document.get("_id"), "its _id is neither an ObjectId nor a string");
            return null;
        }
        if (!(document.get("customer_id") instanceof String customer)) {
            odd.leftOut(id, "its customer_id is not a string");
            return null;
        }
        return new PictureRef(customer, id, new FieldReader(document, odd).textOrEmpty("image"));
    }

    /** What the picture belongs to. */
    Story story(Document document) {
        FieldReader fields = new FieldReader(document, odd);
        return new Story(
                fields.textOrEmpty("title"),
                fields.textOrEmpty("short_summary"),
                fields.count("word_count"),
                fields.text("source"),
                fields.text("category"));
    }

    /** A document's id, or null when it is neither an ObjectId nor a string. */
    static @Nullable NewsId id(Document document) {
        Object id = document.get("_id");
        if (id instanceof ObjectId objectId) {
            return NewsId.ofObjectId(objectId.toHexString());
        }
        return id instanceof String string ? NewsId.ofString(string) : null;
    }
}

package io.cleanplate.newsroom.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.WriteModel;
import io.cleanplate.newsroom.AutoMarkRules;
import io.cleanplate.newsroom.NewsId;
import io.cleanplate.newsroom.PictureRef;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bson.Document;

/** What the auto-mark job does, done by hand on the driver, with the job's own conditions: to measure the job against. */
public final class DriverMarks {
    private final MongoCollection<Document> news;

    /** Marks documents of this collection, with its write concern. */
    public DriverMarks(MongoCollection<Document> news) {
        this.news = news;
    }

    /** One find, and one update a picture. Returns how many it marked. */
    public long oneByOne(String customer) {
        long marked = 0;
        for (Document document : news.find(NewsFilters.forTheJob(customer, AutoMarkRules.ALL))) {
            PictureRef picture = picture(customer, document);
            marked += news.updateOne(NewsFilters.stillForTheJob(picture), mark(picture))
                    .getModifiedCount();
        }
        return marked;
    }

    /** Finds and bulk writes of so many at once. Returns how many it marked. */
    public long inBulk(String customer, int atOnce) {
        long marked = 0;
        while (true) {
            List<WriteModel<Document>> updates = new ArrayList<>();
            for (Document document : news.find(NewsFilters.forTheJob(customer, AutoMarkRules.ALL))
                    .projection(Projections.include("image"))
                    .sort(Sorts.ascending("_id"))
                    .limit(atOnce)) {
                PictureRef picture = picture(customer, document);
                updates.add(new UpdateOneModel<>(NewsFilters.stillForTheJob(picture), mark(picture)));
            }
            if (updates.isEmpty()) {
                return marked;
            }
            marked += news.bulkWrite(updates, new BulkWriteOptions().ordered(false))
                    .getModifiedCount();
        }
    }

    private static PictureRef picture(String customer, Document document) {
        return new PictureRef(
                customer, NewsId.ofObjectId(document.getObjectId("_id").toHexString()), document.getString("image"));
    }

    private static Document mark(PictureRef picture) {
        return new Document(
                "$set",
                new Document("clean_image", picture.image())
                        .append("auto_marked_cleaned", true)
                        .append("clean_image_updated_at", Date.from(Instant.now())));
    }
}

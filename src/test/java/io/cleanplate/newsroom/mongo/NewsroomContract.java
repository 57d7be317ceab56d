package io.cleanplate.newsroom.mongo;

import static io.cleanplate.newsroom.mongo.Fixture.objectId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.cleanplate.newsroom.PictureState;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What every server that can hold the newsroom has to do. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class NewsroomContract {
    private Fixture db;

    /** A database of its own on the server to test; called once. */
    abstract MongoUrl server();

    /** Whether the server explains how it answers. */
    abstract boolean explains();

    @BeforeAll
    void open() {
        db = new Fixture(server());
        db.empty();
    }

    @AfterEach
    void onlyKnownCommandsWereSentAndAllNamedTheCustomer() {
        db.empty();
        assertThat(db.recorder.faults()).isEmpty();
    }

    @AfterAll
    void close() {
        db.drop();
        db.close();
    }

    @Nested
    class Queue extends QueueContract {
        Queue() {
            super(db);
        }
    }

    @Nested
    class Mark extends MarkContract {
        Mark() {
            super(db);
        }
    }

    @Nested
    class AutoMark extends AutoMarkContract {
        AutoMark() {
            super(db);
        }
    }

    @Nested
    class Customer extends CustomerContract {
        Customer() {
            super(db);
        }
    }

    @Nested
    class Profiles extends ProfileContract {
        Profiles() {
            super(db);
        }
    }

    @Test
    void answersAndHasItsIndexes() {
        assertThat(db.newsroom.connected()).isTrue();
        assertThat(db.news.listIndexes().map(index -> index.getString("name")).into(new ArrayList<>()))
                .contains(NewsIndexes.PENDING, NewsIndexes.CUSTOMER, NewsIndexes.MARKED);
        assertThat(db.config.listIndexes().map(index -> index.getString("name")).into(new ArrayList<>()))
                .contains(NewsIndexes.CONFIG);
        assertThat(db.watermarks
                        .listIndexes()
                        .map(index -> index.getString("name"))
                        .into(new ArrayList<>()))
                .contains(NewsIndexes.WATERMARK);
        NewsIndexes.make(db.connection);
    }

    @Test
    void pendingQueueRunsOnItsIndexWithoutSorting() {
        assumeTrue(explains(), "this server does not explain");
        for (int i = 0; i < 200; i++) {
            db.insert(objectId(i), "c" + i % 3, "clean_image", i % 4 == 0 ? null : "/x");
        }
        Document filter = new Document("_id", new Document("$gte", new ObjectId(new byte[12])))
                .append("customer_id", new Document("$in", List.of("c0", "c1", "c2")));
        filter.putAll(NewsFilters.inState(PictureState.PENDING));

        String plan = db.news
                .find(filter)
                .sort(new Document("_id", 1))
                .limit(10)
                .explain()
                .get("queryPlanner", Document.class)
                .get("winningPlan", Document.class)
                .toJson();

        assertThat(plan)
                .contains(NewsIndexes.PENDING)
                .doesNotContain("\"SORT\"")
                .doesNotContain("COLLSCAN");
    }

    @Test
    void revisionsOfProfilesAreReadWithoutTheirMarks() {
        assumeTrue(explains(), "this server does not explain");
        // Anew: once it held a list of customers, an index answers nothing by itself any more.
        db.watermarks.drop();
        NewsIndexes.make(db.connection);
        db.watermarks.insertOne(new Document("customer_id", "c1").append("revision", 1L));

        String plan = db.watermarks
                .find(new Document("customer_id", "c1"))
                .projection(new Document("revision", 1))
                .explain()
                .get("queryPlanner", Document.class)
                .get("winningPlan", Document.class)
                .toJson();

        assertThat(plan).contains(NewsIndexes.WATERMARK).doesNotContain("\"FETCH\"");
    }
}

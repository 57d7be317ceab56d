package io.cleanplate.newsroom.mongo;

import static io.cleanplate.newsroom.mongo.Fixture.objectId;
import static io.cleanplate.newsroom.mongo.Fixture.ref;
import static org.assertj.core.api.Assertions.assertThat;

import io.cleanplate.newsroom.NewsId;
import io.cleanplate.newsroom.NewsImage;
import io.cleanplate.newsroom.PictureRef;
import io.cleanplate.newsroom.PictureState;
import io.cleanplate.newsroom.QueueFilter;
import io.cleanplate.newsroom.QueuePage;
import io.cleanplate.newsroom.QueueQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every server has to do when pictures are looked for. */
abstract class QueueContract {
    private final Fixture db;

    QueueContract(Fixture db) {
        this.db = db;
    }

    @Test
    void pagesRunFromStringIdsOnToObjectIdsWithoutGapOrRepeat() {
        List<PictureRef> inOrder = new ArrayList<>();
        for (String id : List.of("a", "b", "c")) {
            inOrder.add(db.insert(id, "c1"));
        }
        for (int i = 0; i < 4; i++) {
            inOrder.add(db.insert(objectId(i), "c1"));
        }
        db.insert("other", "c2");

        List<PictureRef> seen = new ArrayList<>();
        NewsId after = null;
        int pages = 0;
        do {
            QueuePage page = db.newsroom.page(new QueueQuery(QueueFilter.pendingOf("c1"), after, 2));
            page.pictures().forEach(picture -> seen.add(picture.ref()));
            after = page.next();
            pages++;
        } while (after != null);

        assertThat(seen).containsExactlyElementsOf(inOrder);
        assertThat(pages).isEqualTo(4);
    }

    @Test
    void queueOfAllCustomersIsInTheOrderOfIds() {
        PictureRef second = db.insert(objectId(2), "c1");
        PictureRef first = db.insert(objectId(1), "c2");

        assertThat(refs(db.newsroom.page(new QueueQuery(QueueFilter.PENDING, null, 10))))
                .containsExactly(first, second);
    }

    @Test
    void everyDocumentIsInTheStateThatTheRuleSays() {
        List<Document> documents = OddStories.some(600, 42);
        db.news.insertMany(documents);

        for (PictureState state : PictureState.values()) {
            Set<NewsId> expected = new HashSet<>();
            for (Document document : documents) {
                if (PictureState.of(document) == state) {
                    expected.add(NewsId.ofObjectId(document.getObjectId("_id").toHexString()));
                }
            }
            QueuePage page =
                    db.newsroom.page(new QueueQuery(new QueueFilter("c1", null, null, null, state), null, 1000));

            assertThat(expected).as("%s", state).isNotEmpty();
            assertThat(page.pictures().stream().map(picture -> picture.ref().id()))
                    .as("%s", state)
                    .containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    @Test
    void filtersNarrowTheQueue() {
        PictureRef wanted = db.insert("a", "c1", "source", "Atlas", "category", "sport", "title", "50% of (all) Dunes");
        db.insert("b", "c1", "source", "Borea", "category", "sport", "title", "Dunes");
        db.insert("c", "c1", "source", "Atlas", "category", "world", "title", "Lakes");

        assertThat(pending("c1", "Atlas", "sport", null)).containsExactly(wanted);
        assertThat(pending("c1", null, null, "50% OF (ALL)")).containsExactly(wanted);
        assertThat(pending("c1", null, null, "50. of")).isEmpty();
        assertThat(pending("c2", null, null, null)).isEmpty();
        assertThat(db.newsroom.sources("c1")).containsExactly("Atlas", "Borea");
        assertThat(db.newsroom.categories(null)).containsExactly("sport", "world");
    }

    @Test
    void documentsThatCannotBeReadAreLeftOutAndCounted() {
        PictureRef readable = db.insert("b", "c1", "title", 7, "source", List.of("x"), "word_count", "many");
        db.insert("a", "c1", "customer_id", List.of("c1"));
        db.insert(17, "c1");

        QueuePage page = db.newsroom.page(new QueueQuery(QueueFilter.pendingOf("c1"), null, 10));

        assertThat(refs(page)).containsExactly(readable);
        assertThat(page.unreadable()).isEqualTo(1);
        assertThat(page.pictures().getFirst().story().title()).isEmpty();
    }

    @Test
    void pictureIsFoundByItsCustomerOnly() {
        PictureRef ref = db.insert(objectId(1), "c1", "source", "Atlas", "status", "dont_process", "word_count", 120L);

        NewsImage found = db.newsroom.find("c1", ref.id()).orElseThrow();

        assertThat(found.ref()).isEqualTo(ref);
        assertThat(found.state()).isEqualTo(PictureState.WITHDRAWN);
        assertThat(found.story().wordCount()).isEqualTo(120);
        assertThat(ref.id().createdAt()).contains(Instant.ofEpochSecond(1_700_000_001));
        assertThat(db.newsroom.find("c2", ref.id())).isEmpty();
    }

    @Test
    void stringThatReadsLikeAnObjectIdIsAnotherDocument() {
        PictureRef string = db.insert(objectId(1).toHexString(), "c1");

        assertThat(db.newsroom.find("c1", NewsId.ofObjectId(objectId(1).toHexString())))
                .isEmpty();
        assertThat(db.newsroom.find("c1", string.id())).isPresent();
    }

    private List<PictureRef> pending(
            String customer, @Nullable String source, @Nullable String category, @Nullable String text) {
        QueueFilter filter = new QueueFilter(customer, source, category, text, PictureState.PENDING);
        return refs(db.newsroom.page(new QueueQuery(filter, null, 10)));
    }

    private static List<PictureRef> refs(QueuePage page) {
        return page.pictures().stream().map(NewsImage::ref).toList();
    }
}

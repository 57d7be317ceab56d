package io.cleanplate.newsroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cleanplate.error.InputException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class NewsIdTest {
    private static final String HEX = "6553f1000000000000000001";

    @Test
    void tokenIsReadBackExactly() {
        for (NewsId id :
                List.of(NewsId.ofObjectId(HEX), NewsId.ofString(HEX), NewsId.ofString("oid:x"), NewsId.ofString(""))) {
            assertThat(NewsId.parse(id.token())).isEqualTo(id);
        }
    }

    @Test
    void whatPeopleWriteIsAnObjectIdWhenItLooksLikeOne() {
        assertThat(NewsId.parse(HEX)).isEqualTo(NewsId.ofObjectId(HEX));
        assertThat(NewsId.parse("import-7")).isEqualTo(NewsId.ofString("import-7"));
        assertThatThrownBy(() -> NewsId.parse("oid:x")).isInstanceOf(InputException.class);
        assertThatThrownBy(() -> NewsId.parse("")).isInstanceOf(InputException.class);
    }

    @Test
    void stringsComeBeforeObjectIdsAndByCodePoint() {
        NewsId objectId = NewsId.ofObjectId(HEX);

        assertThat(
                        List.of(
                                        objectId,
                                        NewsId.ofString("\uD83D\uDE00"),
                                        NewsId.ofString("\uFF21"),
                                        NewsId.ofString("b"))
                                .stream()
                                .sorted())
                .containsExactly(
                        NewsId.ofString("b"), NewsId.ofString("\uFF21"), NewsId.ofString("\uD83D\uDE00"), objectId);
    }

    @Test
    void objectIdTellsWhenItWasMade() {
        assertThat(NewsId.ofObjectId(HEX).createdAt()).contains(Instant.ofEpochSecond(1_700_000_000));
        assertThat(NewsId.ofString(HEX).createdAt()).isEmpty();
    }
}

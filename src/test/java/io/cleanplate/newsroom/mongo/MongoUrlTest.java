package io.cleanplate.newsroom.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.cleanplate.error.InputException;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MongoUrlTest {
    @Test
    void showsHostsAndDatabaseOnly() {
        MongoUrl url = MongoUrl.parse("MONGODB_URL", "mongodb://user:secret@a:27017,b:27018/press?authSource=admin");

        assertThat(url).hasToString("a:27017,b:27018/press");
        assertThat(url.database()).isEqualTo("press");
    }

    @Test
    void databaseIsNewsWhenNoneIsNamed() {
        assertThat(MongoUrl.parse("MONGODB_URL", "mongodb://host").database()).isEqualTo("news");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "secret",
                "mongodb://user:secret@",
                "mongodb://user:sec:secret@host",
                "mongodb://user@secret@host:1",
                "mongodb://host:secret",
                "mongodb://host/?readPreference=secret",
                ""
            })
    void whatIsNoAddressIsNotRepeated(String text) {
        Throwable thrown = catchThrowable(() -> MongoUrl.parse("MONGODB_URL", text));

        assertThat(thrown)
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("MONGODB_URL is no MongoDB address");
        StringWriter log = new StringWriter();
        thrown.printStackTrace(new PrintWriter(log));
        assertThat(log.toString()).doesNotContain("secret");
    }
}

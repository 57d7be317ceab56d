package io.cleanplate.newsroom.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class OddDocumentsTest {
    private final Logger logger = (Logger) LoggerFactory.getLogger(OddDocuments.class);
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private final OddDocuments odd = new OddDocuments();

    @BeforeEach
    void listen() {
        lines.start();
        logger.addAppender(lines);
        logger.setAdditive(false);
        logger.setLevel(Level.WARN);
    }

    @AfterEach
    void stopListening() {
        logger.detachAppender(lines);
        logger.setAdditive(true);
        logger.setLevel(Level.ERROR);
    }

    @Test
    void documentIsNamedOnceHoweverOftenItIsRead() {
        odd.report("a", "title", 7);
        odd.report("a", "title", 7);
        odd.leftOut("a", "its customer_id is not a string");
        odd.leftOut("b", "its customer_id is not a string");

        assertThat(lines.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .containsExactly(
                        "Document a has a title of the wrong type (Integer), which is treated as if it were missing",
                        "Document b is left out: its customer_id is not a string");
    }

    @Test
    void brokenImportDoesNotFillTheLog() {
        for (int i = 0; i < 2000; i++) {
            odd.report(i, "title", 7);
        }

        assertThat(lines.list).hasSize(501);
        assertThat(lines.list.getLast().getFormattedMessage()).contains("the others are not named");
    }
}

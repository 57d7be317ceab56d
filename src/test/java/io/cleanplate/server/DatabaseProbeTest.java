package io.cleanplate.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class DatabaseProbeTest {
    private final AtomicReference<Instant> now = new AtomicReference<>(FakeNewsroom.NOW);
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicBoolean there = new AtomicBoolean(true);

    @Test
    void withinASecondTheDatabaseIsAskedOnce() {
        DatabaseProbe probe = new DatabaseProbe(this::ask, Runnable::run, now::get);
        probe.connected();
        there.set(false);
        now.set(FakeNewsroom.NOW.plusMillis(999));

        assertThat(probe.connected()).isTrue();
        assertThat(asked).hasValue(1);
    }

    @Test
    void afterASecondItIsAskedAnew() {
        DatabaseProbe probe = new DatabaseProbe(this::ask, Runnable::run, now::get);
        probe.connected();
        there.set(false);
        now.set(FakeNewsroom.NOW.plusSeconds(1));

        assertThat(probe.connected()).isFalse();
        assertThat(asked).hasValue(2);
    }

    @Test
    void aClockPutBackDoesNotKeepAnOldAnswer() {
        DatabaseProbe probe = new DatabaseProbe(this::ask, Runnable::run, now::get);
        probe.connected();
        there.set(false);
        now.set(FakeNewsroom.NOW.minusSeconds(3600));

        assertThat(probe.connected()).isFalse();
    }

    @Test
    void aQuestionThatIsStillOpenIsNotAskedTwice() {
        Deque<Runnable> waiting = new ArrayDeque<>();
        DatabaseProbe probe = new DatabaseProbe(this::ask, waiting::add, now::get);
        assertThat(probe.connected()).isFalse();
        now.set(FakeNewsroom.NOW.plusSeconds(60));
        assertThat(probe.connected()).isFalse();

        assertThat(waiting).hasSize(1);
        waiting.remove().run();
        now.set(FakeNewsroom.NOW);

        assertThat(probe.connected()).isTrue();
    }

    private boolean ask() {
        asked.incrementAndGet();
        return there.get();
    }
}

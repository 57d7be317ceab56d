package io.cleanplate.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.ThreadFactory;
import org.junit.jupiter.api.Test;

class ThreadsTest {
    @Test
    void threadsAreNumberedAndDoNotKeepTheProgramRunning() {
        ThreadFactory factory = Threads.named("worker");

        Thread first = factory.newThread(() -> {});
        Thread second = factory.newThread(() -> {});

        assertThat(first.getName()).isEqualTo("worker-1");
        assertThat(second.getName()).isEqualTo("worker-2");
        assertThat(first.isDaemon()).isTrue();
    }

    @Test
    void aThreadThatDiesIsNoticed() {
        Thread thread = Threads.named("worker").newThread(() -> {});

        assertThat(thread.getUncaughtExceptionHandler()).isNotSameAs(thread.getThreadGroup());
    }
}

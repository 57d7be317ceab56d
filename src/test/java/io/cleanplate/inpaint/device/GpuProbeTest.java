package io.cleanplate.inpaint.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class GpuProbeTest {
    private static final Gpus ONE = new Gpus(List.of(new Gpu(0, "Card", 2, 1, "570.10")), null);

    @Test
    void theFirstProbeThatFindsCardsAnswers() {
        GpuProbe probe = new FirstGpuProbe(() -> Gpus.none("No driver."), () -> ONE);

        assertThat(probe.probe()).isEqualTo(ONE);
    }

    @Test
    void withoutCardsEveryProbeSaysWhy() {
        GpuProbe probe = new FirstGpuProbe(() -> Gpus.none("No driver."), () -> Gpus.none("No program."));

        assertThat(probe.probe()).isEqualTo(Gpus.none("No driver. No program."));
    }

    @Test
    void aProbeThatHangsIsLeftBehind() {
        CountDownLatch never = new CountDownLatch(1);
        GpuProbe hanging = () -> {
            try {
                never.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return ONE;
        };

        assertThat(new TimeLimitedProbe(hanging, Duration.ofMillis(1)).probe().whyNone())
                .startsWith("The NVIDIA driver did not answer within");
        never.countDown();
    }
}

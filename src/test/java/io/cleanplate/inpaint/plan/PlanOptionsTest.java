package io.cleanplate.inpaint.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.cleanplate.imaging.Rect;
import org.junit.jupiter.api.Test;

class PlanOptionsTest {
    @Test
    void refusesWhatNoPlanCanKeep() {
        assertThatIllegalArgumentException().isThrownBy(() -> new PlanOptions(-1, 32, 1_000_000, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new PlanOptions(128, 65, 1_000_000, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new PlanOptions(128, -1, 1_000_000, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new PlanOptions(128, 32, 65_535, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new PlanOptions(128, 32, 1_000_000, -1));
    }

    @Test
    void limitCanBeLowered() {
        assertThat(PlanOptions.DEFAULT.withMaxPassPixels(70_000)).isEqualTo(new PlanOptions(128, 32, 70_000, 16_000));
    }

    @Test
    void passRefusesWhatAModelCannotTake() {
        Rect crop = new Rect(0, 0, 16, 16);

        assertThatIllegalArgumentException().isThrownBy(() -> new Pass(crop, 20, 16, crop));
        assertThatIllegalArgumentException().isThrownBy(() -> new Pass(new Rect(0, 0, 8, 8), 8, 16, crop));
        assertThatIllegalArgumentException().isThrownBy(() -> new Pass(new Rect(0, 0, 17, 16), 16, 16, crop));
        assertThatIllegalArgumentException().isThrownBy(() -> new Pass(crop, 16, 16, new Rect(0, 0, 17, 16)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Pass(crop, 16, 16, Rect.EMPTY));
    }
}

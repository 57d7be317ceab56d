package io.cleanplate.inpaint.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SizeBucketsTest {
    @ParameterizedTest
    @CsvSource({"1,64", "64,64", "65,128", "512,512", "513,640", "1024,1024", "1025,1280", "5000,5120"})
    void bucketHoldsThePixels(int pixels, int bucket) {
        assertThat(SizeBuckets.atLeast(pixels)).isEqualTo(bucket);
    }

    @Test
    void largestBucketIsOneThatHoldsItself() {
        for (int pixels = 64; pixels < 3000; pixels++) {
            int bucket = SizeBuckets.atMost(pixels);
            assertThat(bucket).isLessThanOrEqualTo(pixels);
            assertThat(SizeBuckets.atLeast(bucket)).isEqualTo(bucket);
            assertThat(SizeBuckets.atLeast(bucket + 1)).isGreaterThan(pixels);
        }
    }
}

package io.cleanplate.desktop.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import io.cleanplate.watermark.KeptProfile.Stamp;
import io.cleanplate.watermark.Profile;
import io.cleanplate.watermark.Profile.Event;
import io.cleanplate.watermark.Profile.Quality;
import io.cleanplate.watermark.SizeClass;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProfileWordsTest {
    @ParameterizedTest
    @CsvSource({"0, false, any size", "1280, false, 1280 wide", "1600, true, 1600 high"})
    void aSizeClassIsSaidByTheLongerSide(int longSide, boolean upright, String words) {
        assertThat(ProfileWords.size(new SizeClass(longSide, upright))).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({"1.2, Known very well", "2.0, Known well", "3.1, 'Known roughly, more pictures would help'"})
    void aMarkIsKnownAsWellAsItsResultsAreCertain(double uncertainty, String words) {
        assertThat(ProfileWords.quality(new Quality(20, 1, uncertainty, true))).isEqualTo(words);
    }

    @Test
    void picturesWithoutASourceHaveAName() {
        assertThat(ProfileWords.sources(List.of("Northlight", ""))).isEqualTo("Northlight, pictures without a source");
    }

    @Test
    void aMarkSaysWhichPicturesBearItWhere() {
        Profile profile = DrawnProfiles.tiny("Northlight", 1);

        assertThat(ProfileWords.sizeAndPlace(profile)).isEqualTo("Any size, bottom right");
        assertThat(ProfileWords.where(profile)).isEqualTo("In pictures of any size, bottom right.");
    }

    @Test
    void aChangeSaysWhenAndByWhom() {
        Stamp stamp = new Stamp(3, DrawnProfiles.NOW, "Ada");

        assertThat(ProfileWords.change(stamp, DrawnProfiles.NOW.plus(Duration.ofHours(2))))
                .isEqualTo("2 hours ago by Ada");
    }

    @Test
    void anEventSaysItsDay() {
        Event event = new Event(DrawnProfiles.NOW, 2, 18, "Learned from 18 pictures.");

        assertThat(ProfileWords.event(event, ZoneOffset.UTC))
                .isEqualTo("22 Nov 2026, version 2: Learned from 18 pictures.");
    }
}

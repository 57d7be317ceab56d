package io.cleanplate.newsroom;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AutoMarkRulesTest {
    @Test
    void emptyRulesRestrictNothing() {
        assertThat(AutoMarkRules.ALL.matches(story(null, null))).isTrue();
    }

    @Test
    void namedCategoriesLeaveOutOthersAndNone() {
        AutoMarkRules rules = new AutoMarkRules(Set.of("sport"), Set.of(), Set.of());

        assertThat(rules.matches(story("Atlas", "sport"))).isTrue();
        assertThat(rules.matches(story("Atlas", "Sport"))).isFalse();
        assertThat(rules.matches(story("Atlas", null))).isFalse();
    }

    @Test
    void exclusionGoesBeforeNamedSources() {
        AutoMarkRules rules = new AutoMarkRules(Set.of(), Set.of("Atlas", "Borea"), Set.of("Borea"));

        assertThat(rules.matches(story("Atlas", null))).isTrue();
        assertThat(rules.matches(story("Borea", null))).isFalse();
        assertThat(rules.matches(story(null, null))).isFalse();
    }

    @Test
    void exclusionAloneKeepsStoriesWithoutSource() {
        assertThat(new AutoMarkRules(Set.of(), Set.of(), Set.of("Borea")).matches(story(null, null)))
                .isTrue();
    }

    private static Story story(@Nullable String source, @Nullable String category) {
        return new Story("Title", "Summary", 100, source, category);
    }
}

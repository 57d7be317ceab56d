package io.cleanplate.newsroom;

import java.util.Set;

/**
 * Which pictures of a customer are marked by the job. An empty set does not restrict. Names are compared exactly.
 *
 * @param categories only these sections; a story without one is then left out
 * @param sources only these publishers; a story without one is then left out
 * @param excludeSources not these publishers
 */
public record AutoMarkRules(Set<String> categories, Set<String> sources, Set<String> excludeSources) {
    /** All pictures. */
    public static final AutoMarkRules ALL = new AutoMarkRules(Set.of(), Set.of(), Set.of());

    /** Copies the sets. */
    public AutoMarkRules {
        categories = Set.copyOf(categories);
        sources = Set.copyOf(sources);
        excludeSources = Set.copyOf(excludeSources);
    }

    /** Whether the job may mark a picture of this story. */
    public boolean matches(Story story) {
        String category = story.category();
        String source = story.source();
        return (categories.isEmpty() || (category != null && categories.contains(category)))
                && (sources.isEmpty() || (source != null && sources.contains(source)))
                && (source == null || !excludeSources.contains(source));
    }
}

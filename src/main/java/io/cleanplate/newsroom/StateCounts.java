package io.cleanplate.newsroom;

import java.util.Map;

/**
 * A customer's pictures, counted.
 *
 * @param customer the tenant
 * @param byState pictures in each state; states with none may be absent
 */
public record StateCounts(String customer, Map<PictureState, Long> byState) {
    /** Copies the map. */
    public StateCounts {
        byState = Map.copyOf(byState);
    }

    /** Pictures in a state. */
    public long in(PictureState state) {
        return byState.getOrDefault(state, 0L);
    }

    /** All documents of the customer. */
    public long total() {
        return byState.values().stream().mapToLong(Long::longValue).sum();
    }
}

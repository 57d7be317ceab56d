package io.cleanplate.desktop.queue;

/**
 * Rows that follow each other.
 *
 * @param first index of the first one, may be negative
 * @param last index of the last one, may be past the end
 */
record Span(int first, int last) {
    /** The same with so many rows more on both sides. */
    Span widened(int rows) {
        return new Span(first - rows, last + rows);
    }

    /** Whether rows from an index up to another, excluded, touch these; no rows touch where they would stand. */
    boolean touches(int from, int until) {
        return from <= last && until >= first;
    }

    /** How far rows are away, 0 when they touch. */
    int distance(int from, int until) {
        return Math.max(0, Math.max(first - until, from - last));
    }
}

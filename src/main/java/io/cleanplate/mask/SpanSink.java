package io.cleanplate.mask;

/** Takes the pixels of a shape, some neighbours of one row at a time. */
interface SpanSink {
    /** Pixels {@code left <= x < right} of a row inside the picture; may reach beyond its sides, and may be none. */
    void span(int y, int left, int right);
}

package io.cleanplate.mask;

import io.cleanplate.imaging.Rect;

/** A rectangle of pixels. */
record Box(Rect area) implements Shape {
    @Override
    public void spans(int height, SpanSink sink) {
        for (int y = Math.max(0, area.top()); y < Math.min(height, area.bottom()); y++) {
            sink.span(y, area.left(), area.right());
        }
    }
}

package io.cleanplate.mask;

/** The pixels whose squares a line between two points runs through. */
record Segment(double x0, double y0, double x1, double y1) implements Shape {
    @Override
    public void spans(int height, SpanSink sink) {
        double upper = Math.min(y0, y1);
        double lower = Math.max(y0, y1);
        int end = (int) Math.min(height, Math.floor(lower) + 1);
        for (int y = (int) Math.max(0, Math.floor(upper)); y < end; y++) {
            double enters = xAt(Math.max(upper, y));
            double leaves = upper == lower ? x1 : xAt(Math.min(lower, y + 1));
            sink.span(y, (int) Math.floor(Math.min(enters, leaves)), (int) Math.floor(Math.max(enters, leaves)) + 1);
        }
    }

    private double xAt(double y) {
        return y == y0 ? x0 : y == y1 ? x1 : x0 + (y - y0) / (y1 - y0) * (x1 - x0);
    }
}

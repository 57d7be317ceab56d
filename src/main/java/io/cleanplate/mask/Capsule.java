package io.cleanplate.mask;

/** The pixels whose centres lie no farther than a radius from the line between two points. */
record Capsule(double x0, double y0, double x1, double y1, double radius) implements Shape {
    @Override
    public void spans(int height, SpanSink sink) {
        int first = Math.max(0, Shape.firstCentreFrom(Math.min(y0, y1) - radius));
        int last = (int) Math.min(height - 1.0, Math.floor(Math.max(y0, y1) + radius - 0.5));
        Capsule mirrored = new Capsule(-x0, y0, -x1, y1, radius);
        for (int y = first; y <= last; y++) {
            double right = reach(y + 0.5);
            if (right > Double.NEGATIVE_INFINITY) {
                double left = -mirrored.reach(y + 0.5);
                sink.span(y, Shape.firstCentreFrom(left), (int) Math.floor(right - 0.5) + 1);
            }
        }
    }

    /** The largest x in this height, minus infinity when there is none: that of a round end or that of the middle part. */
    private double reach(double y) {
        return Math.max(middleReach(y), Math.max(endReach(x0, y - y0), endReach(x1, y - y1)));
    }

    private double endReach(double x, double dy) {
        return Math.abs(dy) <= radius ? x + Math.sqrt(radius * radius - dy * dy) : Double.NEGATIVE_INFINITY;
    }

    /** Of the rectangle between the ends: beside the line not farther than the radius, along it between the points. */
    private double middleReach(double y) {
        double dx = x1 - x0;
        double dy = y1 - y0;
        double length = Math.hypot(dx, dy);
        double v = y - y0;
        double low = Double.NEGATIVE_INFINITY;
        double high = Double.POSITIVE_INFINITY;
        if (dy != 0) {
            double centre = v * dx / dy;
            double half = radius * length / Math.abs(dy);
            low = centre - half;
            high = centre + half;
        } else if (Math.abs(v) > radius) {
            return Double.NEGATIVE_INFINITY;
        }
        if (dx != 0) {
            double from = -v * dy / dx;
            double to = from + length * length / dx;
            low = Math.max(low, Math.min(from, to));
            high = Math.min(high, Math.max(from, to));
        } else if (v * dy < 0 || v * dy > length * length) {
            return Double.NEGATIVE_INFINITY;
        }
        return low <= high && high < Double.POSITIVE_INFINITY ? x0 + high : Double.NEGATIVE_INFINITY;
    }
}

package io.cleanplate.inpaint.plan;

/** How a picture is cut into passes. */
public enum Strategy {
    /** As few and as small passes as do the work, none larger than a limit. */
    AUTO,
    /** One pass over the whole picture, whatever it costs. */
    ORIGINAL,
    /** One crop for each outer contour of the mask, as IOPaint does; for results that are to equal its own. */
    CROP
}

/** Which pixels to remove: a sparse mask, drawn with strokes and shapes, grown, shrunk, combined. */
@NullMarked
package io.cleanplate.mask;

import org.jspecify.annotations.NullMarked;

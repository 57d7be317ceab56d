/** Which crops of a picture a model is given, and how large. */
@NullMarked
package io.cleanplate.inpaint.plan;

import org.jspecify.annotations.NullMarked;

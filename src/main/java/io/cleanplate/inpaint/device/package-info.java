/** Where a model runs: graphics cards found without loading the model library, and the choice among them. */
@NullMarked
package io.cleanplate.inpaint.device;

import org.jspecify.annotations.NullMarked;

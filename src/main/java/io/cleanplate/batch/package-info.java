/** Cleans many files in one go: which file gets which mask and output, the pipeline, the report. */
@NullMarked
package io.cleanplate.batch;

import org.jspecify.annotations.NullMarked;

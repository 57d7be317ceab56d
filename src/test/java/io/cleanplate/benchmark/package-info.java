/** Measurements, not tests: each writes its table into the README. */
@NullMarked
package io.cleanplate.benchmark;

import org.jspecify.annotations.NullMarked;

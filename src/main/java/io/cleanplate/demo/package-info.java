/** Watermarks drawn over free photographs, so that the truth is known: for the demo, for tests and for benchmarks. */
@NullMarked
package io.cleanplate.demo;

import org.jspecify.annotations.NullMarked;

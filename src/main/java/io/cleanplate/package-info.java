/** The program's entry point. */
@NullMarked
package io.cleanplate;

import org.jspecify.annotations.NullMarked;

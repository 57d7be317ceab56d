/** One picture being worked on: what is painted, what was removed, and every step back and forth. */
@NullMarked
package io.cleanplate.cleaning.edit;

import org.jspecify.annotations.NullMarked;

/** The composition root without UI: builds every service by constructor. */
@NullMarked
package io.cleanplate.app;

import org.jspecify.annotations.NullMarked;

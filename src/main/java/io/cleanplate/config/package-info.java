/** Settings as records: defaults, then the environment, then flags; read and checked in one place. */
@NullMarked
package io.cleanplate.config;

import org.jspecify.annotations.NullMarked;

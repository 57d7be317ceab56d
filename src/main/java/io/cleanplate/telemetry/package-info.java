/** Turns what listeners are told into meters that Prometheus reads. The rest of the program does not know of it. */
@NullMarked
package io.cleanplate.telemetry;

import org.jspecify.annotations.NullMarked;

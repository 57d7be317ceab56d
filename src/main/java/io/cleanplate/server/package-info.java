/** The program over HTTP, on the JDK's own server: health, metrics, figures, customers and the auto-mark job. */
@NullMarked
package io.cleanplate.server;

import org.jspecify.annotations.NullMarked;

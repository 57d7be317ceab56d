/** The line at the bottom of the window: model and device, newsroom, auto-mark, running tasks. */
@NullMarked
package io.cleanplate.desktop.status;

import org.jspecify.annotations.NullMarked;

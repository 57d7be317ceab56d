/** The queue: which pictures there are, what becomes of them, and which one an editor works on. */
@NullMarked
package io.cleanplate.desktop.queue;

import org.jspecify.annotations.NullMarked;

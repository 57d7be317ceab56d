/** What running work and its caller tell each other: progress and cancellation; and where threads are made. */
@NullMarked
package io.cleanplate.task;

import org.jspecify.annotations.NullMarked;

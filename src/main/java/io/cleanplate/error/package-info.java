/** What can go wrong, as a small sealed family: what the person did, and what the world did. All else is a bug. */
@NullMarked
package io.cleanplate.error;

import org.jspecify.annotations.NullMarked;

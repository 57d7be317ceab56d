/** Which models there are, where their files lie, and how a missing one is fetched. */
@NullMarked
package io.cleanplate.inpaint.model;

import org.jspecify.annotations.NullMarked;

/** Known marks in the picture that is open: what is proposed, its alternatives and adjustments, and accepting it with one key. */
@NullMarked
package io.cleanplate.desktop.proposal;

import org.jspecify.annotations.NullMarked;

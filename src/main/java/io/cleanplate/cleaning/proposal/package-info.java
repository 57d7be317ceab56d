/** What the profiles of known marks propose for an editor's pictures, and how they are learned from the newsroom's. */
@NullMarked
package io.cleanplate.cleaning.proposal;

import org.jspecify.annotations.NullMarked;

/** An editor's work on one picture as files and database see it: opening, keeping, saving and marking, taking back. */
@NullMarked
package io.cleanplate.cleaning;

import org.jspecify.annotations.NullMarked;

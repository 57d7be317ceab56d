/** Painting a mask on a picture and removing what it covers: what can be done, and the strip of tools for it. */
@NullMarked
package io.cleanplate.desktop.editor;

import org.jspecify.annotations.NullMarked;

/** The middle of the window: one picture, and what an editor does to it. */
@NullMarked
package io.cleanplate.desktop.editor;

import org.jspecify.annotations.NullMarked;

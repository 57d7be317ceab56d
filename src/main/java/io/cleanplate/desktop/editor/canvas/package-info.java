/** The picture as an editor sees it and paints on it: drawing, zooming, and what the pointer does. */
@NullMarked
package io.cleanplate.desktop.editor.canvas;

import org.jspecify.annotations.NullMarked;

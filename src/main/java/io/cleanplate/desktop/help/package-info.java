/** What the program says about itself: shortcuts, first steps, version and folders. */
@NullMarked
package io.cleanplate.desktop.help;

import org.jspecify.annotations.NullMarked;

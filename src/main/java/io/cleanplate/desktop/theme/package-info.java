/** Light and dark, from a maintained theme library and the program's own few styles. */
@NullMarked
package io.cleanplate.desktop.theme;

import org.jspecify.annotations.NullMarked;

/** The window's frame: where the parts stand, menus, keys and what lies over them. */
@NullMarked
package io.cleanplate.desktop.shell;

import org.jspecify.annotations.NullMarked;

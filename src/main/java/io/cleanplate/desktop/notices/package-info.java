/** What people are told inside the window, in a corner over their work. */
@NullMarked
package io.cleanplate.desktop.notices;

import org.jspecify.annotations.NullMarked;

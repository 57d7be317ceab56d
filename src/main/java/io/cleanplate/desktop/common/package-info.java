/** What the parts of the window share: background tasks, notices, actions with their keys, icons. */
@NullMarked
package io.cleanplate.desktop.common;

import org.jspecify.annotations.NullMarked;

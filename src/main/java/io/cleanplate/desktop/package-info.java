/** The workstation's windows. Each part is a view (nodes and bindings) beside a view model (state and actions). */
@NullMarked
package io.cleanplate.desktop;

import org.jspecify.annotations.NullMarked;

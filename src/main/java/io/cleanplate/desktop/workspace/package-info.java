/** The editor's flow: what joins the queue, the picture and the newsroom. */
@NullMarked
package io.cleanplate.desktop.workspace;

import org.jspecify.annotations.NullMarked;

/** A newsroom in a folder, for demo and trial: a server that speaks MongoDB's protocol, and the demo's content. */
@NullMarked
package io.cleanplate.newsroom.embedded;

import org.jspecify.annotations.NullMarked;

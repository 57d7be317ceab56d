/** Pictures, customers and their marks, and the port through which all else reads and changes them. */
@NullMarked
package io.cleanplate.newsroom;

import org.jspecify.annotations.NullMarked;

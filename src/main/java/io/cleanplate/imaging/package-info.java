/** Pictures: pixels and what travels with them, decoding, encoding, metadata, files written atomically. */
@NullMarked
package io.cleanplate.imaging;

import org.jspecify.annotations.NullMarked;

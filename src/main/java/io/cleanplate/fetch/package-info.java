/** Pictures by address: fetched within limits, from allowed hosts only, and kept in a cache on the disk. */
@NullMarked
package io.cleanplate.fetch;

import org.jspecify.annotations.NullMarked;

/** The newsroom on MongoDB: with {@code newsroom.embedded} the only place that knows the driver. */
@NullMarked
package io.cleanplate.newsroom.mongo;

import org.jspecify.annotations.NullMarked;

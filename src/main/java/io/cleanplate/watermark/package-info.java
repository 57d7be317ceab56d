/** A source's watermark, learned from several of its pictures and removed by undoing how it was laid over them. */
@NullMarked
package io.cleanplate.watermark;

import org.jspecify.annotations.NullMarked;

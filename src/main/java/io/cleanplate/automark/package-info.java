/** Marks the pictures of customers that clean nothing by hand: the job, its schedule, its reports, and who is told. */
@NullMarked
package io.cleanplate.automark;

import org.jspecify.annotations.NullMarked;

/** The top bar: whose pictures are shown, how many there are, and whether the job hands them on by itself. */
@NullMarked
package io.cleanplate.desktop.customers;

import org.jspecify.annotations.NullMarked;

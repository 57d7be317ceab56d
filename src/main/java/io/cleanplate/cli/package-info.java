/** The command line: one thin command a verb, exit codes and error messages in one place. */
@NullMarked
package io.cleanplate.cli;

import org.jspecify.annotations.NullMarked;

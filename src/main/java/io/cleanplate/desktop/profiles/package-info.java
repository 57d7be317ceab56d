/** The marks of a newsroom's sources: learned from their pictures, looked at, and looked after. */
@NullMarked
package io.cleanplate.desktop.profiles;

import org.jspecify.annotations.NullMarked;

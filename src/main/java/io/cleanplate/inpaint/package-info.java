/** Removing what a mask covers: the port, the engine behind it, and what a model has to do. */
@NullMarked
package io.cleanplate.inpaint;

import org.jspecify.annotations.NullMarked;

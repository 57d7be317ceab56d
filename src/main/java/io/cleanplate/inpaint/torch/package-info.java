/** TorchScript models run by PyTorch through DJL; the only package that knows DJL. */
@NullMarked
package io.cleanplate.inpaint.torch;

import org.jspecify.annotations.NullMarked;

package io.cleanplate.batch;

import io.cleanplate.imaging.OutputOptions;
import io.cleanplate.inpaint.InpaintOptions;
import java.util.List;

/**
 * Many pictures to clean alike.
 *
 * @param sources the pictures, in the order they are done
 * @param masks finds each picture's mask
 * @param names says what outputs are called
 * @param existing what to do with outputs that are there
 * @param inpainting how to remove
 * @param encoding how to store
 */
public record BatchJob(
        List<Source> sources,
        MaskFinder masks,
        OutputNames names,
        Existing existing,
        InpaintOptions inpainting,
        OutputOptions encoding) {
    /** Keeps a copy of the list. */
    public BatchJob {
        sources = List.copyOf(sources);
    }
}

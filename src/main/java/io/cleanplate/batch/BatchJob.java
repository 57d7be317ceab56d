package io.cleanplate.batch;

import io.cleanplate.imaging.OutputOptions;
import java.util.List;

/**
 * Many pictures to clean alike.
 *
 * @param sources the pictures, in the order they are done
 * @param names says what outputs are called
 * @param existing what to do with outputs that are there
 * @param encoding how to store
 */
public record BatchJob(List<Source> sources, OutputNames names, Existing existing, OutputOptions encoding) {
    /** Keeps a copy of the list. */
    public BatchJob {
        sources = List.copyOf(sources);
    }
}

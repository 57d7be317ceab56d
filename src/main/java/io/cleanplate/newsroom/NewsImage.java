package io.cleanplate.newsroom;

/**
 * A picture of the newsroom, as it was read. Immutable.
 *
 * @param ref the picture; hand this back to change it
 * @param story what it belongs to
 * @param state where it stands
 * @param mark what was done with it
 */
public record NewsImage(PictureRef ref, Story story, PictureState state, Mark mark) {}

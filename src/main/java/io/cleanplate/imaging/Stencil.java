package io.cleanplate.imaging;

/** Says which pixels are meant: as a mask does, without what a mask can do. */
@FunctionalInterface
public interface Stencil {
    /**
     * Copies a part, row by row: 1 meant, 0 not.
     *
     * @param area a part of the picture
     * @param target takes {@code area.area()} values from its start
     */
    void copyInto(Rect area, byte[] target);
}

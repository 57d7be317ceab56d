package io.cleanplate.inpaint.device;

/**
 * A graphics card as its driver describes it.
 *
 * @param index its number as the driver counts (in the order of the PCI bus), from 0
 * @param name the maker's name of it
 * @param totalMemoryBytes its memory; 0 when the driver does not tell
 * @param freeMemoryBytes what nobody used of it when it was asked; 0 when the driver does not tell
 * @param driver the driver's version
 */
public record Gpu(int index, String name, long totalMemoryBytes, long freeMemoryBytes, String driver) {}

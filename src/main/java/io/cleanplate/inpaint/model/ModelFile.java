package io.cleanplate.inpaint.model;

import java.nio.file.Path;

/**
 * A model's TorchScript file, found and checked.
 *
 * @param name the model's name in the catalogue
 * @param path where the file lies
 */
public record ModelFile(String name, Path path) {}

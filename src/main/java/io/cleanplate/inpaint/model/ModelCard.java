package io.cleanplate.inpaint.model;

/**
 * What a person wants to know of a model before choosing it; one line each.
 *
 * @param description what it is
 * @param goodFor what it is good for
 * @param licence its licence's SPDX identifier
 */
public record ModelCard(String description, String goodFor, String licence) {}

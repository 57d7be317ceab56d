package io.cleanplate.newsroom;

/**
 * Which picture was read: what a later change of it is conditional on.
 *
 * @param customer the tenant
 * @param id the document
 * @param image the picture's URL as read; empty when the document has none
 */
public record PictureRef(String customer, NewsId id, String image) {}

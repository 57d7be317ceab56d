package io.cleanplate.newsroom;

import org.jspecify.annotations.Nullable;

/**
 * What a picture belongs to. What the document lacks, or has of another type, is empty or null.
 *
 * @param title headline, may be empty
 * @param summary short summary, may be empty
 * @param wordCount words of the story, 0 when unknown
 * @param source publisher
 * @param category section
 */
public record Story(
        String title,
        String summary,
        int wordCount,
        @Nullable String source,
        @Nullable String category) {}

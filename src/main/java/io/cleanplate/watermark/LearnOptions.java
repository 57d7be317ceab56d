package io.cleanplate.watermark;

import io.cleanplate.watermark.Profile.Owner;
import java.time.Instant;

/**
 * What a profile is to say of itself.
 *
 * @param owner whose pictures these are
 * @param time when they are learned from
 */
public record LearnOptions(Owner owner, Instant time) {}

package io.cleanplate.desktop.profiles;

import io.cleanplate.cleaning.proposal.MarkSearch;
import io.cleanplate.watermark.Profile;
import io.cleanplate.watermark.ProfileStore;
import java.time.InstantSource;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.Supplier;

/**
 * What the windows for known marks work with. What it holds may be used on any thread, but for the editor's name and what is
 * told of a change.
 *
 * @param search learns marks and keeps them
 * @param store the marks that are known
 * @param merger one mark of two; refuses by an {@link io.cleanplate.error.InputException}
 * @param customers all there are, in order; may block
 * @param changed told on the owner's thread that known marks were changed
 * @param editor who works here, at any time, on the owner's thread
 * @param clock what time it is
 */
public record MarkServices(
        MarkSearch search,
        ProfileStore store,
        BinaryOperator<Profile> merger,
        Supplier<List<String>> customers,
        Runnable changed,
        Supplier<String> editor,
        InstantSource clock) {}

package io.cleanplate.inpaint.device;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a search for graphics cards found.
 *
 * @param cards the cards, in the driver's order
 * @param whyNone a sentence that says why there are none; null when there are some
 */
public record Gpus(List<Gpu> cards, @Nullable String whyNone) {
    /** Keeps a copy of the list; no cards without a reason. */
    public Gpus {
        cards = List.copyOf(cards);
        if (cards.isEmpty() == (whyNone == null)) {
            throw new IllegalArgumentException("either cards or a reason why there are none");
        }
    }

    /** These cards, or the reason {@code whenEmpty} when the list is empty. */
    static Gpus of(List<Gpu> cards, String whenEmpty) {
        return new Gpus(cards, cards.isEmpty() ? whenEmpty : null);
    }

    /** No cards, and why. */
    static Gpus none(String why) {
        return new Gpus(List.of(), why);
    }
}

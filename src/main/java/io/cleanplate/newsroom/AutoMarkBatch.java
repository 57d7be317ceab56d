package io.cleanplate.newsroom;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Pictures to mark in one go.
 *
 * @param customer whose pictures
 * @param pictures in order, all of that customer; empty when nothing is left
 * @param next what to ask for {@link AutoMarkQuery#after}; null when nothing follows
 * @param unreadable documents left out because their id or customer is of a type that no reader knows
 */
public record AutoMarkBatch(
        String customer,
        List<PictureRef> pictures,
        @Nullable NewsId next,
        int unreadable) {
    /** Copies the list and checks that every picture is the customer's. */
    public AutoMarkBatch {
        pictures = List.copyOf(pictures);
        for (PictureRef picture : pictures) {
            if (!picture.customer().equals(customer)) {
                throw new IllegalArgumentException(
                        "a picture of " + picture.customer() + " among those of " + customer);
            }
        }
    }
}

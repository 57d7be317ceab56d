package io.cleanplate.desktop.profiles;

import io.cleanplate.desktop.common.Notice;
import java.util.List;

/**
 * Something to be sure of before a known mark is changed for everybody.
 *
 * @param text what would happen
 * @param choices what goes on; none of them is the way back
 * @param grave whether something is lost
 */
public record ProfileQuestion(String text, List<Notice.Choice> choices, boolean grave) {
    /** Keeps a copy of the list. */
    public ProfileQuestion {
        choices = List.copyOf(choices);
    }
}

package io.cleanplate.desktop.profiles;

import io.cleanplate.cleaning.proposal.MarkSearch.FoundMark;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/** A mark that was found, and whether it shall be kept. Belongs to the JavaFX thread. */
public final class FoundChoice {
    private final FoundMark mark;
    private final BooleanProperty wanted = new SimpleBooleanProperty(true);

    /** To be kept, unless somebody says otherwise. */
    FoundChoice(FoundMark mark) {
        this.mark = mark;
    }

    /** The mark. */
    public FoundMark mark() {
        return mark;
    }

    /** Whether it shall be kept. */
    public BooleanProperty wantedProperty() {
        return wanted;
    }
}

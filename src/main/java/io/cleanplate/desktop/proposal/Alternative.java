package io.cleanplate.desktop.proposal;

import io.cleanplate.cleaning.proposal.Proposal;
import io.cleanplate.inpaint.model.ModelCatalog;
import java.util.Optional;
import java.util.stream.Stream;

/** A way in which a known mark can be taken out of the original. */
public enum Alternative {
    /** By undoing how the mark was laid over the picture. */
    INVERTED(Proposal.MODEL),
    /** By the model that sees what shows through. */
    SEE_THROUGH(ModelCatalog.SEE_THROUGH),
    /** By the model that sees only the surroundings. */
    LAMA(ModelCatalog.LAMA);

    private final String model;

    Alternative(String model) {
        this.model = model;
    }

    /** The name under which its result is known. */
    public String model() {
        return model;
    }

    /** The alternative whose results bear that name; empty for other names. */
    static Optional<Alternative> of(String model) {
        return Stream.of(values()).filter(each -> each.model.equals(model)).findFirst();
    }
}

package io.cleanplate.desktop.proposal;

import io.cleanplate.cleaning.edit.EditedPicture;
import io.cleanplate.cleaning.proposal.Proposal;
import io.cleanplate.watermark.Placement;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What people are told of a known mark, in a sentence or two. */
final class ProposalWords {
    private static final double SHIFT = 0.1;
    private static final double STRENGTH = 0.019;
    private static final String GO_ON = "Space accepts and goes on.";

    private ProposalWords() {}

    /**
     * How it stands with the picture.
     *
     * @param whose whose mark it is
     * @param awaited what is shown as soon as it is there
     */
    static String of(String whose, Proposal proposal, EditedPicture picture, Optional<Alternative> awaited) {
        if (awaited.isPresent()) {
            return "The result of " + awaited.get().model() + " will be here in a moment.";
        }
        String mark = whose + "'s mark";
        String sure = percent(proposal.confidence().value());
        Optional<String> model = picture.model();
        if (model.isEmpty()) {
            return proposal.sure()
                    ? mark + " was found, sure to " + sure + ". 1 takes it out."
                    : "Maybe " + mark + ", only " + sure + " sure. Press 1 to see it taken out.";
        }
        if (!picture.showsResultOfOriginal()) {
            return "Corrected by hand. " + GO_ON;
        }
        if (!model.get().equals(Proposal.MODEL)) {
            return "The place of " + mark + " was filled by " + model.get() + ". " + GO_ON;
        }
        String out = mark + " was taken out, " + (proposal.sure() ? "" : "only ") + "sure to " + sure;
        String placed = placed(proposal.placement());
        // One or the other: the line is short.
        return placed.isEmpty() ? out + ". " + GO_ON : out + placed + ".";
    }

    /** Rounded down: nothing is sure to 100 %. */
    private static String percent(double share) {
        return (int) Math.min(99, 100 * share) + " %";
    }

    private static String placed(Placement placement) {
        List<String> shifts = new ArrayList<>();
        if (Math.abs(placement.dx()) >= SHIFT) {
            shifts.add(pixels(placement.dx()) + (placement.dx() > 0 ? " right" : " left"));
        }
        if (Math.abs(placement.dy()) >= SHIFT) {
            shifts.add(pixels(placement.dy()) + (placement.dy() > 0 ? " down" : " up"));
        }
        String moved = shifts.isEmpty() ? "" : ", moved " + String.join(" and ", shifts);
        return Math.abs(placement.strength() - 1) < STRENGTH
                ? moved
                : moved + ", " + Math.round(100 * placement.strength()) + " % strong";
    }

    private static String pixels(double shift) {
        return new DecimalFormat("0.##", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(Math.abs(shift)) + " px";
    }
}

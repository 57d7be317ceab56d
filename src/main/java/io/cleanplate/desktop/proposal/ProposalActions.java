package io.cleanplate.desktop.proposal;

import io.cleanplate.desktop.common.Action;
import java.util.List;
import java.util.stream.Stream;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;

/** What an editor does with a known mark, each with its key. Belongs to the JavaFX thread. */
public final class ProposalActions {
    private static final String GROUP = "Known marks";
    private static final double STEP = 0.25;
    private static final double STRENGTH = 0.02;

    private final ProposalViewModel model;

    /** The actions of this model. */
    public ProposalActions(ProposalViewModel model) {
        this.model = model;
    }

    /** All that menus and the sheet of shortcuts list. */
    public List<Action> listed() {
        return Stream.concat(
                        Stream.concat(
                                Stream.of(accept()),
                                Stream.of(Alternative.values()).map(this::choose)),
                        Stream.of(
                                move("left", -STEP, 0),
                                move("right", STEP, 0),
                                move("up", 0, -STEP),
                                move("down", 0, STEP),
                                stronger().typed("+"),
                                action("Weaker mark", () -> model.strengthen(-STRENGTH))
                                        .typed("-"),
                                search()))
                .toList();
    }

    /** The second keys of some of what is listed: plus without Shift, where it lies over the equals sign. */
    public List<Action> aliases() {
        return List.of(stronger().typed("="));
    }

    /** Saves what is shown and goes on. */
    public Action accept() {
        return Action.of(GROUP, "Accept & next", model::accept)
                .icon(MaterialDesignC.CHECK_ALL)
                .key("Space")
                .when(model.acceptableBinding())
                .onTap();
    }

    /** Shows an alternative. */
    public Action choose(Alternative alternative) {
        Runnable show = () -> model.choose(alternative);
        return switch (alternative) {
            case INVERTED -> action("Take the mark out", show).key("1");
            case SEE_THROUGH -> action("Fill its place by see-through", show).key("2");
            case LAMA -> action("Fill its place by lama", show).key("3");
        };
    }

    private Action move(String where, double right, double down) {
        return action("Move the mark " + where, () -> model.move(right, down)).key(where);
    }

    private Action stronger() {
        return action("Stronger mark", () -> model.strengthen(STRENGTH));
    }

    /** Looks for the mark of a source of which none is known; a button, while menus and keys lead there for every source. */
    public Action search() {
        return Action.of(GROUP, "Find the mark", model::searchMark)
                .icon(MaterialDesignM.MAGNIFY)
                .when(model.unknownSourceProperty().isNotEmpty());
    }

    private Action action(String label, Runnable run) {
        return Action.of(GROUP, label, run).when(model.presentProperty());
    }
}

package io.cleanplate.desktop.shell;

import io.cleanplate.desktop.common.Action;
import io.cleanplate.desktop.common.ActionControls;
import java.util.List;
import javafx.beans.property.DoubleProperty;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * The window's frame: customers above, queue to the left, the picture and its tools in the middle, status below; notices and
 * sheets over them. Belongs to the JavaFX thread.
 */
public final class MainView extends StackPane {
    private static final Insets BELOW_TOOLS = new Insets(52, 0, 0, 0);

    private final MenuButton menu;
    private final SplitPane split;
    private final StackPane middle;
    private final Overlays overlays;
    private final List<Node> panes;
    private @Nullable Node hint;

    /**
     * What stands in the frame.
     *
     * @param customers above
     * @param queue to the left
     * @param tools above the picture
     * @param canvas the picture, which gets the focus first
     * @param status below
     */
    public record Parts(Node customers, Node queue, Node tools, Node canvas, Node status) {}

    /**
     * Puts the frame together.
     *
     * @param notices over the upper right corner of the picture
     * @param overlays over everything
     * @param actions all there are, for the menu
     * @param corner those that have a button of their own in the upper right corner
     */
    public MainView(Parts parts, Node notices, Overlays overlays, List<Action> actions, List<Action> corner) {
        getStyleClass().add("main-view");
        this.overlays = overlays;
        menu = Menus.button(actions);
        HBox top = new HBox(menu, parts.customers());
        top.getStyleClass().add("top-bar");
        top.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(parts.customers(), Priority.ALWAYS);
        for (Action action : corner) {
            Button button = ActionControls.iconButton(action);
            button.getStyleClass().add("flat");
            top.getChildren().add(button);
        }
        VBox editor = new VBox(parts.tools(), parts.canvas());
        VBox.setVgrow(parts.canvas(), Priority.ALWAYS);
        middle = new StackPane(editor, notices);
        middle.setMinWidth(0);
        // Away from the lower edge: marks are there, and the buttons that a hand is about to press.
        StackPane.setAlignment(notices, Pos.TOP_RIGHT);
        StackPane.setMargin(notices, BELOW_TOOLS);
        split = new SplitPane(parts.queue(), middle);
        split.getStyleClass().add("frame");
        SplitPane.setResizableWithParent(parts.queue(), false);
        // In the order in which Tab walks through them.
        BorderPane frame = new BorderPane();
        frame.setTop(top);
        frame.setCenter(split);
        frame.setBottom(parts.status());
        panes = List.of(parts.canvas(), parts.queue(), top, parts.tools(), parts.status(), notices);
        getChildren().addAll(frame, overlays);
    }

    /** What lies over the window. */
    public Overlays overlays() {
        return overlays;
    }

    /** How much of the width the queue takes, 0 to 1. */
    public DoubleProperty queueShareProperty() {
        return split.getDividers().getFirst().positionProperty();
    }

    /** Shows the first steps over the picture, until {@link #hideHint}. */
    public void showHint(Node steps) {
        hideHint();
        hint = steps;
        StackPane.setAlignment(steps, Pos.TOP_CENTER);
        StackPane.setMargin(steps, BELOW_TOOLS);
        // Below the notices: they are news.
        middle.getChildren().add(1, steps);
    }

    /** Shows no first steps any more. */
    public void hideHint() {
        if (hint != null) {
            middle.getChildren().remove(hint);
            hint = null;
        }
    }

    /** Opens the menu. */
    public void openMenu() {
        menu.requestFocus();
        menu.show();
    }

    /** Moves the focus to the next part of the window that can have it. */
    public void nextPane() {
        Node owner = getScene().getFocusOwner();
        int now = 0;
        for (int i = 0; i < panes.size(); i++) {
            if (within(owner, panes.get(i))) {
                now = i;
            }
        }
        for (int step = 1; step <= panes.size(); step++) {
            Node pane = panes.get((now + step) % panes.size());
            if (pane.requestFocusTraversal(TraversalDirection.NEXT)
                    && within(getScene().getFocusOwner(), pane)) {
                return;
            }
        }
    }

    private static boolean within(@Nullable Node node, Node parent) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (each.equals(parent)) {
                return true;
            }
        }
        return false;
    }
}

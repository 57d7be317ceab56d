package io.cleanplate.desktop.shell;

import atlantafx.base.controls.ModalPane;
import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.TraversalDirection;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What lies over the window and has all keys to itself until it is closed, one thing at a time: settings, sheets, questions.
 * The focus stays inside, and goes back to where it was. Belongs to the JavaFX thread.
 */
public final class Overlays extends StackPane {
    private static final double SHARE = 0.92;

    private final ModalPane pane = new ModalPane();
    private @Nullable Node before;
    private Runnable closed = () -> {};

    /** Shows nothing yet. */
    public Overlays() {
        // Hundreds of pictures a day: nobody waits for a sheet to slide in.
        pane.setInTransitionFactory(node -> atOnce());
        pane.setOutTransitionFactory(node -> atOnce());
        getChildren().add(pane);
        mouseTransparentProperty().bind(pane.displayProperty().not());
        pane.displayProperty().addListener((value, was, is) -> {
            if (!is) {
                restoreFocus();
                tellClosed();
            }
        });
        sceneProperty().addListener((value, was, scene) -> {
            if (scene != null) {
                scene.focusOwnerProperty().addListener((owner, had, has) -> keepInside(has));
            }
        });
    }

    /** Whether something is shown. */
    public ReadOnlyBooleanProperty openProperty() {
        return pane.displayProperty();
    }

    /** Shows something, in place of what is shown; the first control in it gets the focus, unless it asked for it. */
    public void show(Node content) {
        show(content, () -> {});
    }

    /**
     * Shows something, in place of what is shown; the first control in it gets the focus, unless it asked for it.
     *
     * @param whenClosed told once it is shown no longer, whether it was closed or something else took its place
     */
    public void show(Node content, Runnable whenClosed) {
        tellClosed();
        closed = whenClosed;
        if (!pane.isDisplay()) {
            before = getScene().getFocusOwner();
        }
        pane.show(new Bounded(content));
        content.applyCss();
        Node owner = getScene().getFocusOwner();
        if (owner == null || !within(owner, pane)) {
            content.requestFocusTraversal(TraversalDirection.NEXT);
        }
    }

    /** Shows nothing any more. */
    public void close() {
        pane.hide(true);
    }

    private void tellClosed() {
        Runnable told = closed;
        closed = () -> {};
        told.run();
    }

    private void restoreFocus() {
        Node owner = before;
        before = null;
        if (owner != null && owner.getScene() != null) {
            owner.requestFocus();
        }
    }

    private void keepInside(@Nullable Node owner) {
        Node content = pane.getContent();
        if (!pane.isDisplay() || owner == null || content == null || within(owner, pane)) {
            return;
        }
        content.requestFocusTraversal(TraversalDirection.NEXT);
    }

    private static boolean within(Node node, Parent parent) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (each.equals(parent)) {
                return true;
            }
        }
        return false;
    }

    /** As large as its content wants to be, but beside it the work stays in sight. */
    private final class Bounded extends StackPane {
        Bounded(Node content) {
            super(content);
        }

        @Override
        protected double computeMaxWidth(double height) {
            return Math.min(prefWidth(height), SHARE * Overlays.this.getWidth());
        }

        @Override
        protected double computeMaxHeight(double width) {
            return Math.min(prefHeight(width), SHARE * Overlays.this.getHeight());
        }
    }

    private static Animation atOnce() {
        return new PauseTransition(Duration.ONE);
    }
}

package io.cleanplate.desktop.customers;

import atlantafx.base.controls.Popover;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** Small windows that hang below a control: closed by Esc and by a click elsewhere. */
final class Popovers {
    private Popovers() {}

    /** One that is not shown yet. */
    static Popover of(Node content, String css) {
        content.getStyleClass().add("customer-popover");
        Popover popover = new Popover(content);
        popover.setArrowLocation(Popover.ArrowLocation.TOP_LEFT);
        popover.setDetachable(false);
        popover.setAnimated(false);
        popover.setHeaderAlwaysVisible(false);
        popover.setCloseButtonEnabled(false);
        popover.getRoot().getStylesheets().add(css);
        popover.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                event.consume();
                popover.hide();
            }
        });
        return popover;
    }

    /** Shows it below a control, its arrow at the control's left part. */
    static void showBelow(Popover popover, Node owner) {
        Bounds bounds = owner.localToScreen(owner.getBoundsInLocal());
        if (bounds != null) {
            popover.show(owner, bounds.getMinX() + Math.min(24, bounds.getWidth() / 2), bounds.getMaxY());
        }
    }
}

package io.cleanplate.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Cell;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Slider;
import javafx.scene.control.Spinner;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.text.Text;

/**
 * Walks what a window shows and finds what somebody could not use: icons without words, controls out of the keyboard's
 * reach, texts cut off. To be called on the JavaFX thread, after layout.
 */
public final class SceneAudit {
    private final List<String> faults = new ArrayList<>();

    private SceneAudit() {}

    /** Fails with all faults below a node, each with its place. */
    public static void assertAccessible(Parent root) {
        root.applyCss();
        root.layout();
        SceneAudit audit = new SceneAudit();
        audit.look(root, root.getClass().getSimpleName());
        assertThat(audit.faults).isEmpty();
    }

    private void look(Node node, String path) {
        if (!node.isVisible() || !node.isManaged()) {
            return;
        }
        if (node instanceof ButtonBase button) {
            named(button, path);
        }
        if (interactive(node)) {
            reachable(node, path);
        }
        if (node instanceof Labeled label && label.getEllipsisString() != null) {
            whole(label, path);
        }
        if (node instanceof Parent parent) {
            for (Node child : parent.getChildrenUnmodifiable()) {
                look(child, path + " > " + name(child));
            }
        }
    }

    private void named(ButtonBase button, String path) {
        boolean words = button.getText() != null && !button.getText().isBlank();
        if (words || !button.isFocusTraversable()) {
            return;
        }
        if (button.getAccessibleText() == null || button.getAccessibleText().isBlank()) {
            faults.add(path + " has an icon and no accessible text");
        }
        if (button.getTooltip() == null) {
            faults.add(path + " has an icon and no tooltip");
        }
    }

    private void reachable(Node node, String path) {
        if (!node.isFocusTraversable() && !node.isDisabled()) {
            faults.add(path + " cannot be reached by Tab");
        }
        if (node instanceof TextInputControl || node instanceof ComboBoxBase<?>) {
            if (node.getAccessibleText() == null || node.getAccessibleText().isBlank()) {
                faults.add(path + " has no accessible text");
            }
        }
    }

    /** What is drawn of a label tells whether it was cut; where a tooltip holds the whole, it may be. */
    private void whole(Labeled label, String path) {
        for (Node child : label.getChildrenUnmodifiable()) {
            if (child instanceof Text drawn
                    && drawn.getStyleClass().contains("text")
                    && drawn.getText() != null
                    && drawn.getText().endsWith(label.getEllipsisString())
                    && !String.valueOf(label.getText()).endsWith(label.getEllipsisString())
                    && label.getTooltip() == null) {
                faults.add(path + " shows '" + drawn.getText() + "' of '" + label.getText() + "'");
            }
        }
    }

    /** Controls that people use, not the parts that controls are made of. */
    private static boolean interactive(Node node) {
        boolean control = node instanceof ButtonBase
                || node instanceof MenuButton
                || node instanceof TextInputControl
                || node instanceof ComboBoxBase<?>
                || node instanceof Slider
                || node instanceof Spinner<?>
                || node instanceof ListView<?>;
        return control && !partOfAnother(node);
    }

    private static boolean partOfAnother(Node node) {
        for (Node each = node.getParent(); each != null; each = each.getParent()) {
            if (each instanceof ComboBoxBase<?> || each instanceof Spinner<?> || each instanceof Cell<?>) {
                return true;
            }
            if (each instanceof SplitPane) {
                return false;
            }
        }
        return false;
    }

    private static String name(Node node) {
        String id = node.getId() == null ? "" : "#" + node.getId();
        String text = node instanceof Labeled label && label.getText() != null ? " '" + label.getText() + "'" : "";
        return node.getClass().getSimpleName() + id + text;
    }
}

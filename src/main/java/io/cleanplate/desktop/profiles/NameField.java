package io.cleanplate.desktop.profiles;

import atlantafx.base.theme.Styles;
import io.cleanplate.desktop.common.Action;
import io.cleanplate.desktop.common.ActionControls;
import java.util.Optional;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/** A name that becomes a field while it is changed: Enter takes it, Esc and leaving the field do not. */
final class NameField extends VBox {
    private final Function<String, Optional<String>> take;
    private final Label name = new Label();
    private final Tooltip whole = new Tooltip();
    private final TextField field = new TextField();
    private final Label trouble = new Label();
    private final Button rename;
    private final HBox shown;

    /**
     * Shows no name yet.
     *
     * @param take what is done with a new name; says why it cannot be one
     */
    NameField(Function<String, Optional<String>> take) {
        this.take = take;
        getStyleClass().add("name-field");
        name.setId("mark-name");
        name.getStyleClass().add(Styles.TITLE_4);
        name.setTooltip(whole);
        rename = ActionControls.iconButton(
                Action.of("Known marks", "Rename", this::edit).icon(MaterialDesignP.PENCIL_OUTLINE));
        rename.setId("rename-mark");
        rename.getStyleClass().addAll(Styles.FLAT, Styles.SMALL);
        rename.setMinWidth(USE_PREF_SIZE);
        shown = new HBox(name, rename);
        shown.setAlignment(Pos.CENTER_LEFT);
        field.setId("mark-name-field");
        field.setAccessibleText("Name of the mark");
        field.setOnAction(event -> done());
        field.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                event.consume();
                leave();
                rename.requestFocus();
            }
        });
        field.focusedProperty().addListener((value, was, is) -> {
            if (!is) {
                leave();
            }
        });
        HBox.setHgrow(field, Priority.ALWAYS);
        trouble.getStyleClass().add("error");
        getChildren().setAll(shown);
    }

    /** Shows a name. */
    void show(String now) {
        name.setText(now);
        whole.setText(now);
        leave();
    }

    private void edit() {
        field.setText(name.getText());
        getChildren().setAll(field);
        field.requestFocus();
        field.selectAll();
    }

    private void done() {
        Optional<String> why = take.apply(field.getText());
        if (why.isEmpty()) {
            leave();
            rename.requestFocus();
        } else {
            trouble.setText(why.get());
            getChildren().setAll(field, trouble);
        }
    }

    private void leave() {
        if (!getChildren().contains(shown)) {
            getChildren().setAll(shown);
        }
    }
}

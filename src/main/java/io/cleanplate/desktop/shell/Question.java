package io.cleanplate.desktop.shell;

import atlantafx.base.theme.Styles;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Asks before something is lost. Enter and Esc keep it. Belongs to the JavaFX thread. */
final class Question extends VBox {
    /**
     * Asks.
     *
     * @param text what would be lost
     * @param yes the label of the button that goes on
     * @param go goes on
     * @param stay does not
     */
    Question(String text, String yes, Runnable go, Runnable stay) {
        getStyleClass().addAll("sheet", "question");
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        Button no = new Button("Stay");
        no.setId("stay");
        no.setCancelButton(true);
        no.setDefaultButton(true);
        no.setOnAction(event -> stay.run());
        Button leave = new Button(yes);
        leave.setId("go");
        leave.setMnemonicParsing(false);
        leave.getStyleClass().add(Styles.DANGER);
        leave.setOnAction(event -> go.run());
        HBox buttons = new HBox(no, leave);
        buttons.getStyleClass().add("sheet-buttons");
        getChildren().addAll(label, buttons);
    }
}

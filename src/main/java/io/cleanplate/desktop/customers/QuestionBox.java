package io.cleanplate.desktop.customers;

import atlantafx.base.theme.Styles;
import javafx.application.Platform;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Asks whether the job shall hand on a customer's pictures, and says what that means. */
final class QuestionBox extends VBox {
    private static final double WIDTH = 360;

    QuestionBox(AutoMarkQuestion question, AutoMarkViewModel autoMark) {
        getStyleClass().add("question");
        setPrefWidth(WIDTH);
        setMaxWidth(WIDTH);
        Label title = new Label("Switch on auto-mark for " + question.customer());
        title.getStyleClass().addAll("heading", Styles.TEXT_BOLD);
        title.setWrapText(true);
        title.setMinHeight(USE_PREF_SIZE);
        Label text = new Label(question.text());
        text.setId("auto-mark-question");
        text.setWrapText(true);
        // The popover asks for its height before styles apply; what the words need is never cut.
        text.setMinHeight(USE_PREF_SIZE);
        Button yes = new Button("Switch on");
        yes.getStyleClass().add(Styles.ACCENT);
        yes.setId("auto-mark-yes");
        yes.setOnAction(event -> autoMark.confirm());
        Button no = new Button("Cancel");
        no.setOnAction(event -> autoMark.dismiss());
        HBox buttons = new HBox(yes, no);
        buttons.getStyleClass().add("buttons");
        getChildren().setAll(title, text, buttons);
        // A key pressed in haste must not hand pictures on: the way back has the focus.
        Platform.runLater(no::requestFocus);
    }
}

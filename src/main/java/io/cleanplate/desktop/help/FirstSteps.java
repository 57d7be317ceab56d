package io.cleanplate.desktop.help;

import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignB;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignK;

/** How a picture is cleaned, in three steps, until somebody dismisses it for good. Belongs to the JavaFX thread. */
public final class FirstSteps extends VBox {
    /** With what happens when it is dismissed. */
    public FirstSteps(Runnable dismiss) {
        getStyleClass().addAll("sheet", "first-steps", Styles.ELEVATED_2);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        Label title = new Label("Clean your first picture");
        title.getStyleClass().add(Styles.TITLE_4);
        HBox steps = new HBox(
                step("1", MaterialDesignB.BRUSH, "Paint over the mark"),
                step("2", MaterialDesignK.KEYBOARD_RETURN, "Press Enter to remove it"),
                step("3", MaterialDesignC.CONTENT_SAVE_OUTLINE, "Press S to save and go on"));
        steps.getStyleClass().add("columns");
        Button done = new Button("Got it");
        done.setId("dismiss-hint");
        done.setMnemonicParsing(false);
        done.setOnAction(event -> dismiss.run());
        Label note =
                new Label("A publisher's mark can be found by itself, too: see below the picture. ? shows all keys.");
        note.setMinWidth(USE_PREF_SIZE);
        note.setMaxWidth(Double.MAX_VALUE);
        note.getStyleClass().add("muted");
        HBox.setHgrow(note, Priority.ALWAYS);
        HBox buttons = new HBox(note, done);
        buttons.getStyleClass().add("sheet-buttons");
        getChildren().addAll(title, steps, buttons);
        setAccessibleText(String.join(
                ". ",
                List.of(
                        "Clean your first picture",
                        "1, paint over the mark",
                        "2, press Enter to remove it",
                        "3, press S to save and go on")));
    }

    private static HBox step(String number, org.kordamp.ikonli.Ikon icon, String text) {
        Label label = new Label(number);
        label.getStyleClass().add("step-number");
        Label what = new Label(text, new FontIcon(icon));
        what.setMinWidth(USE_PREF_SIZE);
        HBox step = new HBox(label, what);
        step.getStyleClass().add("step");
        return step;
    }
}

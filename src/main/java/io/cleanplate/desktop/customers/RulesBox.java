package io.cleanplate.desktop.customers;

import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.cell.CheckBoxListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/** Lets a person choose which pictures the job hands on. */
final class RulesBox extends VBox {
    private static final double ROW = 30;

    private Runnable done = () -> {};

    RulesBox(RulesViewModel rules) {
        getStyleClass().add("rules");
        Label title = new Label("Auto-mark rules");
        title.getStyleClass().addAll("heading", Styles.TEXT_BOLD);
        Label text = new Label("Only pictures that all three lists allow are handed on unchanged."
                + " Others stay pending for editors.");
        text.setWrapText(true);
        text.getStyleClass().add("caption");
        HBox lists = new HBox(
                list("Only these categories", "None ticked: all", rules.categories()),
                list("Only these sources", "None ticked: all", rules.sources()),
                list("Never these sources", "None ticked: none left out", rules.excludeSources()));
        lists.getStyleClass().add("lists");
        Button save = new Button("Save rules");
        save.getStyleClass().add(Styles.ACCENT);
        save.setOnAction(event -> {
            rules.save();
            done.run();
        });
        Button cancel = new Button("Cancel");
        cancel.setOnAction(event -> done.run());
        HBox buttons = new HBox(save, cancel);
        buttons.getStyleClass().add("buttons");
        getChildren().setAll(title, text, lists, buttons);
    }

    /** What to do when nothing is left to choose. */
    void whenDone(Runnable then) {
        done = then;
    }

    private static Node list(String heading, String meaning, List<RuleChoice> choices) {
        Label title = new Label(heading);
        Label caption = new Label(meaning);
        caption.getStyleClass().add("caption");
        ListView<RuleChoice> list = new ListView<>(FXCollections.observableArrayList(choices));
        list.setAccessibleText(heading);
        list.setFixedCellSize(ROW);
        list.setPlaceholder(new Label("No names yet"));
        list.setCellFactory(CheckBoxListCell.forListView(RulesBox::ticked, new StringConverter<>() {
            @Override
            public String toString(RuleChoice choice) {
                return choice.name();
            }

            @Override
            public RuleChoice fromString(String name) {
                throw new UnsupportedOperationException(name);
            }
        }));
        VBox box = new VBox(title, caption, list);
        HBox.setHgrow(box, Priority.ALWAYS);
        return box;
    }

    private static ObservableValue<Boolean> ticked(RuleChoice choice) {
        return choice.chosen();
    }
}

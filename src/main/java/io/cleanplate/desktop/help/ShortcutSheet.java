package io.cleanplate.desktop.help;

import atlantafx.base.theme.Styles;
import io.cleanplate.desktop.common.Action;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.HPos;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** All keys of the window, made of the same actions that the keys trigger. Belongs to the JavaFX thread. */
public final class ShortcutSheet extends VBox {
    private static final double BAR = 16;

    private static final int COLUMNS = 3;

    /** Lists the actions that have keys, by their groups. */
    public ShortcutSheet(List<Action> actions, Runnable close) {
        getStyleClass().addAll("sheet", "shortcuts");
        Label title = new Label("Keyboard shortcuts");
        title.getStyleClass().add(Styles.TITLE_4);
        HBox columns = new HBox();
        columns.getStyleClass().add("columns");
        for (List<Map.Entry<String, List<Action>>> column : columns(grouped(actions))) {
            VBox box = new VBox();
            box.getStyleClass().add("sections");
            column.forEach(group -> box.getChildren().add(group(group.getKey(), group.getValue())));
            box.setMinWidth(USE_PREF_SIZE);
            columns.getChildren().add(box);
        }
        ScrollPane scroll = new ScrollPane(columns);
        // The bar at the side lies in the padding, so that none is needed below.
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        columns.setPadding(new Insets(0, BAR, 0, 0));
        scroll.setFocusTraversable(false);
        setVgrow(scroll, Priority.ALWAYS);
        Button closer = new Button("Close");
        closer.setId("close-shortcuts");
        closer.setCancelButton(true);
        closer.setDefaultButton(true);
        closer.setOnAction(event -> close.run());
        Label note = new Label("Letters do nothing while you type in a field.");
        note.getStyleClass().add("muted");
        HBox.setHgrow(note, Priority.ALWAYS);
        note.setMaxWidth(Double.MAX_VALUE);
        HBox buttons = new HBox(note, closer);
        buttons.getStyleClass().add("sheet-buttons");
        getChildren().addAll(title, scroll, buttons);
    }

    private static Map<String, List<Action>> grouped(List<Action> actions) {
        Map<String, List<Action>> groups = new LinkedHashMap<>();
        for (Action action : actions) {
            if (action.key() != null) {
                groups.computeIfAbsent(action.group(), name -> new ArrayList<>())
                        .add(action);
            }
        }
        return groups;
    }

    /** Fills one column after the other, each to about the same height; a group is never torn apart. */
    private static List<List<Map.Entry<String, List<Action>>>> columns(Map<String, List<Action>> groups) {
        int lines = groups.values().stream().mapToInt(group -> group.size() + 2).sum();
        int height = Math.ceilDiv(lines, COLUMNS);
        List<List<Map.Entry<String, List<Action>>>> columns = new ArrayList<>();
        int filled = 0;
        for (Map.Entry<String, List<Action>> group : groups.entrySet()) {
            int size = group.getValue().size() + 2;
            if (columns.isEmpty() || (filled + size / 2 > height && columns.size() < COLUMNS)) {
                columns.add(new ArrayList<>());
                filled = 0;
            }
            columns.getLast().add(group);
            filled += size;
        }
        return columns;
    }

    private static Node group(String name, List<Action> actions) {
        Label heading = new Label(name);
        heading.getStyleClass().add(Styles.TEXT_CAPTION);
        GridPane grid = new GridPane();
        grid.getStyleClass().add("keys");
        ColumnConstraints label = new ColumnConstraints();
        label.setHgrow(Priority.ALWAYS);
        ColumnConstraints key = new ColumnConstraints();
        key.setHalignment(HPos.RIGHT);
        grid.getColumnConstraints().addAll(label, key);
        for (int row = 0; row < actions.size(); row++) {
            Action action = actions.get(row);
            Label keys = new Label(action.keyText());
            keys.getStyleClass().add("key");
            keys.setMinWidth(USE_PREF_SIZE);
            Label what = new Label(action.label());
            what.setMinWidth(USE_PREF_SIZE);
            grid.addRow(row, what, keys);
        }
        VBox box = new VBox(heading, grid);
        box.getStyleClass().add("section");
        return box;
    }
}

package io.cleanplate.desktop.common;

import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/** Folders below each other, each with a button that opens it. Belongs to the JavaFX thread. */
public final class FolderList extends GridPane {
    /** Lists these. */
    public FolderList(List<FolderLink> links) {
        getStyleClass().add("form");
        for (int row = 0; row < links.size(); row++) {
            FolderLink link = links.get(row);
            Label path = new Label(link.folder().toString());
            path.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
            path.setTooltip(new Tooltip(link.folder().toString()));
            path.setMinWidth(0);
            path.setMaxWidth(Double.MAX_VALUE);
            path.getStyleClass().add("muted");
            setHgrow(path, Priority.ALWAYS);
            Button open = new Button("Open");
            open.setMnemonicParsing(false);
            open.setMinWidth(USE_PREF_SIZE);
            open.getStyleClass().add(Styles.SMALL);
            open.setAccessibleText("Open the folder: " + link.label());
            open.setOnAction(event -> link.open().run());
            Label label = new Label(link.label());
            label.setMinWidth(USE_PREF_SIZE);
            addRow(row, label, path, open);
        }
    }
}

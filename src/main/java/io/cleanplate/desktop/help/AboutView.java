package io.cleanplate.desktop.help;

import atlantafx.base.theme.Styles;
import io.cleanplate.desktop.common.FolderLink;
import io.cleanplate.desktop.common.FolderList;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Which Cleanplate this is, and where it keeps things. Belongs to the JavaFX thread. */
public final class AboutView extends VBox {
    /**
     * With what it tells.
     *
     * @param version of the program
     * @param machine what it runs on, in a line
     */
    public AboutView(String version, String machine, List<FolderLink> folders, Runnable close) {
        getStyleClass().addAll("sheet", "about");
        Label title = new Label("Cleanplate " + version);
        title.getStyleClass().add(Styles.TITLE_4);
        Label what = new Label("Removes watermarks from news pictures. Apache License 2.0.");
        Label where = new Label(machine);
        where.getStyleClass().add("muted");
        Button closer = new Button("Close");
        closer.setCancelButton(true);
        closer.setDefaultButton(true);
        closer.setOnAction(event -> close.run());
        HBox buttons = new HBox(closer);
        buttons.getStyleClass().add("sheet-buttons");
        getChildren().addAll(title, what, where, new FolderList(folders), buttons);
    }
}

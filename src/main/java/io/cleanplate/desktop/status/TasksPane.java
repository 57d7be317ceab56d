package io.cleanplate.desktop.status;

import atlantafx.base.controls.Popover;
import atlantafx.base.theme.Styles;
import io.cleanplate.desktop.common.Action;
import io.cleanplate.desktop.common.ActionControls;
import io.cleanplate.desktop.common.DesktopTasks.Shown;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** The tasks that run: the oldest with its progress, the others behind a button. Belongs to the JavaFX thread. */
public final class TasksPane extends HBox {
    // Held here: a list that nobody holds tells nobody of its changes.
    private final ObservableList<Shown> running;
    private final VBox others = new VBox();
    private final Popover popover = new Popover(others);

    /** Shows these tasks from now on. */
    public TasksPane(ObservableList<Shown> running) {
        this.running = running;
        getStyleClass().add("progress-line");
        others.getStyleClass().add("engine-pane");
        setAlignment(Pos.CENTER_RIGHT);
        popover.setArrowLocation(Popover.ArrowLocation.BOTTOM_RIGHT);
        popover.setAnimated(false);
        running.addListener((ListChangeListener<Shown>) change -> fill());
        fill();
    }

    private void fill() {
        getChildren().clear();
        others.getChildren().clear();
        if (running.size() <= 1) {
            popover.hide();
        }
        if (running.isEmpty()) {
            return;
        }
        getChildren().add(line(running.getFirst()));
        running.stream().skip(1).forEach(task -> others.getChildren().add(line(task)));
        if (running.size() > 1) {
            Button more = new Button("+" + (running.size() - 1) + " more");
            more.setMnemonicParsing(false);
            more.setId("more-tasks");
            more.setMinWidth(USE_PREF_SIZE);
            more.getStyleClass().addAll(Styles.FLAT, Styles.SMALL);
            more.setOnAction(event -> popover.show(more));
            getChildren().add(more);
        }
    }

    private static Node line(Shown task) {
        Label title = new Label(task.title());
        title.setMinWidth(USE_PREF_SIZE);
        ProgressBar bar = new ProgressBar();
        bar.setAccessibleText(task.title());
        bar.progressProperty().bind(task.progressProperty());
        Button cancel = ActionControls.iconButton(
                Action.of("Tasks", "Stop: " + task.title(), task::cancel).icon(MaterialDesignC.CLOSE));
        cancel.getStyleClass().addAll(Styles.FLAT, Styles.SMALL);
        HBox line = new HBox(title, bar, cancel);
        line.setAlignment(Pos.CENTER_RIGHT);
        line.getStyleClass().add("progress-line");
        return line;
    }
}

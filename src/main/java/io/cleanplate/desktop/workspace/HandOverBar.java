package io.cleanplate.desktop.workspace;

import atlantafx.base.theme.Styles;
import io.cleanplate.cleaning.OpenedPicture;
import io.cleanplate.desktop.common.Action;
import io.cleanplate.desktop.common.ActionControls;
import io.cleanplate.desktop.editor.canvas.PictureCanvas;
import io.cleanplate.imaging.Pixels;
import java.util.Locale;
import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/** The strip below the picture: what it is, and what can be done with it as a whole. */
public final class HandOverBar extends HBox {
    private final Label title = new Label();
    private final Label size = new Label();

    /** For what is open in the workspace. */
    public HandOverBar(WorkspaceViewModel workspace, WorkspaceActions actions, PictureCanvas canvas) {
        getStyleClass().add("hand-over-bar");
        setAlignment(Pos.CENTER_LEFT);
        title.getStyleClass().add(Styles.TEXT_BOLD);
        title.setTextOverrun(OverrunStyle.ELLIPSIS);
        title.setMinWidth(80);
        size.getStyleClass().add(Styles.TEXT_MUTED);
        size.setMinWidth(0);
        Label zoom = new Label();
        zoom.getStyleClass().add(Styles.TEXT_MUTED);
        zoom.setMinWidth(USE_PREF_SIZE);
        zoom.textProperty().bind(canvas.zoomPercentProperty().asString(Locale.ROOT, "%.0f %%"));
        zoom.visibleProperty().bind(canvas.pictureProperty().isNotNull());
        HBox facts = new HBox(8, title, size, zoom);
        facts.setAlignment(Pos.CENTER_LEFT);
        facts.setMinWidth(0);
        HBox.setHgrow(facts, Priority.ALWAYS);
        Button save = worded(actions.save());
        save.getStyleClass().add(Styles.SUCCESS);
        getChildren()
                .addAll(
                        facts,
                        whileAvailable(actions.reopen()),
                        whileAvailable(actions.saveAs()),
                        worded(actions.asIs()),
                        worded(actions.skip()),
                        save);
        workspace.currentProperty().addListener((value, was, is) -> show(is));
        show(workspace.currentProperty().get());
    }

    private void show(@Nullable OpenedPicture open) {
        title.setText(open == null ? "" : open.name());
        size.setText(open == null ? "" : describe(open));
    }

    private static String describe(OpenedPicture open) {
        Pixels pixels = open.picture().pixels();
        return pixels.width() + " × " + pixels.height() + " "
                + open.picture().encoding().format();
    }

    private static Button worded(Action action) {
        Button button = ActionControls.button(action);
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }

    /** A button for the rarer cases, which takes no room in the others. */
    private static Button whileAvailable(Action action) {
        Button button = worded(action);
        ObservableBooleanValue available = action.available();
        button.setVisible(available.get());
        available.addListener((value, was, is) -> button.setVisible(is));
        button.managedProperty().bind(button.visibleProperty());
        return button;
    }
}

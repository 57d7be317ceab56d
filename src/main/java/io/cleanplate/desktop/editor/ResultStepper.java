package io.cleanplate.desktop.editor;

import atlantafx.base.theme.Styles;
import io.cleanplate.desktop.common.ActionControls;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

/** Which of the results is shown, with buttons for the one before and after; takes no room while there are none. */
public final class ResultStepper extends HBox {
    /** For an editor's results. */
    public ResultStepper(OpenPicture open, EditorActions actions) {
        super(4);
        setAlignment(Pos.CENTER_LEFT);
        Label status = new Label();
        status.getStyleClass().add(Styles.TEXT_MUTED);
        status.setMinWidth(USE_PREF_SIZE);
        status.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> open.showingProperty().get() + " of "
                                + open.resultsProperty().get(),
                        open.showingProperty(),
                        open.resultsProperty()));
        Tooltip whole = new Tooltip();
        whole.textProperty().bind(open.statusProperty());
        status.setTooltip(whole);
        status.accessibleTextProperty().bind(open.statusProperty());
        getChildren()
                .addAll(
                        ActionControls.iconButton(actions.previousResult()),
                        status,
                        ActionControls.iconButton(actions.nextResult()));
        visibleProperty().bind(open.resultsProperty().greaterThan(0));
        managedProperty().bind(visibleProperty());
    }
}

package io.cleanplate.desktop.proposal;

import atlantafx.base.theme.Styles;
import io.cleanplate.desktop.common.Action;
import io.cleanplate.desktop.common.ActionControls;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/**
 * The line below the picture that tells of a known mark. It keeps its height when there is nothing to tell, so that the
 * picture keeps its place. Belongs to the JavaFX thread.
 */
public final class ProposalBar extends HBox {
    private final ProposalViewModel model;
    private final FontIcon icon = new FontIcon(MaterialDesignC.CHECK_CIRCLE_OUTLINE);

    /** For this model. */
    public ProposalBar(ProposalViewModel model, ProposalActions actions) {
        this.model = model;
        getStyleClass().add("proposal-bar");
        setAlignment(Pos.CENTER_LEFT);
        Label text = new Label();
        text.setGraphic(icon);
        text.setTextOverrun(OverrunStyle.ELLIPSIS);
        text.setMinWidth(0);
        text.setMaxWidth(Double.MAX_VALUE);
        text.textProperty().bind(model.textProperty());
        Tooltip whole = new Tooltip();
        whole.textProperty().bind(model.textProperty());
        text.setTooltip(whole);
        HBox.setHgrow(text, Priority.ALWAYS);
        Button accept = ActionControls.button(actions.accept());
        accept.setText(actions.accept().hint());
        accept.setMinWidth(USE_PREF_SIZE);
        accept.getStyleClass().addAll(Styles.SMALL, Styles.SUCCESS);
        getChildren()
                .addAll(
                        shownWhile(model.presentProperty(), text),
                        shownWhile(model.presentProperty(), alternatives(actions)),
                        shownWhile(model.presentProperty(), accept),
                        search(actions.search()));
        model.stateProperty().subscribe(this::colour);
    }

    private Node alternatives(ProposalActions actions) {
        HBox row = new HBox(
                toggle(actions, Alternative.INVERTED, "1 Inverted", Styles.LEFT_PILL),
                toggle(actions, Alternative.SEE_THROUGH, "2 See-through", Styles.CENTER_PILL),
                toggle(actions, Alternative.LAMA, "3 Lama", Styles.RIGHT_PILL));
        row.setAlignment(Pos.CENTER_LEFT);
        row.setMinWidth(USE_PREF_SIZE);
        return row;
    }

    private ToggleButton toggle(ProposalActions actions, Alternative alternative, String words, String pill) {
        ToggleButton button = ActionControls.toggle(actions.choose(alternative));
        button.setText(words);
        button.setMinWidth(USE_PREF_SIZE);
        button.getStyleClass().addAll(Styles.SMALL, pill);
        // A toggle does not choose for itself: it shows what the model says, also after it was pressed.
        model.shownProperty().subscribe(shown -> button.setSelected(shown.equals(Optional.of(alternative))));
        button.selectedProperty()
                .addListener((value, was, is) ->
                        button.setSelected(model.shownProperty().get().equals(Optional.of(alternative))));
        return button;
    }

    private Button search(Action action) {
        Button button = ActionControls.button(action);
        button.setId("find-mark");
        button.getStyleClass().addAll(Styles.SMALL, Styles.FLAT);
        button.setMinWidth(USE_PREF_SIZE);
        button.textProperty().bind(Bindings.concat("Find the mark of ", model.unknownSourceProperty()));
        button.accessibleTextProperty().bind(button.textProperty());
        return shownWhile(model.unknownSourceProperty().isNotEmpty(), button);
    }

    private static <N extends Node> N shownWhile(ObservableValue<Boolean> condition, N node) {
        node.visibleProperty().bind(condition);
        node.managedProperty().bind(node.visibleProperty());
        return node;
    }

    private void colour(ProposalViewModel.State state) {
        boolean unsure = state == ProposalViewModel.State.UNSURE;
        getStyleClass().remove("unsure");
        if (unsure) {
            getStyleClass().add("unsure");
        }
        icon.setIconCode(unsure ? MaterialDesignA.ALERT_OUTLINE : MaterialDesignC.CHECK_CIRCLE_OUTLINE);
    }
}

package io.cleanplate.desktop.customers;

import atlantafx.base.controls.Popover;
import atlantafx.base.controls.ToggleSwitch;
import io.cleanplate.desktop.common.Action;
import io.cleanplate.desktop.common.ActionControls;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;

/** The switch of the auto-mark job for the customer that is chosen, who moved it last, and the rules. */
final class AutoMarkControls extends HBox {
    private final CustomerBarViewModel bar;
    private final AutoMarkViewModel autoMark;
    private final String css;
    private final ToggleSwitch onOff = new ToggleSwitch("Auto-mark");
    private @Nullable Popover asking;

    AutoMarkControls(CustomerBarViewModel bar, String css) {
        this.bar = bar;
        this.autoMark = bar.autoMark();
        this.css = css;
        getStyleClass().add("auto-mark");
        onOff.setId("auto-mark");
        onOff.setAccessibleText("Hand on this customer's pictures unchanged");
        onOff.setTooltip(new Tooltip("Hand on this customer's pictures unchanged, without an editor"));
        onOff.setSelected(autoMark.onProperty().get());
        onOff.selectedProperty().addListener((value, was, is) -> moved(is));
        onOff.disableProperty().bind(autoMark.busyProperty());
        autoMark.onProperty().addListener((value, was, is) -> onOff.setSelected(is));
        Label who = new Label();
        who.setId("auto-mark-who");
        who.getStyleClass().add("caption");
        who.textProperty().bind(Bindings.createStringBinding(autoMark::lastChange, autoMark.settingsProperty()));
        who.managedProperty().bind(who.textProperty().isNotEmpty());
        VBox column = new VBox(onOff, who);
        column.getStyleClass().add("column");
        Button rules = ActionControls.iconButton(Action.of("Customer", "Auto-mark rules", this::showRules)
                .icon(MaterialDesignF.FILTER_COG_OUTLINE)
                .when(autoMark.settingsProperty()
                        .isNotNull()
                        .and(autoMark.busyProperty().not())));
        rules.setId("auto-mark-rules");
        getChildren().setAll(column, rules);
        visibleProperty().bind(autoMark.settingsProperty().isNotNull());
        managedProperty().bind(visibleProperty());
        autoMark.questionProperty().addListener((value, was, is) -> ask(is));
    }

    /** The switch shows what is so, not what was clicked: it moves once that is decided. */
    private void moved(boolean wanted) {
        if (wanted != autoMark.onProperty().get()) {
            autoMark.request(wanted);
            onOff.setSelected(autoMark.onProperty().get());
        }
    }

    private void ask(@Nullable AutoMarkQuestion question) {
        Popover open = asking;
        asking = null;
        if (open != null) {
            open.hide();
        }
        if (question == null) {
            return;
        }
        Popover popover = Popovers.of(new QuestionBox(question, autoMark), css);
        popover.setOnHidden(event -> {
            if (popover.equals(asking)) {
                autoMark.dismiss();
            }
        });
        asking = popover;
        Popovers.showBelow(popover, onOff);
    }

    private void showRules() {
        RulesBox box = new RulesBox(bar.rules());
        Popover popover = Popovers.of(box, css);
        box.whenDone(popover::hide);
        Popovers.showBelow(popover, this);
    }
}

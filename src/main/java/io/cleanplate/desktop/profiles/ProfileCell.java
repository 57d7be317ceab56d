package io.cleanplate.desktop.profiles;

import io.cleanplate.watermark.KeptProfile;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;

/** A known mark in a row: its name, whose it is, and whether it wants a look. */
final class ProfileCell extends ListCell<KeptProfile> {
    private static final PseudoClass OFF = PseudoClass.getPseudoClass("off");

    private final FontIcon warning = new FontIcon(MaterialDesignA.ALERT_OUTLINE);
    private final Label name = new Label();
    private final Label whose = new Label();
    private final Label badge = new Label();
    private final Tooltip whole = new Tooltip();
    private final HBox content;

    ProfileCell() {
        getStyleClass().add("profile-cell");
        setPrefWidth(0);
        name.getStyleClass().add("name");
        name.setTooltip(whole);
        whose.getStyleClass().add("whose");
        whose.setTooltip(whole);
        badge.getStyleClass().add("badge");
        badge.setMinWidth(USE_PREF_SIZE);
        badge.setTooltip(whole);
        VBox text = new VBox(name, whose);
        text.setMinWidth(0);
        HBox.setHgrow(text, Priority.ALWAYS);
        content = new HBox(text, badge);
        content.getStyleClass().add("content");
    }

    @Override
    protected void updateItem(@Nullable KeptProfile kept, boolean empty) {
        super.updateItem(kept, empty);
        if (empty || kept == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        String sources = ProfileWords.sources(kept.sources());
        name.setText(kept.name());
        whose.setText(ProfileWords.size(kept.profile().sizeClass()) + " \u00b7 " + sources);
        whole.setText(ProfileWords.spoken(kept));
        boolean troubled = !kept.trouble().isEmpty();
        badge.setGraphic(troubled ? warning : null);
        badge.setText(kept.enabled() ? "" : "off");
        pseudoClassStateChanged(OFF, !kept.enabled());
        setGraphic(content);
        setAccessibleText(ProfileWords.spoken(kept));
    }
}

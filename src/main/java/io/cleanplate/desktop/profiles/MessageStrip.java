package io.cleanplate.desktop.profiles;

import atlantafx.base.theme.Styles;
import io.cleanplate.desktop.common.Action;
import io.cleanplate.desktop.common.ActionControls;
import io.cleanplate.desktop.common.Notice;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** A notice inside a sheet, where those of the window cannot be reached. Takes no room while there is none. */
final class MessageStrip extends HBox {
    MessageStrip() {
        getStyleClass().add("message-strip");
        show(null, () -> {});
    }

    void show(@Nullable Notice notice, Runnable close) {
        getChildren().clear();
        setVisible(notice != null);
        setManaged(notice != null);
        if (notice == null) {
            return;
        }
        getStyleClass().removeAll("bad", "warned", "fine");
        getStyleClass().add(style(notice.kind()));
        Label text = new Label(notice.text());
        text.setId("known-marks-message");
        text.setWrapText(true);
        text.setMinHeight(USE_PREF_SIZE);
        text.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(text, Priority.ALWAYS);
        getChildren().add(text);
        for (Notice.Choice choice : notice.choices()) {
            Button button = new Button(choice.label());
            button.setMinWidth(USE_PREF_SIZE);
            button.setMnemonicParsing(false);
            button.getStyleClass().add(Styles.SMALL);
            button.setOnAction(event -> choice.run().run());
            getChildren().add(button);
        }
        Button closer = ActionControls.iconButton(
                Action.of("Notices", "Close this notice", close).icon(MaterialDesignC.CLOSE));
        closer.getStyleClass().addAll(Styles.FLAT, Styles.SMALL);
        getChildren().add(closer);
    }

    private static String style(Notice.Kind kind) {
        return switch (kind) {
            case INFO, SUCCESS -> "fine";
            case WARNING -> "warned";
            case ERROR -> "bad";
        };
    }
}

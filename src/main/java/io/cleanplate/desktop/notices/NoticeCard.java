package io.cleanplate.desktop.notices;

import atlantafx.base.theme.Styles;
import io.cleanplate.desktop.common.Action;
import io.cleanplate.desktop.common.ActionControls;
import io.cleanplate.desktop.common.Notice;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;

/**
 * One notice. Not AtlantaFX's {@code Notification}, whose close button the keyboard does not reach. A timed one waits while
 * the mouse or the focus is on it. Belongs to the JavaFX thread.
 */
final class NoticeCard extends HBox {
    private final Notice notice;
    private final Consumer<NoticeCard> close;
    private final @Nullable PauseTransition time;

    NoticeCard(Notice notice, Consumer<NoticeCard> close) {
        this.notice = notice;
        this.close = close;
        getStyleClass().addAll("notice", style(notice.kind()), Styles.ELEVATED_2);
        setFillHeight(false);
        setAlignment(Pos.TOP_LEFT);
        setMinHeight(USE_PREF_SIZE);
        setAccessibleRole(AccessibleRole.TEXT);
        setAccessibleText(word(notice.kind()) + ": " + notice.text());
        Label text = new Label(notice.text(), new FontIcon(icon(notice.kind())));
        text.setWrapText(true);
        text.setMinHeight(USE_PREF_SIZE);
        text.setMaxWidth(Double.MAX_VALUE);
        VBox body = new VBox(text);
        body.getStyleClass().add("notice-body");
        HBox.setHgrow(body, Priority.ALWAYS);
        if (!notice.choices().isEmpty()) {
            body.getChildren().add(choices(notice));
        }
        Button closer = ActionControls.iconButton(
                Action.of("Notices", "Close this notice", this::end).icon(MaterialDesignC.CLOSE));
        closer.getStyleClass().addAll(Styles.FLAT, Styles.SMALL);
        getChildren().addAll(body, closer);
        java.time.Duration stays = notice.stays();
        this.time = stays == null ? null : count(stays);
        // A screen reader reads what changes; a card that appears is news.
        sceneProperty().addListener((value, was, is) -> {
            if (is != null) {
                notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
            }
        });
    }

    /** Whether it has this text. */
    boolean says(String text) {
        return notice.text().equals(text);
    }

    /** Whether it says that something went well. */
    boolean succeeded() {
        return notice.kind() == Notice.Kind.SUCCESS;
    }

    /** Whether it goes away by itself. */
    boolean passing() {
        return time != null;
    }

    private PauseTransition count(java.time.Duration stays) {
        PauseTransition pause = new PauseTransition(Duration.millis((double) stays.toMillis()));
        pause.setOnFinished(event -> end());
        hoverProperty().addListener((value, was, is) -> wait(pause));
        focusWithinProperty().addListener((value, was, is) -> wait(pause));
        pause.play();
        return pause;
    }

    private void wait(PauseTransition pause) {
        if (isHover() || isFocusWithin()) {
            pause.stop();
        } else {
            pause.playFromStart();
        }
    }

    private Node choices(Notice notice) {
        FlowPane buttons = new FlowPane();
        buttons.getStyleClass().add("notice-choices");
        for (Notice.Choice choice : notice.choices()) {
            Button button = new Button(choice.label());
            button.setMnemonicParsing(false);
            button.getStyleClass().add(Styles.SMALL);
            button.setMinWidth(USE_PREF_SIZE);
            button.setOnAction(event -> {
                end();
                choice.run().run();
            });
            buttons.getChildren().add(button);
        }
        return buttons;
    }

    void end() {
        if (time != null) {
            time.stop();
        }
        close.accept(this);
    }

    private static Ikon icon(Notice.Kind kind) {
        return switch (kind) {
            case INFO -> MaterialDesignI.INFORMATION_OUTLINE;
            case SUCCESS -> MaterialDesignC.CHECK_CIRCLE_OUTLINE;
            case WARNING -> MaterialDesignA.ALERT_OUTLINE;
            case ERROR -> MaterialDesignA.ALERT_CIRCLE_OUTLINE;
        };
    }

    private static String style(Notice.Kind kind) {
        return switch (kind) {
            case INFO -> Styles.ACCENT;
            case SUCCESS -> Styles.SUCCESS;
            case WARNING -> Styles.WARNING;
            case ERROR -> Styles.DANGER;
        };
    }

    private static String word(Notice.Kind kind) {
        return switch (kind) {
            case INFO -> "Note";
            case SUCCESS -> "Done";
            case WARNING -> "Warning";
            case ERROR -> "Error";
        };
    }
}

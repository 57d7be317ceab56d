package io.cleanplate.desktop.status;

import atlantafx.base.controls.Popover;
import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;

/** The line at the bottom of the window. Looks anew while it is in a window. Belongs to the JavaFX thread. */
public final class StatusBar extends HBox {
    private static final Duration LOOKS_EVERY = Duration.seconds(2);

    private final Button engine = chip(new Button(), MaterialDesignC.CHIP);
    private final Label database = chip(new Label(), MaterialDesignD.DATABASE_OUTLINE);
    private final Label autoMark = chip(new Label(), MaterialDesignR.ROBOT_OUTLINE);
    private final Label http = chip(new Label(), MaterialDesignA.ACCESS_POINT_OFF);
    private final Popover popover;
    private final EngineViewModel choices;

    /** Shows status, what can be chosen of model and device, and running tasks. */
    public StatusBar(StatusViewModel status, EngineViewModel choices, TasksPane tasks) {
        this.choices = choices;
        getStyleClass().add("status-bar");
        popover = new Popover(new EnginePane(choices));
        popover.setArrowLocation(Popover.ArrowLocation.BOTTOM_LEFT);
        popover.setAnimated(false);
        engine.setId("engine");
        engine.setMnemonicParsing(false);
        engine.getStyleClass().add(Styles.FLAT);
        engine.setOnAction(event -> openChoices());
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        tasks.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(engine, database, autoMark, http, space, tasks);
        status.lineProperty().addListener((value, was, is) -> show(is));
        show(status.lineProperty().get());
        watch(status);
    }

    /** Opens what can be chosen of model and device. */
    public void openChoices() {
        choices.refresh();
        popover.show(engine);
    }

    private void watch(StatusViewModel status) {
        Timeline timeline = new Timeline(new KeyFrame(LOOKS_EVERY, event -> status.refresh()));
        timeline.setCycleCount(Animation.INDEFINITE);
        sceneProperty().addListener((value, was, is) -> {
            if (is == null) {
                timeline.stop();
            } else {
                status.refresh();
                timeline.play();
            }
        });
    }

    private void show(@Nullable StatusLine line) {
        for (Labeled each : List.of(engine, database, autoMark)) {
            show(each, line != null);
        }
        show(http, line != null && line.http() != null);
        if (line == null) {
            return;
        }
        show(engine, line.engine());
        show(database, line.database());
        show(autoMark, line.autoMark());
        if (line.http() != null) {
            show(http, line.http());
        }
    }

    private static void show(Labeled label, boolean there) {
        label.setVisible(there);
        label.setManaged(there);
    }

    private static void show(Labeled label, Chip chip) {
        label.setText(chip.text());
        label.setAccessibleText(chip.text());
        label.setAccessibleHelp(chip.more());
        label.setTooltip(new Tooltip(chip.text() + "\n" + chip.more()));
        label.getStyleClass().removeAll("busy", "warned", "bad");
        switch (chip.tone()) {
            case PLAIN -> {}
            case BUSY -> label.getStyleClass().add("busy");
            case WARNING -> label.getStyleClass().add("warned");
            case BAD -> label.getStyleClass().add("bad");
        }
    }

    private static <L extends Labeled> L chip(L label, Ikon icon) {
        label.setGraphic(new FontIcon(icon));
        label.getStyleClass().add("chip");
        return label;
    }
}

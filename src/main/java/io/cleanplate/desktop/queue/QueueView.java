package io.cleanplate.desktop.queue;

import io.cleanplate.desktop.common.ActionControls;
import io.cleanplate.desktop.common.Notice;
import java.time.InstantSource;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;

/** The left side of the window: what to show, and the pictures, or what to do when there are none. */
public final class QueueView extends VBox {
    private static final double WIDTH = 308;

    private final QueueViewModel queue;
    private final QueueList list;
    private final VBox message = new VBox();

    /** A view whose ages are told by that clock. */
    public QueueView(QueueViewModel queue, ThumbnailLoader thumbnails, InstantSource clock) {
        this.queue = queue;
        this.list = new QueueList(queue, thumbnails, clock);
        getStyleClass().add("queue-view");
        getStylesheets()
                .add(Objects.requireNonNull(QueueView.class.getResource("/io/cleanplate/desktop/queue.css"))
                        .toExternalForm());
        setMinWidth(WIDTH);
        setPrefWidth(WIDTH);
        message.getStyleClass().add("message");
        StackPane body = new StackPane(list, message);
        VBox.setVgrow(body, Priority.ALWAYS);
        getChildren().setAll(new FilterBar(queue), trouble(thumbnails), body);
        queue.stateProperty().addListener((value, was, is) -> show(is));
        show(queue.stateProperty().get());
    }

    /** Puts the focus on the list, so that arrow keys move through the pictures. */
    public void focusList() {
        list.requestFocus();
    }

    private Node trouble(ThumbnailLoader thumbnails) {
        Label text = new Label();
        text.textProperty().bind(queue.troubleProperty());
        text.setWrapText(true);
        text.setMinHeight(USE_PREF_SIZE);
        HBox.setHgrow(text, Priority.ALWAYS);
        text.setMaxWidth(Double.MAX_VALUE);
        Button retry = ActionControls.iconButton(QueueActions.refresh(queue, thumbnails));
        HBox bar = new HBox(new FontIcon(MaterialDesignA.ALERT_OUTLINE), text, retry);
        bar.getStyleClass().add("trouble");
        bar.visibleProperty().bind(queue.troubleProperty().isNotEmpty());
        bar.managedProperty().bind(bar.visibleProperty());
        return bar;
    }

    private void show(ListState state) {
        boolean ready = state.kind() == ListState.Kind.READY;
        list.setVisible(ready);
        message.setVisible(!ready);
        message.getChildren().clear();
        if (ready) {
            return;
        }
        FontIcon icon = new FontIcon(icon(state.kind()));
        icon.getStyleClass().add("picture");
        Label text = new Label(state.text());
        text.setWrapText(true);
        text.getStyleClass().add("text");
        message.getChildren().addAll(icon, text);
        for (Notice.Choice choice : state.choices()) {
            Button button = new Button(choice.label());
            button.setMnemonicParsing(false);
            button.setOnAction(event -> choice.run().run());
            message.getChildren().add(button);
        }
    }

    private Ikon icon(ListState.Kind kind) {
        return switch (kind) {
            case LOADING -> MaterialDesignI.IMAGE_MULTIPLE_OUTLINE;
            case FAILED -> MaterialDesignD.DATABASE_OFF_OUTLINE;
            default ->
                queue.filters().narrowed()
                        ? MaterialDesignI.IMAGE_SEARCH_OUTLINE
                        : MaterialDesignC.CHECK_CIRCLE_OUTLINE;
        };
    }
}

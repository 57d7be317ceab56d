package io.cleanplate.desktop.queue;

import atlantafx.base.controls.RingProgressIndicator;
import io.cleanplate.newsroom.NewsImage;
import java.time.InstantSource;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;

/** A row of the queue: thumbnail, title, where it comes from, and where it stands. */
final class QueueCell extends ListCell<QueueRow> {
    /** Height of every row. */
    static final double HEIGHT = 81;

    private static final PseudoClass UNLOADED = PseudoClass.getPseudoClass("unloaded");
    private static final double CORNER = 8;

    private final ThumbnailLoader thumbnails;
    private final InstantSource clock;
    private final ImageView image = new ImageView();
    private final FontIcon broken = new FontIcon(MaterialDesignI.IMAGE_BROKEN_VARIANT);
    private final StackPane thumbnail = new StackPane(image, broken);
    private final Label title = new Label();
    private final Label origin = new Label();
    private final FontIcon badge = new FontIcon();
    private final RingProgressIndicator spinner = new RingProgressIndicator(-1);
    private final Label state = new Label();
    private final HBox content;
    private final Tooltip reason = new Tooltip();
    private final Tooltip stateHint = new Tooltip();
    private @Nullable NewsImage shown;
    private Runnable letGo = () -> {};

    QueueCell(ThumbnailLoader thumbnails, InstantSource clock) {
        this.thumbnails = thumbnails;
        this.clock = clock;
        getStyleClass().add("queue-cell");
        // The list's width is the row's: a long title never makes it scroll sideways.
        setPrefWidth(0);
        image.setFitWidth(ThumbnailLoader.WIDTH);
        image.setFitHeight(ThumbnailLoader.HEIGHT);
        Rectangle corners = new Rectangle(ThumbnailLoader.WIDTH, ThumbnailLoader.HEIGHT);
        corners.setArcWidth(CORNER);
        corners.setArcHeight(CORNER);
        thumbnail.setClip(corners);
        thumbnail.setMinSize(ThumbnailLoader.WIDTH, ThumbnailLoader.HEIGHT);
        thumbnail.setMaxSize(ThumbnailLoader.WIDTH, ThumbnailLoader.HEIGHT);
        thumbnail.getStyleClass().add("thumbnail");
        title.setWrapText(true);
        title.getStyleClass().add("title");
        title.setMaxHeight(Double.MAX_VALUE);
        title.setAlignment(Pos.TOP_LEFT);
        VBox.setVgrow(title, Priority.ALWAYS);
        origin.getStyleClass().add("origin");
        origin.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(origin, Priority.ALWAYS);
        state.getStyleClass().add("state");
        state.setMinWidth(USE_PREF_SIZE);
        state.setTooltip(stateHint);
        HBox foot = new HBox(origin, state);
        foot.getStyleClass().add("foot");
        VBox text = new VBox(title, foot);
        text.setMinWidth(0);
        HBox.setHgrow(text, Priority.ALWAYS);
        content = new HBox(thumbnail, text);
        content.getStyleClass().add("content");
    }

    @Override
    protected void updateItem(@Nullable QueueRow row, boolean empty) {
        super.updateItem(row, empty);
        NewsImage picture = row == null ? null : row.image();
        pseudoClassStateChanged(UNLOADED, !empty && picture == null);
        showThumbnail(picture);
        if (empty || row == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        setGraphic(content);
        if (picture == null) {
            title.setText("");
            origin.setText("");
            state.setGraphic(null);
            setAccessibleText("Not loaded yet");
        } else {
            showStory(picture, row.work());
        }
    }

    private void showStory(NewsImage picture, RowWork work) {
        RowLook look = RowLook.of(work, picture.state());
        title.setText(RowLook.title(picture));
        origin.setText(RowLook.origin(picture, clock.instant()));
        badge.setIconCode(look.icon());
        state.setGraphic(look.busy() ? spinner : badge);
        state.getStyleClass().setAll(List.of("label", "state", look.style()));
        stateHint.setText(RowLook.tooltip(picture, work));
        setAccessibleText(RowLook.spoken(picture, work, clock.instant()));
    }

    private void showThumbnail(@Nullable NewsImage picture) {
        if (picture != null && shown != null && picture.ref().equals(shown.ref())) {
            return;
        }
        letGo.run();
        letGo = () -> {};
        shown = picture;
        image.setImage(null);
        broken.setVisible(false);
        Tooltip.uninstall(thumbnail, reason);
        if (picture != null) {
            letGo = thumbnails.request(picture, this::show);
        }
    }

    private void show(Thumbnail loaded) {
        image.setImage(loaded.image());
        broken.setVisible(loaded.image() == null);
        if (loaded.image() == null) {
            reason.setText(loaded.failure());
            Tooltip.install(thumbnail, reason);
        }
    }
}

package io.cleanplate.desktop.workspace;

import io.cleanplate.desktop.common.Action;
import io.cleanplate.desktop.common.Notice;
import io.cleanplate.desktop.editor.EditorState;
import io.cleanplate.desktop.editor.EditorViewModel;
import io.cleanplate.desktop.editor.ToolsViewModel;
import io.cleanplate.desktop.editor.canvas.PictureCanvas;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import javafx.animation.PauseTransition;
import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.util.Duration;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;

/**
 * The middle of the window: the picture, or in its place what happened and what to do next; below it what can be done with
 * it as a whole. Takes files that are dropped on it.
 */
public final class EditorPane extends VBox {
    /** A picture that was fetched beforehand is there sooner, so that nothing flickers. */
    private static final Duration PATIENCE = Duration.millis(200);

    private final EditorViewModel editor;
    private final PictureCanvas canvas;
    private final VBox message = new VBox();
    private final PauseTransition patience = new PauseTransition(PATIENCE);

    /** Shows what the editor has open. */
    public EditorPane(EditorViewModel editor, PictureCanvas canvas, Node handOver, LooseFilesViewModel files) {
        this.editor = editor;
        this.canvas = canvas;
        getStyleClass().add("editor-pane");
        message.getStyleClass().add("editor-message");
        message.setAlignment(Pos.CENTER);
        StackPane middle = new StackPane(canvas, message);
        middle.setMinHeight(0);
        VBox.setVgrow(middle, Priority.ALWAYS);
        getChildren().addAll(middle, handOver);
        bind();
        setOnDragOver(this::offer);
        setOnDragDropped(event -> drop(event, files));
        editor.stateProperty().addListener((value, was, is) -> show(is));
        show(editor.stateProperty().get());
    }

    private void bind() {
        ToolsViewModel tools = editor.tools();
        canvas.pictureProperty().bind(editor.picture().pictureProperty());
        canvas.toolProperty().bind(tools.toolProperty());
        canvas.brushDiameterProperty().bind(tools.brushDiameterProperty());
        canvas.overlayOpacityProperty().bind(tools.overlayOpacityProperty());
        canvas.overlayColorProperty().bind(tools.overlayColorProperty().map(rgb -> color(rgb.intValue())));
        canvas.comparingProperty().bind(tools.showingOriginalProperty());
        canvas.splitProperty().bind(tools.splitProperty());
        canvas.splitPositionProperty().bindBidirectional(tools.splitPositionProperty());
    }

    private static Color color(int rgb) {
        return Color.rgb((rgb >> 16) & 0xFF, (rgb >> 8) & 0xFF, rgb & 0xFF);
    }

    /** How the picture is looked at, with the keys for it. */
    public List<Action> actions() {
        ObservableBooleanValue open = editor.picture().openProperty();
        return List.of(
                Action.of("View", "Fit", canvas::fit)
                        .icon(MaterialDesignF.FIT_TO_PAGE_OUTLINE)
                        .key("0")
                        .when(open),
                Action.of("View", "Actual size", canvas::actualSize)
                        .key("Shortcut+1")
                        .when(open),
                Action.of("View", "Zoom in", canvas::zoomIn)
                        .icon(MaterialDesignM.MAGNIFY_PLUS_OUTLINE)
                        .key("Shortcut+EQUALS")
                        .when(open),
                Action.of("View", "Zoom out", canvas::zoomOut)
                        .icon(MaterialDesignM.MAGNIFY_MINUS_OUTLINE)
                        .key("Shortcut+MINUS")
                        .when(open));
    }

    /** A second key for one of them, which known marks have for themselves while there is one. */
    public List<Action> aliases() {
        return List.of(Action.of("View", "Actual size", canvas::actualSize)
                .key("1")
                .when(editor.picture().openProperty()));
    }

    private void show(EditorState state) {
        patience.stop();
        message.getChildren().clear();
        message.setVisible(!(state instanceof EditorState.Open));
        switch (state) {
            case EditorState.Open open -> canvas.requestFocus();
            case EditorState.Loading loading -> {
                patience.setOnFinished(event -> say(new ProgressIndicator(), "Opening " + loading.name(), List.of()));
                patience.playFromStart();
            }
            case EditorState.Empty empty -> say(icon(MaterialDesignI.IMAGE_OUTLINE), empty.next(), List.of());
            case EditorState.Failed failed ->
                say(icon(MaterialDesignI.IMAGE_BROKEN_VARIANT), failed.message(), failed.choices());
        }
    }

    private static Node icon(Ikon shape) {
        FontIcon icon = new FontIcon(shape);
        icon.getStyleClass().add("large-icon");
        return icon;
    }

    private void say(Node picture, String text, List<Notice.Choice> choices) {
        Label words = new Label(text);
        words.setWrapText(true);
        HBox buttons = new HBox(8);
        buttons.setAlignment(Pos.CENTER);
        for (Notice.Choice choice : choices) {
            Button button = new Button(choice.label());
            button.setMnemonicParsing(false);
            button.setOnAction(event -> choice.run().run());
            buttons.getChildren().add(button);
        }
        message.getChildren().setAll(picture, words, buttons);
    }

    private void offer(DragEvent event) {
        if (event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY);
            event.consume();
        }
    }

    private static void drop(DragEvent event, LooseFilesViewModel files) {
        List<Path> dropped =
                event.getDragboard().getFiles().stream().map(File::toPath).toList();
        event.setDropCompleted(!dropped.isEmpty());
        event.consume();
        if (!dropped.isEmpty()) {
            files.open(dropped);
        }
    }
}

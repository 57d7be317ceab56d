package io.cleanplate.desktop.editor;

import io.cleanplate.desktop.common.Action;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.value.ObservableBooleanValue;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignB;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import org.kordamp.ikonli.materialdesign2.MaterialDesignU;

/** All that the editor can do but moving the picture about, each with its key. Belongs to the JavaFX thread. */
public final class EditorActions {
    private final EditorViewModel editor;
    private final ObservableBooleanValue open;

    /** The actions of this editor. */
    public EditorActions(EditorViewModel editor) {
        this.editor = editor;
        this.open = editor.picture().openProperty();
    }

    /** All that menus and the sheet of shortcuts list. */
    public List<Action> listed() {
        return Stream.of(tools(), mask(), edit(), view()).flatMap(List::stream).toList();
    }

    /** The second keys of some of what is listed. */
    public List<Action> aliases() {
        return List.of(undo().key("Z"), redo().key("Y"), redo().key("Shortcut+Shift+Z"));
    }

    /** What the hand can hold. */
    public List<Action> tools() {
        return List.of(
                tool(Tool.BRUSH),
                tool(Tool.ERASER),
                tool(Tool.RECTANGLE),
                tool(Tool.LASSO),
                tool(Tool.RESTORE),
                reduceBrush(),
                enlargeBrush());
    }

    /** What can be done to the whole mask, files aside. */
    public List<Action> mask() {
        MaskViewModel mask = editor.mask();
        return List.of(
                action("Mask", "Grow mask", "G", mask::grow).icon(MaterialDesignA.ARROW_EXPAND_ALL),
                action("Mask", "Shrink mask", "H", mask::shrink).icon(MaterialDesignA.ARROW_COLLAPSE_ALL),
                action("Mask", "Invert mask", "I", mask::invert).icon(MaterialDesignS.SELECT_INVERSE),
                action("Mask", "Clear mask", "Delete", mask::clear).icon(MaterialDesignD.DELETE_OUTLINE),
                action("Mask", "Reuse last mask", "M", mask::reuseLast)
                        .icon(MaterialDesignR.REPEAT)
                        .when(editor.picture().openProperty().and(mask.canReuseProperty())),
                action("Mask", "Propose a corner", "C", mask::nextCorner).icon(MaterialDesignA.ARROW_BOTTOM_RIGHT));
    }

    private List<Action> edit() {
        return List.of(undo(), redo(), remove(), removeWithOtherModel(), cancel());
    }

    private List<Action> view() {
        return List.of(previousResult(), nextResult(), compare(), split());
    }

    /** Takes a tool into the hand. */
    public Action tool(Tool tool) {
        Runnable take = () -> editor.tools().toolProperty().set(tool);
        return switch (tool) {
            case BRUSH -> action("Tools", "Brush", "B", take).icon(MaterialDesignB.BRUSH);
            case ERASER -> action("Tools", "Eraser", "E", take).icon(MaterialDesignE.ERASER);
            case RECTANGLE -> action("Tools", "Rectangle", "R", take).icon(MaterialDesignR.RECTANGLE_OUTLINE);
            case LASSO -> action("Tools", "Lasso", "L", take).icon(MaterialDesignL.LASSO);
            case RESTORE -> action("Tools", "Restore brush", "T", take).icon(MaterialDesignH.HISTORY);
        };
    }

    /** A smaller brush. */
    public Action reduceBrush() {
        return action("Tools", "Smaller brush", "Open Bracket", editor.tools()::reduceBrush)
                .icon(MaterialDesignM.MINUS);
    }

    /** A larger brush. */
    public Action enlargeBrush() {
        return action("Tools", "Larger brush", "Close Bracket", editor.tools()::enlargeBrush)
                .icon(MaterialDesignP.PLUS);
    }

    /** One step back. */
    public Action undo() {
        return action("Edit", "Undo", "Shortcut+Z", editor::undo)
                .icon(MaterialDesignU.UNDO)
                .when(editor.picture().canUndoProperty());
    }

    /** One step forth. */
    public Action redo() {
        return action("Edit", "Redo", "Shortcut+Y", editor::redo)
                .icon(MaterialDesignR.REDO)
                .when(editor.picture().canRedoProperty());
    }

    /** Removes what is masked. */
    public Action remove() {
        return action("Edit", "Remove watermark", "Enter", editor.removal()::remove)
                .icon(MaterialDesignA.AUTO_FIX)
                .when(idle());
    }

    /** Removes it with the model that is not chosen. */
    public Action removeWithOtherModel() {
        return action("Edit", "Remove with the other model", "Shortcut+Enter", editor.removal()::removeWithOtherModel)
                .icon(MaterialDesignS.SWAP_HORIZONTAL)
                .when(idle());
    }

    private ObservableBooleanValue idle() {
        return editor.picture()
                .openProperty()
                .and(editor.removal().busyProperty().not());
    }

    /** Takes back a stroke, or stops the removal. */
    public Action cancel() {
        return action("Edit", "Cancel", "Esc", editor::cancel).icon(MaterialDesignC.CLOSE);
    }

    /** The result before. */
    public Action previousResult() {
        return action("View", "Previous result", "Comma", editor::previousResult)
                .icon(MaterialDesignC.CHEVRON_LEFT)
                .when(editor.picture().showingProperty().greaterThan(0));
    }

    /** The next result. */
    public Action nextResult() {
        return action("View", "Next result", "Period", editor::nextResult)
                .icon(MaterialDesignC.CHEVRON_RIGHT)
                .when(editor.picture()
                        .showingProperty()
                        .lessThan(editor.picture().resultsProperty()));
    }

    /** The original, for as long as the key is held. */
    public Action compare() {
        return action("View", "Show the original", "Tab", () -> showOriginal(true))
                .icon(MaterialDesignE.EYE_OUTLINE)
                .untilReleased(() -> showOriginal(false));
    }

    private void showOriginal(boolean show) {
        editor.tools().showingOriginalProperty().set(show);
    }

    /** Original and result side by side. */
    public Action split() {
        return action(
                        "View",
                        "Split view",
                        "V",
                        () -> editor.tools()
                                .splitProperty()
                                .set(!editor.tools().splitProperty().get()))
                .icon(MaterialDesignC.COMPARE);
    }

    private Action action(String group, String label, String key, Runnable run) {
        return Action.of(group, label, run).key(key).when(open);
    }
}

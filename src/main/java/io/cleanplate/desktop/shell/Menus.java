package io.cleanplate.desktop.shell;

import atlantafx.base.theme.Tweaks;
import io.cleanplate.desktop.common.Action;
import io.cleanplate.desktop.common.ActionControls;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;

/** All actions, by their groups, behind one button. */
final class Menus {
    private static final List<String> ORDER = List.of("File", "Edit", "Picture", "Mask", "View");
    private static final String LAST = "Help";

    private Menus() {}

    /** Groups that are not among the usual ones stand before Help, in the order they come in. */
    static MenuButton button(List<Action> actions) {
        Map<String, Menu> menus = new LinkedHashMap<>();
        ORDER.forEach(group -> menus.put(group, new Menu(group)));
        Menu help = new Menu(LAST);
        for (Action action : actions) {
            Menu menu = action.group().equals(LAST)
                    ? help
                    : menus.computeIfAbsent(action.group(), group -> new Menu(group));
            menu.getItems().add(ActionControls.menuItem(action));
        }
        MenuButton button = new MenuButton();
        button.setGraphic(new FontIcon(MaterialDesignM.MENU));
        button.setId("menu");
        button.getStyleClass().addAll("button-icon", "flat", Tweaks.NO_ARROW);
        button.setAccessibleText("Menu");
        button.setTooltip(new Tooltip("Menu (F10)"));
        menus.values().stream().filter(menu -> !menu.getItems().isEmpty()).forEach(button.getItems()::add);
        button.getItems().add(help);
        return button;
    }
}

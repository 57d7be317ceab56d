package io.cleanplate.desktop.customers;

import atlantafx.base.controls.CustomTextField;
import io.cleanplate.desktop.common.Action;
import io.cleanplate.desktop.common.ActionControls;
import io.cleanplate.newsroom.PictureState;
import io.cleanplate.newsroom.StateCounts;
import java.util.Objects;
import java.util.function.ToLongFunction;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;

/** The top bar: customer, auto-mark, counts, search. */
public final class CustomerBarView extends HBox {
    private final CustomerBarViewModel bar;
    private final CustomTextField search = new CustomTextField();

    /** A view of the bar. */
    public CustomerBarView(CustomerBarViewModel bar) {
        this.bar = bar;
        String css = Objects.requireNonNull(CustomerBarView.class.getResource("/io/cleanplate/desktop/customers.css"))
                .toExternalForm();
        getStylesheets().add(css);
        getStyleClass().add("customer-bar");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        getChildren().setAll(new CustomerPicker(bar, css), new AutoMarkControls(bar, css), space, counts(), search());
    }

    /** Puts the cursor into the search field and selects what is there. */
    public void focusSearch() {
        search.requestFocus();
        search.selectAll();
    }

    private Node counts() {
        HBox counts = new HBox(
                count("Total", "total", StateCounts::total),
                count("Cleaned", "cleaned", of -> of.in(PictureState.CLEANED)),
                count("Auto-marked", "auto-marked", of -> of.in(PictureState.AUTO_MARKED)),
                count("Skipped", "skipped", of -> of.in(PictureState.SKIPPED)),
                count("Pending", "pending", of -> of.in(PictureState.PENDING)));
        counts.getStyleClass().add("counts");
        counts.setMinWidth(USE_PREF_SIZE);
        return counts;
    }

    private Node count(String name, String id, ToLongFunction<StateCounts> of) {
        Label number = new Label(text(bar.countsProperty().get(), of));
        number.setId("count-" + id);
        number.getStyleClass().add("number");
        bar.countsProperty().addListener((value, was, is) -> number.setText(text(is, of)));
        Label label = new Label(name);
        label.getStyleClass().add("caption");
        VBox both = new VBox(number, label);
        both.getStyleClass().add("count");
        return both;
    }

    private static String text(@Nullable StateCounts counts, ToLongFunction<StateCounts> of) {
        return counts == null ? "–" : "%,d".formatted(of.applyAsLong(counts));
    }

    private Node search() {
        Button clear = ActionControls.iconButton(
                Action.of("Queue", "Clear the search", this::clearSearch).icon(MaterialDesignC.CLOSE_CIRCLE_OUTLINE));
        clear.getStyleClass().add("clear");
        clear.setFocusTraversable(false);
        clear.visibleProperty().bind(search.textProperty().isNotEmpty());
        search.setId("search");
        search.setPromptText("Search stories");
        search.setAccessibleText("Search stories");
        search.setLeft(new FontIcon(MaterialDesignM.MAGNIFY));
        search.setRight(clear);
        search.textProperty().bindBidirectional(bar.searchProperty());
        search.setOnAction(event -> bar.searchNow());
        search.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE && !search.getText().isEmpty()) {
                event.consume();
                clearSearch();
            }
        });
        return search;
    }

    private void clearSearch() {
        search.clear();
        bar.searchNow();
    }
}

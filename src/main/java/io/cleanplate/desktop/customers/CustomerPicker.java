package io.cleanplate.desktop.customers;

import atlantafx.base.controls.Popover;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;
import javafx.collections.ListChangeListener;
import javafx.collections.transformation.FilteredList;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;

/** A button that names the customer, and below it the list of all to choose from by typing a part of the name. */
final class CustomerPicker extends Button {
    private static final double ROW = 34;
    private static final int ROWS = 10;

    private final CustomerBarViewModel bar;
    private final FilteredList<CustomerEntry> matching;
    private final ListView<CustomerEntry> list;
    private final TextField words = new TextField();
    private final Popover popover;

    CustomerPicker(CustomerBarViewModel bar, String css) {
        this.bar = bar;
        this.matching = new FilteredList<>(bar.customers());
        this.list = new ListView<>(matching);
        getStyleClass().add("customer-picker");
        setGraphic(new FontIcon(MaterialDesignM.MENU_DOWN));
        setContentDisplay(ContentDisplay.RIGHT);
        setMnemonicParsing(false);
        setTooltip(new Tooltip("Choose a customer"));
        list.setId("customer-list");
        list.setAccessibleText("Customers");
        list.setFixedCellSize(ROW);
        list.setCellFactory(view -> new Cell());
        list.setOnMouseClicked(event -> choose(list.getSelectionModel().getSelectedItem()));
        words.setId("customer-words");
        words.setPromptText("Find a customer");
        words.textProperty().addListener((value, was, is) -> narrow(is));
        VBox content = new VBox(words, list);
        content.getStyleClass().add("picker");
        popover = Popovers.of(content, css);
        popover.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        setOnAction(event -> open());
        bar.customers().addListener((ListChangeListener<CustomerEntry>) change -> name());
        bar.customerProperty().addListener((value, was, is) -> name());
        name();
    }

    private void open() {
        words.clear();
        narrow("");
        list.setPrefHeight(Math.min(ROWS, matching.size()) * ROW + 4);
        Popovers.showBelow(popover, this);
        words.requestFocus();
    }

    private void narrow(String text) {
        String part = text.strip().toLowerCase(Locale.ROOT);
        Predicate<CustomerEntry> named =
                entry -> entry.name().toLowerCase(Locale.ROOT).contains(part);
        matching.setPredicate(part.isEmpty() ? null : named);
        list.getSelectionModel().select(part.isEmpty() ? chosen() : 0);
    }

    private int chosen() {
        for (int i = 0; i < matching.size(); i++) {
            if (Objects.equals(
                    matching.get(i).customer(), bar.customerProperty().get())) {
                return i;
            }
        }
        return 0;
    }

    private void key(KeyEvent event) {
        int at = list.getSelectionModel().getSelectedIndex();
        if (event.getCode() == KeyCode.ENTER) {
            event.consume();
            choose(list.getSelectionModel().getSelectedItem());
        } else if (event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.UP) {
            event.consume();
            int to = Math.clamp(at + (event.getCode() == KeyCode.DOWN ? 1 : -1), 0, Math.max(0, matching.size() - 1));
            list.getSelectionModel().clearAndSelect(to);
            list.scrollTo(to);
        }
    }

    private void choose(@Nullable CustomerEntry entry) {
        if (entry != null) {
            popover.hide();
            bar.customerProperty().set(entry.customer());
        }
    }

    private void name() {
        String customer = bar.customerProperty().get();
        String name = customer == null ? "All customers" : customer;
        setText(name);
        setAccessibleText("Customer: " + name);
    }

    private static final class Cell extends ListCell<CustomerEntry> {
        private final Label name = new Label();
        private final Label pending = new Label();
        private final HBox content = new HBox(name, pending);

        Cell() {
            getStyleClass().add("customer-cell");
            setPrefWidth(0);
            name.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(name, Priority.ALWAYS);
            pending.getStyleClass().add("pending");
            pending.setMinWidth(USE_PREF_SIZE);
        }

        @Override
        protected void updateItem(@Nullable CustomerEntry entry, boolean empty) {
            super.updateItem(entry, empty);
            if (empty || entry == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            String count = entry.pending() < 0 ? "" : "%,d".formatted(entry.pending());
            name.setText(entry.name());
            pending.setText(count);
            setGraphic(content);
            setAccessibleText(count.isEmpty() ? entry.name() : entry.name() + ", " + count + " pending");
        }
    }
}

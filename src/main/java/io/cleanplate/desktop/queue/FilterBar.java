package io.cleanplate.desktop.queue;

import atlantafx.base.theme.Styles;
import io.cleanplate.newsroom.PictureState;
import io.cleanplate.newsroom.StateCounts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.ObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** Which pictures the queue shows: by state, with how many there are of each, and by source and category. */
final class FilterBar extends VBox {
    private static final long SHORT = 10_000;

    private final QueueViewModel queue;
    private final ToggleGroup states = new ToggleGroup();

    FilterBar(QueueViewModel queue) {
        this.queue = queue;
        QueueFilters filters = queue.filters();
        getStyleClass().add("filter-bar");
        HBox segments = new HBox(
                segment("Pending", PictureState.PENDING, Styles.LEFT_PILL),
                segment("Cleaned", PictureState.CLEANED, Styles.CENTER_PILL),
                segment("Auto", PictureState.AUTO_MARKED, Styles.CENTER_PILL),
                segment("Skipped", PictureState.SKIPPED, Styles.CENTER_PILL),
                segment("All", null, Styles.RIGHT_PILL));
        segments.getStyleClass().add("segments");
        HBox pickers = new HBox(
                picker("All sources", "Source", queue.sources(), filters.sourceProperty()),
                picker("All categories", "Category", queue.categories(), filters.categoryProperty()));
        pickers.getStyleClass().add("pickers");
        getChildren().setAll(segments, pickers);
    }

    private ToggleButton segment(String name, @Nullable PictureState state, String style) {
        Label count = new Label();
        count.getStyleClass().add("count");
        Label label = new Label(name);
        label.getStyleClass().add("name");
        VBox both = new VBox(count, label);
        both.getStyleClass().add("both");
        ToggleButton button = new ToggleButton(null, both);
        String spoken = state == null ? "all" : ListState.name(state);
        button.setAccessibleText("Show " + spoken + " pictures");
        button.setTooltip(new Tooltip("Show " + spoken + " pictures"));
        button.getStyleClass().addAll("segment", style);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setMinWidth(0);
        button.setId(state == null ? "show-all" : "show-" + spoken);
        HBox.setHgrow(button, Priority.ALWAYS);
        button.setToggleGroup(states);
        ObjectProperty<@Nullable PictureState> chosen = queue.filters().stateProperty();
        button.setSelected(chosen.get() == state);
        chosen.addListener((value, was, is) -> button.setSelected(is == state));
        button.setOnAction(event -> {
            chosen.set(state);
            // One of them is always chosen: pressing it again leaves it so.
            button.setSelected(true);
        });
        queue.countsProperty().addListener((value, was, is) -> count.setText(count(is, state)));
        count.setText(count(queue.countsProperty().get(), state));
        return button;
    }

    private static String count(@Nullable StateCounts counts, @Nullable PictureState state) {
        if (counts == null) {
            return "–";
        }
        return brief(state == null ? counts.total() : counts.in(state));
    }

    /** A number that fits: {@code 9,999}, {@code 12k}, {@code 1.2m}. */
    static String brief(long number) {
        if (number < SHORT) {
            return String.format(Locale.ROOT, "%,d", number);
        }
        return number < 1_000_000
                ? number / 1000 + "k"
                : String.format(Locale.ROOT, "%.1fm", Math.floor(number / 100_000.0) / 10);
    }

    private static ComboBox<String> picker(
            String all, String what, ObservableList<String> names, ObjectProperty<@Nullable String> chosen) {
        ComboBox<String> picker = new ComboBox<>();
        picker.setAccessibleText(what);
        picker.setTooltip(new Tooltip(what));
        picker.getStyleClass().addAll("picker", Styles.SMALL);
        picker.setMaxWidth(Double.MAX_VALUE);
        picker.setMinWidth(0);
        picker.setPrefWidth(0);
        HBox.setHgrow(picker, Priority.ALWAYS);
        Choices choices = new Choices(picker, chosen);
        picker.setConverter(choices.converter(all));
        choices.offer(names);
        names.addListener((ListChangeListener<String>) change -> choices.offer(names));
        chosen.addListener((value, was, is) -> choices.show(is));
        picker.valueProperty().addListener((value, was, is) -> choices.choose(is));
        return picker;
    }

    /** Keeps a picker and what it picks in step; the empty string stands for all, since a list cannot hold null well. */
    private record Choices(ComboBox<String> picker, ObjectProperty<@Nullable String> chosen) {
        void offer(List<String> names) {
            List<String> offered = new ArrayList<>(List.of(""));
            offered.addAll(names);
            String kept = chosen.get();
            if (kept != null && !offered.contains(kept)) {
                offered.add(kept);
            }
            if (!picker.getItems().equals(offered)) {
                picker.getItems().setAll(offered);
            }
            show(kept);
        }

        void show(@Nullable String name) {
            picker.setValue(name == null ? "" : name);
        }

        void choose(@Nullable String name) {
            // Null is nobody's choice: a picker has it for a moment while it gets other names.
            if (name != null) {
                chosen.set(name.isEmpty() ? null : name);
            }
        }

        StringConverter<String> converter(String all) {
            return new StringConverter<>() {
                @Override
                public String toString(@Nullable String name) {
                    return name == null || name.isEmpty() ? all : name;
                }

                @Override
                public String fromString(String text) {
                    return text.equals(all) ? "" : text;
                }
            };
        }
    }
}

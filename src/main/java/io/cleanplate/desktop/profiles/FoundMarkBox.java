package io.cleanplate.desktop.profiles;

import atlantafx.base.theme.Styles;
import io.cleanplate.cleaning.proposal.MarkSearch.Example;
import io.cleanplate.cleaning.proposal.MarkSearch.FoundMark;
import io.cleanplate.cleaning.proposal.Proposal;
import io.cleanplate.watermark.KeptProfile;
import io.cleanplate.watermark.Profile;
import io.cleanplate.watermark.ProfileView;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** A mark that was learned: how it looks, from what it was learned, and what it does to pictures. */
final class FoundMarkBox extends VBox {
    private static final double WIDTH = 400;
    private static final double HEIGHT = 150;

    /**
     * Shows a mark.
     *
     * @param source whose
     * @param among whether there are others, so that each can be kept or not
     */
    FoundMarkBox(FoundChoice choice, String source, boolean among) {
        getStyleClass().add("found-mark");
        FoundMark mark = choice.mark();
        VBox plate = new VBox(
                Plates.opacity(mark.profile(), WIDTH, HEIGHT),
                caption("Its opacity, " + ProfileWords.opacity(new ProfileView(mark.profile()))));
        plate.getStyleClass().add("captioned");
        VBox facts = facts(choice, source, among);
        HBox.setHgrow(facts, Priority.ALWAYS);
        HBox top = new HBox(plate, facts);
        top.getStyleClass().add("mark-and-facts");
        getChildren().add(top);
        if (!mark.examples().isEmpty()) {
            getChildren().add(examples(mark));
        }
    }

    private static VBox facts(FoundChoice choice, String source, boolean among) {
        FoundMark mark = choice.mark();
        Profile profile = mark.profile();
        Label used =
                new Label("Learned from " + ProfileWords.pictures(mark.used().size()));
        used.getStyleClass().add(Styles.TEXT_BOLD);
        VBox facts = new VBox(
                title(choice, name(mark, source), among),
                wrapped(ProfileWords.where(profile) + " " + ProfileWords.quality(profile.quality()) + "."),
                used,
                titles(mark));
        facts.getStyleClass().add("facts");
        facts.setMinWidth(0);
        return facts;
    }

    private static String name(FoundMark mark, String source) {
        KeptProfile replaced = mark.replaces();
        return replaced == null
                ? "A new mark of " + ProfileWords.source(source)
                : ProfileWords.version(replaced.profile().version() + 1, replaced.name());
    }

    private static Node title(FoundChoice choice, String name, boolean among) {
        if (!among) {
            Label title = wrapped(name);
            title.getStyleClass().add(Styles.TEXT_BOLD);
            return title;
        }
        CheckBox keep = new CheckBox(name);
        keep.getStyleClass().add(Styles.TEXT_BOLD);
        keep.setMnemonicParsing(false);
        keep.setWrapText(true);
        keep.selectedProperty().bindBidirectional(choice.wantedProperty());
        return keep;
    }

    private static Node titles(FoundMark mark) {
        VBox titles = new VBox();
        titles.getStyleClass().add("titles");
        mark.used().forEach(image -> titles.getChildren().add(wrapped(ProfileWords.title(image))));
        ScrollPane scroll = new ScrollPane(titles);
        scroll.getStyleClass().add("title-scroll");
        scroll.setFitToWidth(true);
        scroll.setAccessibleText("Pictures that the mark was learned from");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        return scroll;
    }

    private static Node examples(FoundMark mark) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("examples");
        Label before = new Label("As published");
        before.getStyleClass().add(Styles.TEXT_CAPTION);
        Label after = new Label("Without the mark");
        after.getStyleClass().add(Styles.TEXT_CAPTION);
        grid.addRow(0, before, after);
        int row = 1;
        for (Example example : mark.examples()) {
            String title = ProfileWords.title(example.image());
            grid.addRow(
                    row,
                    Plates.plate(example.before(), WIDTH, HEIGHT, "Before: " + title),
                    Plates.plate(example.after(), WIDTH, HEIGHT, "After: " + title));
            Label sure = sure(example);
            GridPane.setHalignment(sure, HPos.RIGHT);
            Label named = caption(title);
            named.setTooltip(new Tooltip(title));
            named.setMaxWidth(WIDTH);
            named.getStyleClass().add("example-title");
            sure.getStyleClass().add("example-title");
            grid.addRow(row + 1, named, sure);
            row += 2;
        }
        return grid;
    }

    private static Label sure(Example example) {
        Label sure = new Label(ProfileWords.percent(example.confidence()) + " sure");
        sure.setMinWidth(USE_PREF_SIZE);
        sure.setAlignment(Pos.CENTER_RIGHT);
        sure.getStyleClass().add(example.confidence() >= Proposal.SURE ? "good" : "unsure");
        return sure;
    }

    private static Label caption(String text) {
        Label caption = new Label(text);
        caption.getStyleClass().add("caption");
        return caption;
    }

    private static Label wrapped(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }
}

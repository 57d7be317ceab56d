package io.cleanplate.desktop.profiles;

import io.cleanplate.desktop.common.Action;
import io.cleanplate.desktop.shell.Overlays;
import io.cleanplate.newsroom.NewsImage;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/** Opens and closes the windows for known marks over the window, and knows the actions that lead to them. Belongs to the JavaFX thread. */
public final class ProfileWindows {
    private static final String GROUP = "Known marks";

    private final MarkSearchViewModel search;
    private final ProfilesViewModel profiles;

    /** Shows them when their models say so. */
    public ProfileWindows(
            Overlays overlays, MarkSearchViewModel search, ProfilesViewModel profiles, MarkServices services) {
        this.search = search;
        this.profiles = profiles;
        new Follower().follow(overlays, search.openProperty(), () -> new MarkSearchView(search), search::dismiss);
        new Follower()
                .follow(overlays, profiles.openProperty(), () -> new ProfilesView(profiles, services), profiles::close);
    }

    /** A window that its model opens and closes. */
    private static final class Follower {
        private boolean shown;

        void follow(Overlays overlays, ReadOnlyBooleanProperty open, Supplier<Node> view, Runnable closed) {
            open.addListener((value, was, is) -> {
                if (is) {
                    shown = true;
                    overlays.show(view.get(), () -> {
                        shown = false;
                        if (open.get()) {
                            closed.run();
                        }
                    });
                } else if (shown) {
                    // What took its place stays.
                    overlays.close();
                }
            });
        }
    }

    /**
     * What leads to them, with keys.
     *
     * @param story whose picture is worked on; null in it for none
     * @param customer whose pictures the queue shows; null for everybody's
     */
    public List<Action> actions(ObservableValue<@Nullable NewsImage> story, Supplier<@Nullable String> customer) {
        return List.of(
                Action.of(GROUP, "Find the mark of this source", () -> find(story.getValue()))
                        .icon(MaterialDesignT.TARGET)
                        .key("Shortcut+M")
                        .when(Bindings.createBooleanBinding(() -> story.getValue() != null, story)),
                Action.of(GROUP, "Show known marks", () -> show(story.getValue(), customer.get()))
                        .icon(MaterialDesignS.STAMPER)
                        .key("Shortcut+K"));
    }

    /** Searches for the mark of a story's source. */
    public void find(@Nullable NewsImage story) {
        if (story != null) {
            find(
                    story.ref().customer(),
                    Objects.requireNonNullElse(story.story().source(), ""));
        }
    }

    /** Searches for the mark of a source; empty for pictures that name none. */
    public void find(String customer, String source) {
        search.find(customer, source);
    }

    private void show(@Nullable NewsImage story, @Nullable String customer) {
        profiles.show(story == null ? customer : story.ref().customer());
    }
}

package io.cleanplate.desktop.queue;

import io.cleanplate.desktop.common.Action;
import java.util.List;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;

/** What an editor can do with the queue, with the keys for it. */
public final class QueueActions {
    private static final String GROUP = "Queue";

    private QueueActions() {}

    /**
     * The actions.
     *
     * @param search puts the cursor into the search field
     */
    public static List<Action> of(QueueViewModel queue, ThumbnailLoader thumbnails, Runnable search) {
        return List.of(
                Action.of(GROUP, "Next picture", queue::selectNext)
                        .icon(MaterialDesignA.ARROW_DOWN)
                        .key("J"),
                Action.of(GROUP, "Previous picture", queue::selectPrevious)
                        .icon(MaterialDesignA.ARROW_UP)
                        .key("K"),
                Action.of(GROUP, "Search", search).icon(MaterialDesignM.MAGNIFY).key("Shortcut+F"),
                refresh(queue, thumbnails));
    }

    /** Looks for what is new, now. */
    static Action refresh(QueueViewModel queue, ThumbnailLoader thumbnails) {
        return Action.of(GROUP, "Refresh the queue", () -> {
                    thumbnails.forgetFailures();
                    queue.reload();
                })
                .icon(MaterialDesignR.REFRESH)
                .key("F5");
    }
}

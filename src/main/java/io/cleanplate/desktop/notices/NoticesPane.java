package io.cleanplate.desktop.notices;

import io.cleanplate.desktop.common.Notice;
import io.cleanplate.desktop.common.Notifier;
import java.util.ArrayDeque;
import java.util.Deque;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.VBox;

/**
 * Notices over the corner of the window, the newest below. At most {@value #MOST} are shown; more wait until one is closed,
 * so that none is missed. Only the notices themselves take the mouse. Belongs to the JavaFX thread.
 */
public final class NoticesPane extends VBox implements Notifier {
    /** How many notices are shown at once. */
    public static final int MOST = 4;

    private final Deque<Notice> waiting = new ArrayDeque<>();
    private final Runnable openLog;

    /** With what opens the log after a mistake of the program's own. */
    public NoticesPane(Runnable openLog) {
        this.openLog = openLog;
        getStyleClass().add("notices");
        setAlignment(Pos.BOTTOM_RIGHT);
        setPickOnBounds(false);
        setAccessibleRole(AccessibleRole.PARENT);
        setAccessibleText("Notices");
    }

    @Override
    public void show(Notice notice) {
        Notice told = notice.bug() ? notice.with("Open the log", openLog) : notice;
        if (getChildren().size() < MOST) {
            getChildren().add(new NoticeCard(told, this::close));
        } else {
            waiting.add(told);
        }
    }

    /** How many notices wait for room. */
    public int waiting() {
        return waiting.size();
    }

    private void close(NoticeCard card) {
        getChildren().remove(card);
        Notice next = waiting.poll();
        if (next != null) {
            getChildren().add(new NoticeCard(next, this::close));
        }
    }
}

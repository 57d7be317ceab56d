package io.cleanplate.desktop.notices;

import io.cleanplate.desktop.common.Notice;
import io.cleanplate.desktop.common.Notifier;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
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
    /** How many that say that something went well: editors go on at once, and want to see the next picture. */
    private static final int MOST_SUCCESSES = 2;

    private final Deque<Notice> waiting = new ArrayDeque<>();
    private final Runnable openLog;

    /** With what opens the log after a mistake of the program's own. */
    public NoticesPane(Runnable openLog) {
        this.openLog = openLog;
        getStyleClass().add("notices");
        setAlignment(Pos.TOP_RIGHT);
        setPickOnBounds(false);
        setAccessibleRole(AccessibleRole.PARENT);
        setAccessibleText("Notices");
    }

    @Override
    public void show(Notice notice) {
        Notice told = notice.bug() ? notice.with("Open the log", openLog) : notice;
        // Told twice, it is still one thing to know.
        getChildren().stream()
                .map(NoticeCard.class::cast)
                .filter(card -> card.says(told.text()))
                .findFirst()
                .ifPresent(NoticeCard::end);
        if (told.kind() == Notice.Kind.SUCCESS) {
            List<NoticeCard> before = getChildren().stream()
                    .map(NoticeCard.class::cast)
                    .filter(NoticeCard::succeeded)
                    .toList();
            before.stream()
                    .limit(Math.max(0, before.size() + 1 - MOST_SUCCESSES))
                    .forEach(NoticeCard::end);
        }
        if (getChildren().size() >= MOST) {
            // What goes away by itself makes room for what is news; what waits for an answer stays.
            getChildren().stream()
                    .map(NoticeCard.class::cast)
                    .filter(NoticeCard::passing)
                    .findFirst()
                    .ifPresent(NoticeCard::end);
        }
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

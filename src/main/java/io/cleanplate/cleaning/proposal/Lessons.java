package io.cleanplate.cleaning.proposal;

import io.cleanplate.error.CleanplateException;
import io.cleanplate.imaging.Pixels;
import io.cleanplate.newsroom.PictureRef;
import io.cleanplate.watermark.KeptProfile;
import io.cleanplate.watermark.LearnOptions;
import io.cleanplate.watermark.Profile;
import io.cleanplate.watermark.ProfileUpdater;
import io.cleanplate.watermark.ProfileUpdater.Update;
import io.cleanplate.watermark.Seen;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What profiles are still to learn from accepted pictures: some pictures together, since each time costs a second and a
 * write to the newsroom. A picture teaches once, also when its saving is undone and it is accepted again. Thread-safe; each
 * call may block.
 */
final class Lessons {
    private static final Logger LOG = LoggerFactory.getLogger(Lessons.class);
    /** Who learns. */
    static final String BY = "Cleanplate";

    private static final int TOGETHER = 5;
    private static final int MOST_WAITING = 4 * TOGETHER;
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

    private final ProfileChanges changes;
    private final InstantSource time;
    private final Runnable learned;
    private final ProfileUpdater updater = new ProfileUpdater();
    private final Map<String, List<Lesson>> waiting = new HashMap<>();
    private final Set<PictureRef> taught = new HashSet<>();

    /**
     * Has learned nothing.
     *
     * @param learned told after each profile that learned
     */
    Lessons(ProfileChanges changes, InstantSource time, Runnable learned) {
        this.changes = changes;
        this.time = time;
        this.learned = learned;
    }

    /** These pictures have taught what they can, which lasts until the program ends. */
    synchronized void skip(List<PictureRef> pictures) {
        taught.addAll(pictures);
    }

    /** Takes what an accepted picture teaches, and learns when that is enough. */
    void add(PictureRef picture, Proposal accepted, Pixels upright) {
        String id = accepted.profile().id();
        Optional<Lesson> lesson =
                Lesson.of(accepted.profile().profile(), accepted.placement(), upright, time.instant());
        synchronized (this) {
            if (lesson.isEmpty() || !taught.add(picture)) {
                return;
            }
            List<Lesson> all = waiting.computeIfAbsent(id, each -> new ArrayList<>());
            all.add(lesson.get());
            if (all.size() < TOGETHER) {
                return;
            }
        }
        learn(id);
    }

    /** Learns what has waited for long. */
    void learnOverdue() {
        Instant now = time.instant();
        ids(lesson -> Duration.between(lesson.at(), now).compareTo(LONGEST_WAIT) > 0)
                .forEach(this::learn);
    }

    /** Learns whatever waits. */
    void learnAll() {
        ids(lesson -> true).forEach(this::learn);
    }

    private synchronized List<String> ids(Predicate<Lesson> due) {
        return waiting.entrySet().stream()
                .filter(each -> each.getValue().stream().anyMatch(due))
                .map(Map.Entry::getKey)
                .toList();
    }

    private void learn(String id) {
        List<Lesson> lessons;
        synchronized (this) {
            lessons = waiting.remove(id);
        }
        if (lessons == null) {
            return;
        }
        try {
            Optional<KeptProfile> now = changes.change(id, kept -> taught(kept, lessons), BY);
            now.ifPresent(kept -> LOG.info(
                    "The mark {} learned from accepted pictures: {} in all",
                    kept.name(),
                    kept.profile().quality().pictures()));
            now.ifPresent(kept -> learned.run());
        } catch (CleanplateException e) {
            LOG.info("A mark learns from accepted pictures later: {}", e.getMessage());
            putBack(id, lessons);
        }
    }

    private synchronized void putBack(String id, List<Lesson> lessons) {
        List<Lesson> all = new ArrayList<>(lessons);
        all.addAll(waiting.getOrDefault(id, List.of()));
        waiting.put(id, new ArrayList<>(all.subList(Math.max(0, all.size() - MOST_WAITING), all.size())));
    }

    /** Empty when there is nothing to learn for a profile as it is now. */
    private Optional<KeptProfile> taught(KeptProfile kept, List<Lesson> lessons) {
        Profile before = kept.profile();
        List<Seen> seen = lessons.stream()
                .filter(lesson -> lesson.suits(before))
                .map(Lesson::seen)
                .toList();
        Update update = updater.learn(Lesson.cropped(before), seen, new LearnOptions(before.owner(), time.instant()));
        boolean more = !update.drifted()
                && update.profile().quality().pictures() > before.quality().pictures();
        return more ? Optional.of(kept.with(Lesson.whole(update.profile(), before))) : Optional.empty();
    }
}

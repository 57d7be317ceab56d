package io.cleanplate.cleaning.proposal;

import io.cleanplate.newsroom.PictureRef;
import io.cleanplate.watermark.KeptProfile;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Notices that a source changed its mark: most of its last pictures show none of its marks as it was learned. Starts over
 * for a source whose marks got new versions. Thread-safe.
 */
final class DriftWatch {
    private static final int LAST = 8;
    private static final int MOST = 5;

    private final Map<Publisher, Course> courses = new HashMap<>();

    /** Whose pictures. */
    record Publisher(String customer, String source) {}

    /**
     * Notes what became of a picture.
     *
     * @param profiles all that are on for its source
     * @param fitted the id of the profile whose mark was undone well; null for none
     * @return the profiles that seem to be out of date, when that is news; else none
     */
    synchronized List<KeptProfile> note(
            Publisher publisher, List<KeptProfile> profiles, PictureRef picture, @Nullable String fitted) {
        List<Mark> marks = profiles.stream().map(Mark::of).toList();
        Course course = courses.get(publisher);
        if (course == null || !course.marks.equals(marks)) {
            course = new Course(marks);
            courses.put(publisher, course);
        }
        return course.drifted(new Result(picture, fitted)) ? course.outOfDate(profiles) : List.of();
    }

    private record Mark(String id, int version) {
        static Mark of(KeptProfile kept) {
            return new Mark(kept.id(), kept.profile().version());
        }
    }

    private record Result(PictureRef picture, @Nullable String fitted) {}

    /** The last pictures of a source with the same marks. */
    private static final class Course {
        private final List<Mark> marks;
        private final Deque<Result> last = new ArrayDeque<>();
        private boolean told;

        Course(List<Mark> marks) {
            this.marks = marks;
        }

        /** Whether this result makes it sure for the first time. */
        boolean drifted(Result result) {
            // A picture that was saved, undone and saved again counts once.
            last.removeIf(earlier -> earlier.picture().equals(result.picture()));
            last.addLast(result);
            if (last.size() > LAST) {
                last.removeFirst();
            }
            long misses = last.stream().filter(each -> each.fitted() == null).count();
            boolean news = !told && misses >= MOST;
            told |= news;
            return news;
        }

        /** Those that fitted none of the last pictures; all where each did. */
        List<KeptProfile> outOfDate(List<KeptProfile> profiles) {
            List<KeptProfile> idle = profiles.stream()
                    .filter(kept -> last.stream().noneMatch(each -> kept.id().equals(each.fitted())))
                    .toList();
            return idle.isEmpty() ? profiles : idle;
        }
    }
}

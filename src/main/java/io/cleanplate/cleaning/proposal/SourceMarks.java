package io.cleanplate.cleaning.proposal;

import io.cleanplate.imaging.Pixels;
import io.cleanplate.task.TaskMonitor;
import io.cleanplate.watermark.LearnOptions;
import io.cleanplate.watermark.LearnOutcome;
import io.cleanplate.watermark.LearnOutcome.Learned;
import io.cleanplate.watermark.LearnOutcome.NoMark;
import io.cleanplate.watermark.LearnOutcome.SeveralMarks;
import io.cleanplate.watermark.MarkLearner;
import io.cleanplate.watermark.Profile;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

record SourceMarks(List<LearnedMark> marks, String says) {
    record LearnedMark(Profile profile, List<Integer> used) {}

    static SourceMarks learn(List<Pixels> pictures, LearnOptions options, TaskMonitor monitor) {
        LearnOutcome outcome = new MarkLearner().learn(pictures, options, monitor);
        return switch (outcome) {
            case NoMark none -> new SourceMarks(List.of(), none.reason());
            case Learned learned ->
                new SourceMarks(
                        List.of(new LearnedMark(
                                learned.profile(),
                                IntStream.range(0, pictures.size())
                                        .filter(i -> !learned.without().contains(i))
                                        .boxed()
                                        .toList())),
                        "Learned.");
            case SeveralMarks several -> {
                List<LearnedMark> marks = new ArrayList<>();
                for (List<Integer> group : several.groups()) {
                    if (new MarkLearner()
                                    .learn(group.stream().map(pictures::get).toList(), options, monitor)
                            instanceof Learned learned) {
                        marks.add(new LearnedMark(learned.profile(), group));
                    }
                }
                yield new SourceMarks(marks, several.reason());
            }
        };
    }
}

package io.cleanplate.server;

import io.cleanplate.automark.AutoMark;
import io.cleanplate.automark.AutoMarkListener;
import io.cleanplate.automark.AutoMarkStatus;
import io.cleanplate.automark.CustomerReport;
import io.cleanplate.automark.MarkCounts;
import io.cleanplate.automark.RunOrder;
import io.cleanplate.automark.RunReport;
import io.cleanplate.automark.RunRequest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A job that only writes down what it is asked for. One run has ended. */
final class FakeAutoMark implements AutoMark {
    final List<Optional<String>> asked = new CopyOnWriteArrayList<>();
    volatile RunRequest answer = new RunRequest.Accepted(8);

    @Override
    public RunRequest request(@Nullable String customer) {
        asked.add(Optional.ofNullable(customer));
        return answer;
    }

    @Override
    public List<RunReport> lastRuns() {
        MarkCounts counts = new MarkCounts(25, 24, 1, 0, 0);
        CustomerReport acme = new CustomerReport("acme", FakeNewsroom.NOW, FakeNewsroom.NOW, counts, 7L, null);
        return List.of(new RunReport(
                new RunReport.Run(7, FakeNewsroom.NOW, RunOrder.SCHEDULED),
                FakeNewsroom.NOW,
                List.of(acme),
                false,
                null));
    }

    @Override
    public AutoMarkStatus status() {
        return new AutoMarkStatus(
                true,
                Duration.ofMinutes(5),
                FakeNewsroom.NOW.plusSeconds(300),
                false,
                null,
                lastRuns().getFirst());
    }

    @Override
    public void listen(AutoMarkListener listener) {
        throw new IllegalStateException("the server listens to nothing");
    }
}

package io.cleanplate.automark;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a run did.
 *
 * @param run which run
 * @param finished when it ended
 * @param customers one report for each customer whose turn came, in order
 * @param cancelled whether it ended before all had their turn, because somebody wanted it to
 * @param error why it could not be done, or broke off for all, in one sentence; null when it did not
 */
public record RunReport(
        Run run,
        Instant finished,
        List<CustomerReport> customers,
        boolean cancelled,
        @Nullable String error) {
    /** Copies the list. */
    public RunReport {
        customers = List.copyOf(customers);
    }

    /**
     * A run, from its start on.
     *
     * @param id counts up from 1 while the program runs
     * @param started when
     * @param order what it was to do
     */
    public record Run(long id, Instant started, RunOrder order) {}

    /** The pictures of all customers. */
    public MarkCounts counts() {
        return customers.stream().map(CustomerReport::counts).reduce(MarkCounts.NONE, MarkCounts::plus);
    }

    /** How long it took. */
    public Duration took() {
        return Duration.between(run.started(), finished);
    }

    /** How it ended. */
    public RunResult result() {
        if (error == null && customers.stream().noneMatch(CustomerReport::failed)) {
            return cancelled ? RunResult.CANCELLED : RunResult.DONE;
        }
        boolean nothingDone =
                counts().marked() == 0 && customers.stream().allMatch(customer -> customer.error() != null);
        return nothingDone ? RunResult.FAILED : RunResult.SOME_FAILED;
    }
}

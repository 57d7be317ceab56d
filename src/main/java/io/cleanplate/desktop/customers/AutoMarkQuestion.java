package io.cleanplate.desktop.customers;

import io.cleanplate.newsroom.AutoMarkRules;
import java.time.Duration;

/**
 * What a person is asked before a customer's pictures are handed on by the job.
 *
 * @param customer the tenant
 * @param text what will happen
 */
public record AutoMarkQuestion(String customer, String text) {
    static AutoMarkQuestion of(String customer, long pending, AutoMarkRules rules, Duration interval) {
        long minutes = interval.toMinutes();
        String every = minutes == 1 ? "every minute" : "every " + minutes + " minutes";
        String now = pending == 0
                ? "No picture of " + customer + " is pending now. New ones will be handed on unchanged, " + every + "."
                : "%,d pending %s of %s will be handed on unchanged, and new ones %s."
                        .formatted(pending, pending == 1 ? "picture" : "pictures", customer, every);
        String restricted = rules.equals(AutoMarkRules.ALL) ? "" : " Only those that its rules allow.";
        return new AutoMarkQuestion(
                customer, now + restricted + " Pictures that an editor reopened are left for editors.");
    }
}

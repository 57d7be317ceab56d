package io.cleanplate.automark;

import io.cleanplate.error.CleanplateException;
import io.cleanplate.error.ErrorCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What went wrong in the job, in one sentence for reports and one line of the log. */
final class FailureLog {
    private static final Logger LOG = LoggerFactory.getLogger(FailureLog.class);

    private FailureLog() {}

    /** Logs a failure. A bug's stack is for those who look for it: each line of the job's log is to say auto-mark. */
    static String note(String doing, Throwable failure) {
        if (failure instanceof CleanplateException world) {
            LOG.warn("{} (auto-mark): {}", doing, world.getMessage());
            return world.getMessage();
        }
        String sentence = ErrorCode.sentence(failure);
        LOG.error("{} (auto-mark): {}", doing, sentence);
        LOG.debug("{} (auto-mark)", doing, failure);
        return sentence;
    }
}

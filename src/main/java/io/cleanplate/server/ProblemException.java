package io.cleanplate.server;

import java.util.Map;

/** Ends the answering of a request with a problem; seen by clients only, so it carries no trace. */
final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    ProblemException(Problem problem) {
        super(problem.detail(), null, false, false);
        this.problem = problem;
    }

    ProblemException(ProblemKind kind, String detail) {
        this(new Problem(kind, detail));
    }

    ProblemException(ProblemKind kind, String detail, Map<String, String> headers) {
        this(new Problem(kind, detail, headers, null));
    }

    Problem problem() {
        return problem;
    }
}

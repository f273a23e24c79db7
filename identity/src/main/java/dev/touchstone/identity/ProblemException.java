package dev.touchstone.identity;

/** Carries a {@link Problem} out of a parser. Has no stack trace: it describes input, not a fault of the program. */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Problem problem;

    ProblemException(Problem problem) {
        super(problem.detail() + " Expected: " + problem.expected(), null, false, false);
        this.problem = problem;
    }

    /** For libraries above this one that refuse input the same way. */
    public static ProblemException of(String code, int position, String detail, String expected) {
        return new ProblemException(new Problem(code, position, detail, expected));
    }

    public Problem problem() {
        return problem;
    }

    ProblemException shifted(int offset) {
        return new ProblemException(problem.shifted(offset));
    }
}

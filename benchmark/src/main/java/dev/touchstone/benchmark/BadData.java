package dev.touchstone.benchmark;

/**
 * Data from which the asked figure cannot be computed. The message is one sentence of what is wrong and one of what would be
 * right; {@link #code()} is stable and may be tested by callers.
 */
public final class BadData extends RuntimeException {
    private final String code;
    private final String detail;
    private final String remedy;

    /**
     * @param code stable, lower case with hyphens, such as {@code not-a-number}
     * @param detail what is wrong and where, one sentence
     * @param remedy what would be right, one sentence
     */
    public BadData(String code, String detail, String remedy) {
        super(detail + " " + remedy);
        this.code = code;
        this.detail = detail;
        this.remedy = remedy;
    }

    public String code() {
        return code;
    }

    public String detail() {
        return detail;
    }

    public String remedy() {
        return remedy;
    }
}

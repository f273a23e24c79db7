package dev.touchstone.benchmark;

import java.util.List;

/**
 * How a table was read.
 *
 * @param format such as "CSV, UTF-8, separated by semicolons"
 * @param rowsRead rows of data in the table, without its header
 * @param refused rows left out because a value could not be used
 * @param refusals the first of them, up to {@link #KEPT}
 * @param reasons all of them, counted
 */
public record LoadReport(
        String source,
        String format,
        List<ColumnReport> columns,
        long rowsRead,
        long refused,
        List<Refusal> refusals,
        List<Reason> reasons,
        List<String> notes) {
    public static final int KEPT = 1000;

    /** @param form how its values are written, such as "decimal comma" or "day.month.year" */
    public record ColumnReport(String name, String type, String form, long missing) {}

    /**
     * One row left out.
     *
     * @param line of the file, from 1, the header included; the row number of a sheet
     * @param text the value as it is written, shortened to 80 characters
     */
    public record Refusal(long line, String column, String text, String reason) {}

    public record Reason(String column, String reason, long rows) {}
}

package dev.touchstone.benchmark;

import java.util.List;

/** A finished report: a record that can be written as JSON, as a readable text, and as a page of its own. */
public sealed interface Report permits CompareReport {
    /** What is to be known first. */
    String answer();

    List<String> notes();

    /** As JSON, indented; absent figures are null, and no number is NaN. */
    default String json() {
        return ReportJson.write(this);
    }
}

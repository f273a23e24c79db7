package dev.touchstone.benchmark;

import java.util.List;

/** A finished report: a record that can be written as JSON, as a readable text, and as a page of its own. */
public sealed interface Report
        permits CausesReport, CompareReport, ChartReport, FrontierReport, EffectReport, EffectPlan {
    /** What is to be known first. */
    String answer();

    List<String> notes();

    /** As it is read, on a page or in a terminal. */
    Document document();

    /** As JSON, indented; absent figures are null, and no number is NaN. */
    default String json() {
        return ReportJson.write(this);
    }

    /** As a text for a terminal of 100 columns. */
    default String text() {
        return TextPage.of(document());
    }

    /** As a page in HTML with its plots, complete in itself. */
    default String html() {
        return HtmlPage.of(document());
    }
}

package dev.touchstone.benchmark;

import java.util.List;

/** What a report of causes over a table asks. */
public record CausesOptions(CausesQuestion question) {

    /** Which slices explain the difference of two columns. */
    public static CausesOptions slices(String actual, String expected, List<String> dimensions) {
        return new CausesOptions(CausesQuestion.Slices.of(actual, expected, dimensions));
    }
}

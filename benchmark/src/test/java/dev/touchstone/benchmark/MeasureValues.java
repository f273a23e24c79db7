package dev.touchstone.benchmark;

import java.util.List;

/** The figure of all rows of a frame together. */
final class MeasureValues {
    private MeasureValues() {}

    static double of(Figure figure, Samples samples) {
        return sample(figure, samples).estimate().orElseThrow().value();
    }

    static Sample sample(Figure figure, Samples samples) {
        FigureRows rows = FigureRows.of(figure, samples);
        Comparison.Question question = Comparison.Question.of(figure.statistic(), figure.direction());
        return rows.samples(Grouping.of(samples, List.of()), null, question).getFirst();
    }
}

package dev.touchstone.benchmark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Takes two populations out of a table, in the form in which each decomposition wants them. */
final class Populations {
    private Populations() {}

    static Kitagawa mixAndRate(Samples samples, CausesQuestion.MixAndRate question) {
        Grouping groups = Grouping.of(samples, question.groups());
        double[] numerators = samples.numbers(question.numerator());
        double[] denominators;
        if (question.denominator().isPresent()) {
            denominators = samples.numbers(question.denominator().get());
        } else {
            denominators = new double[samples.rows()];
            Arrays.fill(denominators, 1);
        }
        boolean[][] rows = rows(samples, question.between());
        double[][] sums = {
            sums(groups, numerators, rows[0]),
            sums(groups, denominators, rows[0]),
            sums(groups, numerators, rows[1]),
            sums(groups, denominators, rows[1])
        };
        List<Kitagawa.GroupRate> rates = new ArrayList<>();
        for (int g = 0; g < groups.size(); g++) {
            rates.add(new Kitagawa.GroupRate(groups.names().get(g), sums[0][g], sums[1][g], sums[2][g], sums[3][g]));
        }
        rates.sort(Comparator.comparing(Kitagawa.GroupRate::name));
        return Kitagawa.of(rates);
    }

    static OaxacaBlinder regressed(Samples samples, CausesQuestion.Regressed question) {
        boolean[][] rows = rows(samples, question.between());
        boolean[] either = new boolean[samples.rows()];
        for (int i = 0; i < either.length; i++) {
            either[i] = rows[0][i] || rows[1][i];
        }
        Samples chosen = samples.rows(either);
        return OaxacaBlinder.of(
                chosen.numbers(question.value()),
                question.variables().stream().map(chosen::column).toList(),
                question.between().rows(chosen, question.between().after()),
                question.resamples(),
                question.seed());
    }

    static StageGaps stages(Samples samples, CausesQuestion.Stages question) {
        boolean[][] rows = rows(samples, question.between());
        return StageGaps.of(
                question.stages(),
                durations(samples.rows(rows[1]), question),
                durations(samples.rows(rows[0]), question));
    }

    private static double[][] durations(Samples samples, CausesQuestion.Stages question) {
        return question.stages().stream().map(samples::numbers).toArray(double[][]::new);
    }

    /** Rows before, and rows after. */
    static boolean[][] rows(Samples samples, CausesQuestion.Between between) {
        return new boolean[][] {between.rows(samples, between.before()), between.rows(samples, between.after())};
    }

    private static double[] sums(Grouping groups, double[] values, boolean[] rows) {
        double[] sums = new double[groups.size()];
        for (int i = 0; i < values.length; i++) {
            sums[groups.codes()[i]] += rows[i] ? values[i] : 0;
        }
        return sums;
    }
}

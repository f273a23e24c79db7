package dev.touchstone.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/** Every score, super-score and sum of slacks against another solver, which is given the programmes as the textbooks print them. */
class FrontierAgainstOjAlgoTest {
    @ParameterizedTest
    @CsvSource({
        "CRS, INPUT, 25, 2, 1", "CRS, OUTPUT, 25, 2, 2", "VRS, INPUT, 25, 3, 2", "VRS, OUTPUT, 25, 1, 2",
        "NIRS, INPUT, 20, 2, 2", "NIRS, OUTPUT, 20, 2, 1", "NDRS, INPUT, 20, 2, 2", "NDRS, OUTPUT, 20, 3, 1",
        "FDH, INPUT, 12, 2, 2", "FDH, OUTPUT, 12, 2, 1"
    })
    void scores_and_slacks_agree(Returns returns, Orientation orientation, int n, int m, int s) {
        for (int seed = 1; seed <= 3; seed++) {
            Production p = FrontierTest.random(n, m, s, 100 * seed + n + m);
            Frontier frontier = Frontier.of(p, Frontier.Question.of(returns, orientation));
            for (int o = 0; o < n; o++) {
                Frontier.Row row = frontier.rows().get(o);
                double score = score(p, returns, orientation, o, -1).orElseThrow();
                assertThat(row.score()).as(row.name()).isCloseTo(score, within(1e-6));
                if (returns != Returns.FDH) {
                    double slacks = row.inputs().stream()
                                    .mapToDouble(Frontier.Target::slack)
                                    .sum()
                            + row.outputs().stream()
                                    .mapToDouble(Frontier.Target::slack)
                                    .sum();
                    assertThat(slacks)
                            .as(row.name())
                            .isCloseTo(slacks(p, returns, orientation, o, row.score()), within(1e-3));
                }
                if (row.score() == 1) {
                    Optional<Double> without = score(p, returns, orientation, o, o);
                    assertThat(row.superScore().isPresent()).as(row.name()).isEqualTo(without.isPresent());
                    without.ifPresent(
                            w -> assertThat(row.superScore().getAsDouble()).isCloseTo(w, within(1e-6)));
                }
            }
        }
    }

    private static Optional<Double> score(Production p, Returns returns, Orientation orientation, int o, int without) {
        ExpressionsBasedModel model = new ExpressionsBasedModel();
        Variable[] lambda = lambdas(model, p, returns, without);
        boolean in = orientation == Orientation.INPUT;
        Variable radial = model.newVariable("radial").lower(0).weight(1);
        for (int i = 0; i < p.inputNames().size(); i++) {
            Expression row = sum(model, "x" + i, lambda, p.inputs(), i);
            if (in) {
                row.set(radial, -p.inputs()[o][i]).upper(0);
            } else {
                row.upper(p.inputs()[o][i]);
            }
        }
        for (int r = 0; r < p.outputNames().size(); r++) {
            Expression row = sum(model, "y" + r, lambda, p.outputs(), r);
            if (in) {
                row.lower(p.outputs()[o][r]);
            } else {
                row.set(radial, -p.outputs()[o][r]).lower(0);
            }
        }
        Optimisation.Result result = in ? model.minimise() : model.maximise();
        return result.getState().isFeasible() ? Optional.of(result.getValue()) : Optional.empty();
    }

    private static double slacks(Production p, Returns returns, Orientation orientation, int o, double score) {
        ExpressionsBasedModel model = new ExpressionsBasedModel();
        Variable[] lambda = lambdas(model, p, returns, -1);
        boolean in = orientation == Orientation.INPUT;
        for (int i = 0; i < p.inputNames().size(); i++) {
            Variable slack = model.newVariable("sx" + i).lower(0).weight(1);
            sum(model, "x" + i, lambda, p.inputs(), i).set(slack, 1).level((in ? score : 1) * p.inputs()[o][i]);
        }
        for (int r = 0; r < p.outputNames().size(); r++) {
            Variable slack = model.newVariable("sy" + r).lower(0).weight(1);
            sum(model, "y" + r, lambda, p.outputs(), r).set(slack, -1).level((in ? 1 : score) * p.outputs()[o][r]);
        }
        Optimisation.Result result = model.maximise();
        // the score is rounded, so an efficient unit may just miss feasibility
        return result.getState().isFeasible() ? result.getValue() : 0;
    }

    private static Variable[] lambdas(ExpressionsBasedModel model, Production p, Returns returns, int without) {
        Variable[] lambda = new Variable[p.size()];
        Expression total = model.newExpression("convexity");
        for (int j = 0; j < lambda.length; j++) {
            lambda[j] = model.newVariable("l" + j).lower(0);
            if (j == without) {
                lambda[j].upper(0);
            }
            if (returns == Returns.FDH) {
                lambda[j].upper(j == without ? 0 : 1).integer(true);
            }
            total.set(lambda[j], 1);
        }
        switch (returns) {
            case CRS -> total.lower(0);
            case VRS, FDH -> total.level(1);
            case NIRS -> total.upper(1);
            case NDRS -> total.lower(1);
        }
        return lambda;
    }

    private static Expression sum(
            ExpressionsBasedModel model, String name, Variable[] lambda, double[][] data, int column) {
        Expression row = model.newExpression(name);
        for (int j = 0; j < lambda.length; j++) {
            row.set(lambda[j], data[j][column]);
        }
        return row;
    }
}

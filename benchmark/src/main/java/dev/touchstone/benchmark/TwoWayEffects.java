package dev.touchstone.benchmark;

/** The regression of a balanced panel on treatment with an effect of each unit and of each period. */
final class TwoWayEffects {
    private final double[][] centred;

    TwoWayEffects(double[][] values) {
        centred = centred(values);
    }

    /** Takes off the means of rows and of columns, which is what the effects of units and periods do. */
    static double[][] centred(double[][] values) {
        int units = values.length;
        int periods = values[0].length;
        double[] rows = new double[units];
        double[] columns = new double[periods];
        double all = 0;
        for (int i = 0; i < units; i++) {
            for (int t = 0; t < periods; t++) {
                rows[i] += values[i][t] / periods;
                columns[t] += values[i][t] / units;
                all += values[i][t] / units / periods;
            }
        }
        double[][] centred = new double[units][periods];
        for (int i = 0; i < units; i++) {
            for (int t = 0; t < periods; t++) {
                centred[i][t] = values[i][t] - rows[i] - columns[t] + all;
            }
        }
        return centred;
    }

    /** @param from first treated period of each unit */
    double effect(int[] from) {
        double[][] treatment = centred(PanelContrast.exposure(from, centred[0].length));
        double products = 0;
        double squares = 0;
        for (int i = 0; i < centred.length; i++) {
            for (int t = 0; t < centred[i].length; t++) {
                products += treatment[i][t] * centred[i][t];
                squares += treatment[i][t] * treatment[i][t];
            }
        }
        return products / squares;
    }

    /**
     * Standard error of the effect when the errors of a unit go together in any way, with the correction for few units; effects of
     * units lie within clusters and are not counted as coefficients.
     */
    double clusteredError(int[] from) {
        double[][] treatment = centred(PanelContrast.exposure(from, centred[0].length));
        double effect = effect(from);
        int units = centred.length;
        int periods = centred[0].length;
        double squares = 0;
        double scores = 0;
        for (int i = 0; i < units; i++) {
            double score = 0;
            for (int t = 0; t < periods; t++) {
                score += treatment[i][t] * (centred[i][t] - effect * treatment[i][t]);
                squares += treatment[i][t] * treatment[i][t];
            }
            scores += score * score;
        }
        double cells = (double) units * periods;
        double few = units / (units - 1.0) * (cells - 1) / (cells - periods - 1);
        return Math.sqrt(few * scores) / squares;
    }
}

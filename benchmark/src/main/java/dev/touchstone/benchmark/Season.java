package dev.touchstone.benchmark;

/**
 * A season as a sum of waves (Fourier terms).
 *
 * @param cycle length in periods, such as 12 for months
 * @param harmonics number of waves, each of a sine and a cosine; 0 for no season
 */
public record Season(double cycle, int harmonics) {
    public static final Season NONE = new Season(1, 0);

    public Season {
        if (harmonics < 0 || (harmonics > 0 && !(cycle >= 2 * harmonics))) {
            throw new BadData(
                    "out-of-range",
                    "A season of " + harmonics + " waves in " + Words.number(cycle) + " periods was asked for.",
                    "A cycle of n periods holds at most n / 2 waves.");
        }
    }

    /** Reads {@code none}, or the cycle and the number of waves: {@code 12:2}. */
    public static Season parse(String text) {
        String[] parts = text.strip().split(":");
        if (text.strip().equals("none")) {
            return NONE;
        }
        double cycle = NumberForm.PLAIN.parse(parts[0]);
        if (parts.length != 2 || Double.isNaN(cycle) || !parts[1].matches("\\d{1,3}")) {
            throw new BadData(
                    "unknown-season",
                    "\"" + text + "\" is not a season.",
                    "Write none, or the periods of a cycle and the number of waves in it, such as 12:2.");
        }
        return new Season(cycle, Integer.parseInt(parts[1]));
    }

    /** The season that a calendar period usually has; {@link #NONE} with fewer than two cycles before the change. */
    static Season usual(Period period, int before) {
        Season usual = switch (period) {
            case DAY -> new Season(7, 3);
            case WEEK -> new Season(365.25 / 7, 2);
            case MONTH -> new Season(12, 2);
            case QUARTER -> new Season(4, 1);
            case YEAR -> NONE;
        };
        return before >= 2 * usual.cycle && before >= 12 ? usual : NONE;
    }

    Design addTo(Design design, long[] times) {
        Design with = design;
        for (int h = 1; h <= harmonics; h++) {
            double[] sine = new double[times.length];
            double[] cosine = new double[times.length];
            for (int i = 0; i < times.length; i++) {
                double angle = 2 * Math.PI * h * (times[i] - times[0]) / cycle;
                sine[i] = Math.sin(angle);
                cosine[i] = Math.cos(angle);
            }
            // the highest wave of an even cycle has no sine
            if (2 * h < cycle) {
                with = with.with("season, sine " + h, sine);
            }
            with = with.with("season, cosine " + h, cosine);
        }
        return with;
    }
}

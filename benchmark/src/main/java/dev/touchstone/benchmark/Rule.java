package dev.touchstone.benchmark;

/**
 * A pattern in a control chart that chance seldom makes. Scores are distances from the centre line in standard deviations of the
 * point, in order of time.
 *
 * <p>The in-control run length is the mean number of points until the rule, alone, gives a false alarm on normal values about a known
 * centre; found by simulation, and checked by it in the tests.
 */
public enum Rule {
    BEYOND_LIMITS("one point beyond the control limits", 1, 370) {
        @Override
        Side at(double[] z, int t) {
            return Math.abs(z[t]) > 3 ? Side.of(z[t]) : Side.NONE;
        }
    },
    TWO_OF_THREE("two of three points beyond 2 standard deviations on one side", 3, 508) {
        @Override
        Side at(double[] z, int t) {
            return most(z, t, 2, 3, 2);
        }
    },
    FOUR_OF_FIVE("four of five points beyond 1 standard deviation on one side", 5, 291) {
        @Override
        Side at(double[] z, int t) {
            return most(z, t, 4, 5, 1);
        }
    },
    RUN_OF_7("seven points in a row on one side of the centre", 7, 127) {
        @Override
        Side at(double[] z, int t) {
            return run(z, t, 7);
        }
    },
    RUN_OF_8("eight points in a row on one side of the centre", 8, 255) {
        @Override
        Side at(double[] z, int t) {
            return run(z, t, 8);
        }
    },
    RUN_OF_9("nine points in a row on one side of the centre", 9, 511) {
        @Override
        Side at(double[] z, int t) {
            return run(z, t, 9);
        }
    },
    TREND_OF_6("six points in a row rising or falling", 6, 423) {
        @Override
        Side at(double[] z, int t) {
            return trend(z, t, 6);
        }
    },
    TREND_OF_7("seven points in a row rising or falling", 7, 2900) {
        @Override
        Side at(double[] z, int t) {
            return trend(z, t, 7);
        }
    },
    ALTERNATING_14("fourteen points in a row alternating up and down", 14, 598) {
        @Override
        Side at(double[] z, int t) {
            if (t < 13) {
                return Side.NONE;
            }
            for (int i = t - 11; i <= t; i++) {
                if (!((z[i] - z[i - 1]) * (z[i - 1] - z[i - 2]) < 0)) {
                    return Side.NONE;
                }
            }
            return Side.BOTH;
        }
    },
    WITHIN_1_FOR_15("fifteen points in a row within 1 standard deviation", 15, 962) {
        @Override
        Side at(double[] z, int t) {
            return all(z, t, 15, true);
        }
    },
    OUTSIDE_1_FOR_8("eight points in a row beyond 1 standard deviation on either side", 8, 14_250) {
        @Override
        Side at(double[] z, int t) {
            return all(z, t, 8, false);
        }
    };

    /** Where the pattern points: up, down, both ways, or it is not there. */
    enum Side {
        UP,
        DOWN,
        BOTH,
        NONE;

        static Side of(double z) {
            return z > 0 ? UP : DOWN;
        }
    }

    private final String words;
    private final int points;
    private final int inControlRunLength;

    Rule(String words, int points, int inControlRunLength) {
        this.words = words;
        this.points = points;
        this.inControlRunLength = inControlRunLength;
    }

    public String words() {
        return words;
    }

    /** Points that the pattern spans. */
    public int points() {
        return points;
    }

    public int inControlRunLength() {
        return inControlRunLength;
    }

    /** Whether the pattern ends at point {@code t}. */
    abstract Side at(double[] z, int t);

    private static Side run(double[] z, int t, int length) {
        if (t < length - 1 || z[t] == 0) {
            return Side.NONE;
        }
        for (int i = t - length + 1; i < t; i++) {
            if (!(z[i] * z[t] > 0)) {
                return Side.NONE;
            }
        }
        return Side.of(z[t]);
    }

    private static Side trend(double[] z, int t, int length) {
        if (t < length - 1 || z[t] == z[t - 1]) {
            return Side.NONE;
        }
        double way = z[t] - z[t - 1];
        for (int i = t - length + 2; i < t; i++) {
            if (!((z[i] - z[i - 1]) * way > 0)) {
                return Side.NONE;
            }
        }
        return Side.of(way);
    }

    private static Side most(double[] z, int t, int needed, int of, double beyond) {
        if (Math.abs(z[t]) <= beyond) {
            return Side.NONE;
        }
        int count = 0;
        for (int i = Math.max(0, t - of + 1); i <= t; i++) {
            count += Math.signum(z[t]) * z[i] > beyond ? 1 : 0;
        }
        return count >= needed ? Side.of(z[t]) : Side.NONE;
    }

    private static Side all(double[] z, int t, int length, boolean within) {
        if (t < length - 1) {
            return Side.NONE;
        }
        for (int i = t - length + 1; i <= t; i++) {
            if (within ? Math.abs(z[i]) >= 1 : Math.abs(z[i]) <= 1) {
                return Side.NONE;
            }
        }
        return Side.BOTH;
    }
}

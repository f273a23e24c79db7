package dev.touchstone.benchmark;

import java.util.List;

/** Says in sentences what control charts show. */
final class ChartWords {
    private static final int NAMED = 5;

    private ChartWords() {}

    static String variation(ControlChart.Variation variation, Direction direction) {
        boolean up = direction == Direction.HIGHER_IS_BETTER;
        return switch (variation) {
            case COMMON_CAUSE -> "common causes";
            case IMPROVEMENT -> "improvement, " + (up ? "high" : "low");
            case CONCERN -> "concern, " + (up ? "low" : "high");
            case SPECIAL_CAUSE -> "special cause";
        };
    }

    static String rules(RuleSet rules) {
        return switch (rules) {
            case SHEWHART -> "Shewhart";
            case WESTERN_ELECTRIC -> "Western Electric";
            case NELSON -> "Nelson";
            case NHS -> "NHS";
        };
    }

    static String assurance(ControlChart.Assurance assurance) {
        return switch (assurance) {
            case CONSISTENTLY_HITS -> "hits the target";
            case CONSISTENTLY_FAILS -> "fails the target";
            case HIT_AND_MISS -> "hit and miss";
        };
    }

    static String sentence(ControlChart chart) {
        ControlChart.Point last = chart.panels().getFirst().points().getLast();
        StringBuilder text = new StringBuilder(
                switch (chart.variation()) {
                    case COMMON_CAUSE -> "The last point varies by common causes alone" + earlier(chart);
                    case IMPROVEMENT -> "The last point is part of an improvement: " + signal(chart);
                    case CONCERN -> "The last point gives concern: " + signal(chart);
                    case SPECIAL_CAUSE -> "The last point has a special cause: " + signal(chart);
                });
        text.append("; centre ").append(Words.number(last.centre()));
        if (last.lower().isPresent() || last.upper().isPresent()) {
            text.append(", limits ")
                    .append(last.lower().isPresent() ? Words.number(last.lower().getAsDouble()) : "none")
                    .append(" and ")
                    .append(last.upper().isPresent() ? Words.number(last.upper().getAsDouble()) : "none");
        }
        text.append('.');
        chart.assurance()
                .ifPresent(a -> text.append(" If nothing changes, the target ")
                        .append(Words.number(chart.setup().target().getAsDouble()))
                        .append(
                                switch (a) {
                                    case CONSISTENTLY_HITS -> " will always be met.";
                                    case CONSISTENTLY_FAILS -> " will never be met.";
                                    case HIT_AND_MISS -> " will be met at some times and missed at others.";
                                }));
        return text.toString();
    }

    private static String earlier(ControlChart chart) {
        int signals = chart.panels().stream().mapToInt(p -> p.signals().size()).sum();
        return signals == 0 ? "" : ", after " + (signals == 1 ? "an earlier signal" : signals + " earlier signals");
    }

    private static String signal(ControlChart chart) {
        return chart.panels().stream()
                .flatMap(p -> p.signals().stream()
                        .filter(s -> s.to() == p.points().size() - 1)
                        .map(s -> s.rule().words()))
                .distinct()
                .reduce((a, b) -> a + "; " + b)
                .orElse("a signal");
    }

    static String answer(ChartOptions options, List<ChartReport.Chart> charts) {
        if (options.entity().isEmpty()) {
            return options.measure() + ": " + charts.getFirst().sentence();
        }
        return options.measure() + " of " + charts.size() + " units: "
                + named(charts, ControlChart.Variation.CONCERN, "concern") + "; "
                + (options.direction() == Direction.NONE
                        ? named(charts, ControlChart.Variation.SPECIAL_CAUSE, "a special cause")
                        : named(charts, ControlChart.Variation.IMPROVEMENT, "improvement"))
                + "; the others vary by common causes alone.";
    }

    private static String named(List<ChartReport.Chart> charts, ControlChart.Variation variation, String word) {
        List<String> names = charts.stream()
                .filter(c -> c.variation() == variation)
                .map(ChartReport.Chart::entity)
                .toList();
        if (names.isEmpty()) {
            return "none shows " + word;
        }
        return names.size() + (names.size() == 1 ? " shows " : " show ") + word + " ("
                + String.join(", ", names.subList(0, Math.min(NAMED, names.size())))
                + (names.size() > NAMED ? " and others" : "") + ")";
    }
}

package dev.touchstone.cli;

import dev.touchstone.benchmark.BadData;
import dev.touchstone.benchmark.ChartOptions;
import dev.touchstone.benchmark.ControlChart;
import dev.touchstone.benchmark.EffectOptions;
import dev.touchstone.benchmark.Finding;
import dev.touchstone.benchmark.Orientation;
import dev.touchstone.benchmark.Period;
import dev.touchstone.benchmark.Returns;
import dev.touchstone.benchmark.RuleSet;
import dev.touchstone.benchmark.Season;
import dev.touchstone.benchmark.Statistic;
import java.util.function.Function;
import picocli.CommandLine;

/** Teaches the command line the words of the library, which says itself what would be right. */
final class BenchmarkWords {
    private BenchmarkWords() {}

    static CommandLine known(CommandLine commandLine) {
        return commandLine
                .registerConverter(Statistic.class, word(Statistic::parse))
                .registerConverter(Period.class, word(Period::parse))
                .registerConverter(RuleSet.class, word(RuleSet::parse))
                .registerConverter(EffectOptions.Controls.class, word(EffectOptions::controls))
                .registerConverter(Finding.Method.class, word(Finding.Method::parse))
                .registerConverter(Season.class, word(Season::parse))
                .registerConverter(Returns.class, word(Returns::parse))
                .registerConverter(Orientation.class, word(Orientation::parse))
                .registerConverter(ControlChart.Kind.class, word(ControlChart.Kind::parse))
                .registerConverter(ChartOptions.Changes.class, word(ChartOptions.Changes::parse))
                .registerConverter(ChartOptions.Rebase.class, word(ChartOptions.Rebase::parse));
    }

    private static <T> CommandLine.ITypeConverter<T> word(Function<String, T> parser) {
        return text -> {
            try {
                return parser.apply(text);
            } catch (BadData wrong) {
                throw new CommandLine.TypeConversionException(wrong.getMessage());
            }
        };
    }
}

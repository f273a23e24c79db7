package dev.touchstone.benchmark;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Optional;

/**
 * The report of the causes of a difference.
 *
 * @param answer what is to be known first, in a sentence or two
 * @param load how the table was read; absent for a frame that was given
 * @param found in JSON its components stand beside the answer
 */
public record CausesReport(
        String answer,
        Optional<LoadReport> load,
        CausesOptions options,
        @JsonUnwrapped CausesAnswer found,
        List<String> notes)
        implements Report {

    static CausesReport of(Samples samples, Optional<LoadReport> load, CausesOptions options) {
        CausesAnswer found = switch (options.question()) {
            case CausesQuestion.Slices slices -> SliceReport.of(samples, slices);
            case CausesQuestion.MixAndRate mix -> Populations.mixAndRate(samples, mix);
            case CausesQuestion.Regressed regressed -> Populations.regressed(samples, regressed);
            case CausesQuestion.Drivers drivers -> DriverTree.of(samples, drivers);
            case CausesQuestion.Stages stages -> Populations.stages(samples, stages);
        };
        return new CausesReport(
                CausesWords.answer(found),
                load,
                options,
                found,
                load.map(LoadReport::notes).orElse(List.of()));
    }

    @Override
    public Document document() {
        return CausesPage.of(this);
    }
}

package dev.touchstone.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** All that a report says of one action and one figure, but the verdict. */
record EffectDraft(
        Effects effects, Action action, Figure figure, EffectFrame frame, List<Finding> findings, List<String> notes) {
    private static final double POWER = 0.8;

    static EffectDraft of(Effects effects, Action action, Figure figure) {
        EffectFrame frame = EffectFrame.of(effects, action, figure);
        EffectMethods methods = new EffectMethods(effects.options(), figure, frame);
        List<Finding> findings = methods.findings();
        List<String> notes = new ArrayList<>(frame.notes());
        notes.addAll(methods.notes());
        return new EffectDraft(effects, action, figure, frame, findings, notes);
    }

    /** Whether a name in a register means a figure: its name, or that of its column. */
    static boolean named(Figure figure, String registered) {
        return figure.name().equalsIgnoreCase(registered)
                || figure.name().toLowerCase(Locale.ROOT).startsWith(registered.toLowerCase(Locale.ROOT) + " (");
    }

    OptionalDouble pValue() {
        return findings.getFirst().specifications().getFirst().pValue();
    }

    EffectReport.Effect judged(OptionalDouble q) {
        Finding main = findings.getFirst();
        Finding.Proof proof = main.proof();
        boolean discovered = q.isEmpty() || q.getAsDouble() <= effects.options().falseDiscoveryRate() + 1e-12;
        if (!discovered && proof == Finding.Proof.SHOWN) {
            proof = Finding.Proof.NOT_SHOWN;
        }
        Finding.Change change = main.specifications().getFirst().average();
        Verdict verdict = proof == Finding.Proof.SHOWN
                ? figure.direction().verdict(change.value() > 0)
                : Verdict.NOT_DISTINGUISHABLE;
        Optional<RegressionToMean> regression =
                frame.regressionToMean(figure, effects.options().seed());
        List<Gate> gates = new ArrayList<>(gates());
        gates.addAll(main.gates());
        return new EffectReport.Effect(
                action.id(),
                figure.name(),
                figure.unit(),
                figure.direction(),
                frame.treatedNames(),
                frame.panel().period(),
                answer(main, proof, discovered, gates, regression),
                verdict,
                proof,
                q,
                detectable(change.interval()),
                findings,
                List.copyOf(gates),
                regression,
                List.copyOf(notes));
    }

    private String subject() {
        return action.id().equals(Action.BY_HAND) ? "The remedy" : "Action " + action.id();
    }

    private String answer(
            Finding main,
            Finding.Proof proof,
            boolean discovered,
            List<Gate> gates,
            Optional<RegressionToMean> regression) {
        Finding.Change change = main.specifications().getFirst().average();
        String figureName = figure.name();
        StringBuilder answer = new StringBuilder(
                switch (proof) {
                    case SHOWN ->
                        subject() + " " + EffectWords.certain(change, figureName, figure.unit(), main.method()) + ".";
                    case DEPENDS_ON_MODEL ->
                        "It is not shown that " + lower(subject()) + " changed " + figureName + ": by one model it "
                                + EffectWords.certain(change, "it", figure.unit(), main.method())
                                + ", by another not.";
                    case NOT_SHOWN ->
                        "No effect of " + lower(subject()) + " on " + figureName + " can be told from chance: "
                                + EffectWords.signed(change, figure.unit(), main.method())
                                + (discovered ? "." : ", among the many that were looked for.");
                });
        answer.append(' ').append(main.agreement());
        if (proof == Finding.Proof.NOT_SHOWN) {
            detectable(change.interval())
                    .ifPresent(d -> answer.append(" An effect of ")
                            .append(EffectWords.brief(d))
                            .append(EffectWords.unit(figure.unit()))
                            .append(" would have been found in 80 % of cases."));
        }
        main.placebos().ifPresent(p -> answer.append(' ').append(p.sentence()));
        expectation(change).ifPresent(e -> answer.append(' ').append(e));
        regression
                .filter(RegressionToMean::warning)
                .ifPresent(r -> answer.append(" The units were picked among the worst: ")
                        .append(EffectWords.brief(r.expected()))
                        .append(EffectWords.unit(figure.unit()))
                        .append(" is to be expected of them by chance alone."));
        List<String> failed = gates.stream()
                .filter(g -> g.status() == Gate.Status.FAILED)
                .map(Gate::name)
                .distinct()
                .toList();
        if (!failed.isEmpty()) {
            answer.append(" Checks not passed: ")
                    .append(String.join(", ", failed))
                    .append('.');
        }
        return answer.toString();
    }

    /** An interval's half width is z errors of its confidence; to be found, an effect must lie beyond it by those of the power. */
    private static OptionalDouble detectable(Interval interval) {
        if (!interval.complete()) {
            return OptionalDouble.empty();
        }
        double half = (interval.high().getAsDouble() - interval.low().getAsDouble()) / 2;
        double z = Interval.z(interval.level());
        return OptionalDouble.of(half * (z + Interval.NORMAL.inverseCumulativeProbability(POWER)) / z);
    }

    private static String lower(String subject) {
        return Character.toLowerCase(subject.charAt(0)) + subject.substring(1);
    }

    private Optional<String> expectation(Finding.Change change) {
        if (action.expected().isEmpty() || !asRegistered() || !change.interval().complete()) {
            return Optional.empty();
        }
        double expected = action.expected().getAsDouble();
        return Optional.of("The effect that was expected, " + EffectWords.brief(expected)
                + EffectWords.unit(figure.unit())
                + (change.interval().contains(expected) ? ", lies in the interval." : ", lies outside the interval."));
    }

    private boolean asRegistered() {
        return action.figure().map(name -> named(figure, name)).orElse(false);
    }

    private List<Gate> gates() {
        List<Gate> gates = new ArrayList<>();
        gates.add(registered());
        gates.add(frame.overlap());
        gates.add(frame.volume(figure));
        return gates;
    }

    private Gate registered() {
        String name = "registered beforehand";
        if (action.registered().isEmpty()) {
            return Gate.of(
                    name,
                    false,
                    "No register says that this figure and this date were chosen before the result was known.");
        }
        String day = action.registered().get().toString().substring(0, 10);
        if (action.registered().get().isAfter(action.first())) {
            return Gate.of(
                    name,
                    false,
                    "Registered on " + day + ", after the action began on "
                            + action.first().toString().substring(0, 10) + ".");
        }
        if (!asRegistered()) {
            return Gate.of(
                    name,
                    false,
                    action.figure()
                            .map(f -> "Registered for " + f + "; this figure was chosen afterwards.")
                            .orElse("The register does not say which figure was meant to improve."));
        }
        return Gate.of(name, true, "Registered on " + day + " for this figure.");
    }
}

package dev.touchstone.benchmark;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/** Holds the units of a comparison against references of every kind; the verdicts stay open until false discovery is controlled. */
record ReferenceJudge(
        Samples samples,
        Grouping entities,
        FigureRows rows,
        Comparison.Question question,
        Contest contest,
        CompareOptions options) {

    /** One unit against its reference, without a verdict. */
    private record Open(String entity, double value, double reference, double pValue, List<String> peers) {}

    record Draft(Reference reference, Direction direction, double rate, List<Open> open, List<String> notes) {
        double[] pValues() {
            return open.stream().mapToDouble(Open::pValue).toArray();
        }

        CompareReport.Against judged(double[] q) {
            List<CompareReport.Standing> standings = new ArrayList<>();
            for (int i = 0; i < q.length; i++) {
                Open o = open.get(i);
                boolean certain = q[i] <= rate && o.value != o.reference;
                standings.add(new CompareReport.Standing(
                        o.entity,
                        OptionalDouble.of(o.value),
                        OptionalDouble.of(o.reference),
                        Optional.of(Gap.between(o.value, o.reference)),
                        certain ? direction.verdict(o.value > o.reference) : Verdict.NOT_DISTINGUISHABLE,
                        OptionalDouble.of(q[i]),
                        o.peers,
                        reference instanceof Reference.External external
                                ? Optional.of(external.quarter(o.value, direction))
                                : Optional.empty()));
            }
            return new CompareReport.Against(reference.words(), List.copyOf(standings), notes);
        }
    }

    Draft against(Reference reference) {
        List<String> notes = new ArrayList<>();
        List<Open> open = switch (reference) {
            case Reference.Target target -> fixed(target.value(), new double[Draws.COUNT], target.value());
            case Reference.External external -> external(external, notes);
            case Reference.Peers peers -> peers(peers, notes);
            case Reference.Cohort cohort -> cohort(cohort, notes);
            case Reference.History history -> history(history.since(), notes);
        };
        return new Draft(reference, question.direction(), question.falseDiscoveryRate(), open, List.copyOf(notes));
    }

    /** @param errors of the reference, about 0 */
    private List<Open> fixed(double value, double[] errors, double centre) {
        double[] draws = Arrays.stream(errors).map(e -> centre + e).toArray();
        List<Open> open = new ArrayList<>();
        for (int i = 0; i < contest.values().length; i++) {
            open.add(new Open(
                    contest.ranked().get(i).name(),
                    contest.values()[i],
                    value,
                    AgainstReference.pValue(
                            contest.estimates().get(i), value, contest.draws().of(i), draws),
                    List.of()));
        }
        return open;
    }

    /** The median of n published units has a standard error of 1.2533 sd / sqrt(n), and the quartiles tell the sd. */
    private List<Open> external(Reference.External external, List<String> notes) {
        double sd = (external.q3() - external.q1()) / 1.349;
        double error = external.n() > 0 ? 1.2533 * sd / Math.sqrt(external.n()) : 0;
        if (external.n() == 0) {
            notes.add("The benchmark does not say of how many units it is, so that it was taken to be exact.");
        }
        UniformRandomProvider random = RandomStream.of(question.seed(), -1);
        ZigguratSampler.NormalizedGaussian normal = ZigguratSampler.NormalizedGaussian.of(random);
        double[] errors = new double[Draws.COUNT];
        for (int b = 0; b < errors.length; b++) {
            errors[b] = error * normal.sample();
        }
        return fixed(external.median(), errors, external.median());
    }

    private List<Open> peers(Reference.Peers peers, List<String> notes) {
        List<String> names = FigureDraft.names(contest);
        List<Integer> at = new ArrayList<>();
        for (String peer : peers.names()) {
            int i = names.indexOf(peer);
            if (i < 0) {
                notes.add("Peer \"" + peer + "\" is not among the units that have enough values.");
            } else {
                at.add(i);
            }
        }
        if (at.isEmpty()) {
            notes.add("Not compared with the peers named because none of them has enough values.");
            return List.of();
        }
        List<Open> open = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            if (!at.contains(i)) {
                open.add(againstMedianOf(at, i, List.of()));
            }
        }
        return open;
    }

    private Open againstMedianOf(List<Integer> peers, int unit, List<String> names) {
        double[] values = peers.stream().mapToDouble(j -> contest.values()[j]).toArray();
        double reference = Quantile.DEFAULT.of(values, 0.5);
        double[] draws = contest.draws()
                .figure(column -> Quantile.DEFAULT.of(
                        peers.stream().mapToDouble(j -> column[j]).toArray(), 0.5));
        return new Open(
                contest.ranked().get(unit).name(),
                contest.values()[unit],
                reference,
                AgainstReference.pValue(
                        contest.estimates().get(unit),
                        reference,
                        contest.draws().of(unit),
                        draws),
                names);
    }

    private List<Open> cohort(Reference.Cohort cohort, List<String> notes) {
        List<String> names = FigureDraft.names(contest);
        if (names.size() <= cohort.size()) {
            notes.add("Not compared with a cohort because there are no more than " + cohort.size() + " other units.");
            return List.of();
        }
        int[][] nearest = new PeerFinder(samples, entities, cohort.traits()).nearest(names, cohort.size());
        List<Open> open = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            List<Integer> peers = Arrays.stream(nearest[i]).boxed().toList();
            open.add(againstMedianOf(peers, i, peers.stream().map(names::get).toList()));
        }
        return open;
    }

    /** Each unit's rows from a time on against its own before. */
    private List<Open> history(Instant since, List<String> notes) {
        long[] times = samples.times(options.time().orElseThrow());
        boolean[] before = new boolean[times.length];
        boolean[] after = new boolean[times.length];
        for (int i = 0; i < times.length; i++) {
            before[i] = times[i] < since.toEpochMilli();
            after[i] = !before[i];
        }
        Map<String, Sample> past = new HashMap<>();
        rows.samples(entities, before, question).forEach(s -> past.put(s.name(), s));
        List<Open> open = new ArrayList<>();
        int left = 0;
        for (Sample now : rows.samples(entities, after, question)) {
            Sample then = past.get(now.name());
            if (then == null || !enough(then) || !enough(now)) {
                left++;
                continue;
            }
            Estimate nowFigure = now.estimate().orElseThrow();
            Estimate thenFigure = then.estimate().orElseThrow();
            open.add(new Open(
                    now.name(),
                    nowFigure.value(),
                    thenFigure.value(),
                    AgainstReference.pair(nowFigure, thenFigure),
                    List.of()));
        }
        if (left > 0) {
            notes.add(left
                    + " units were not compared with their own past because they have too few rows before or since.");
        }
        return open;
    }

    private boolean enough(Sample sample) {
        return sample.n() >= question.leastRanked() && sample.estimate().isPresent();
    }
}

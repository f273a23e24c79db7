package dev.touchstone.performance;

import dev.touchstone.masterdata.Location;
import dev.touchstone.masterdata.MasterData;
import dev.touchstone.trace.Population;
import dev.touchstone.trace.Population.Made;
import dev.touchstone.trace.Population.MadeFilter;
import dev.touchstone.trace.Population.Passage;
import dev.touchstone.trace.Population.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The journeys that answer a question.
 *
 * @param finished those of units that passed both steps
 * @param unfinished number of units that passed the first step and not yet the second
 */
record Journeys(List<Journey> finished, int unfinished) {

    private static final int GTIN_DIGITS = 14;

    static Journeys of(LeadTimeQuestion question, Population population, MasterData masterData) {
        List<Passage> starts = firsts(
                population.passages(new Step(question.from(), Optional.empty(), question.since(), question.until())));
        Map<String, List<Passage>> ends = new HashMap<>();
        for (Passage end :
                population.passages(new Step(question.to(), Optional.empty(), question.since(), Optional.empty()))) {
            ends.computeIfAbsent(end.unit(), unit -> new ArrayList<>(2)).add(end);
        }
        Map<String, Made> made = population.made(MadeFilter.ANY);
        List<Journey> finished = new ArrayList<>(starts.size());
        int unfinished = 0;
        for (Passage start : starts) {
            Optional<Passage> end = ends.getOrDefault(start.unit(), List.of()).stream()
                    .filter(candidate -> isLater(candidate, start))
                    .findFirst();
            if (end.isEmpty()) {
                unfinished++;
                continue;
            }
            Journey journey = journey(start, end.get(), made.get(start.unit()), masterData);
            if (question.takes(journey)) {
                finished.add(journey);
            }
        }
        return new Journeys(finished, unfinished);
    }

    /** Passages come ordered by unit and time: the first of each unit. */
    private static List<Passage> firsts(List<Passage> passages) {
        List<Passage> firsts = new ArrayList<>();
        String last = "";
        for (Passage passage : passages) {
            if (!passage.unit().equals(last)) {
                firsts.add(passage);
                last = passage.unit();
            }
        }
        return firsts;
    }

    private static boolean isLater(Passage end, Passage start) {
        int byTime = end.at().compareTo(start.at());
        return byTime > 0 || byTime == 0 && end.recordNo() > start.recordNo();
    }

    private static Journey journey(Passage start, Passage end, Made made, MasterData masterData) {
        String site = end.bizLocation() == null ? end.readPoint() : end.bizLocation();
        Location place = site == null ? null : masterData.location(site);
        return new Journey(
                start.unit(),
                made == null ? null : gtin(made.productClass()),
                made == null ? null : made.plant(),
                made == null ? null : made.line(),
                start.at(),
                start.zoneMinutes(),
                end.at(),
                site,
                place == null ? null : place.country().orElse(null),
                start.recordNo(),
                end.recordNo());
    }

    private static String gtin(String productClass) {
        return productClass == null || productClass.length() < GTIN_DIGITS
                ? null
                : productClass.substring(productClass.length() - GTIN_DIGITS);
    }
}

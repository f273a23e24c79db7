package dev.touchstone.recall;

import dev.touchstone.masterdata.Location;
import dev.touchstone.masterdata.MasterData;
import dev.touchstone.recall.RecallScope.PlaceCount;
import dev.touchstone.recall.RecallScope.WhereaboutsCount;
import dev.touchstone.trace.Population;
import dev.touchstone.trace.Population.Located;
import dev.touchstone.trace.Population.Made;
import dev.touchstone.trace.Population.MadeFilter;
import dev.touchstone.trace.Whereabouts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Units with where each is, in the order of their identifiers.
 *
 * @param wholeLotUnits units of all product lots touched
 */
record Scope(List<Member> members, int wholeLotUnits) {

    /**
     * One unit of a scope.
     *
     * @param made null where the log does not know its making
     * @param located null where the log does not know the unit
     * @param location null where no event says
     */
    record Member(
            String unit,
            List<String> componentLots,
            Made made,
            Located located,
            Location location,
            Whereabouts whereabouts) {}

    /** @param componentLots by unit: the lots of the condition that are built in */
    static Scope of(Map<String, List<String>> componentLots, Population population, MasterData masterData) {
        Map<String, Made> made = population.made(componentLots.keySet(), MadeFilter.ANY);
        Map<String, Located> located = population.locate(componentLots.keySet());
        List<Member> members = new ArrayList<>(componentLots.size());
        for (Map.Entry<String, List<String>> entry : new TreeMap<>(componentLots).entrySet()) {
            Located at = located.get(entry.getKey());
            Location place = at == null || at.location() == null ? null : masterData.location(at.location());
            Whereabouts whereabouts =
                    at == null ? Whereabouts.UNKNOWN : Whereabouts.of(at, place == null ? null : place.kind());
            members.add(new Member(entry.getKey(), entry.getValue(), made.get(entry.getKey()), at, place, whereabouts));
        }
        return new Scope(members, population.unitsInLotsOf(componentLots.keySet()));
    }

    int located() {
        return (int) members.stream()
                .filter(member -> member.whereabouts() != Whereabouts.UNKNOWN)
                .count();
    }

    List<WhereaboutsCount> byWhereabouts() {
        Map<Whereabouts, Integer> counts = new EnumMap<>(Whereabouts.class);
        members.forEach(member -> counts.merge(member.whereabouts(), 1, Integer::sum));
        return counts.entrySet().stream()
                .map(entry -> new WhereaboutsCount(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** Units that somebody in the chain still holds, by place, most first. */
    List<PlaceCount> byPlace() {
        Map<Location, Integer> counts = new TreeMap<>(Comparator.comparing(Location::id));
        members.stream()
                .filter(member -> member.whereabouts().inReach() && member.location() != null)
                .forEach(member -> counts.merge(member.location(), 1, Integer::sum));
        return counts.entrySet().stream()
                .map(entry -> new PlaceCount(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingInt(PlaceCount::units)
                        .reversed()
                        .thenComparing(count -> count.location().name()))
                .toList();
    }

    String sentence() {
        if (members.isEmpty()) {
            return "No unit in the log meets this condition.";
        }
        long inReach = members.stream()
                .filter(member -> member.whereabouts().inReach())
                .count();
        long sold = count(Whereabouts.SOLD);
        long gone = count(Whereabouts.DESTROYED) + count(Whereabouts.CONSUMED);
        List<String> parts = new ArrayList<>();
        parts.add("%s located: %s still in reach".formatted(number(located()), number(inReach)));
        parts.add(number(sold) + " sold");
        if (gone > 0) {
            parts.add(number(gone) + " destroyed or used up");
        }
        int unknown = members.size() - located();
        String end = unknown == 0 ? "." : ". Of %s the log does not say.".formatted(number(unknown));
        return "%s units, %s%s".formatted(number(members.size()), String.join(", ", parts), end);
    }

    private long count(Whereabouts whereabouts) {
        return members.stream()
                .filter(member -> member.whereabouts() == whereabouts)
                .count();
    }

    private static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value).replace(',', '\u2009');
    }
}

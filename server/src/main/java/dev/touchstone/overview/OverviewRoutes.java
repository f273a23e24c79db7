package dev.touchstone.overview;

import dev.touchstone.http.Answer;
import dev.touchstone.http.Request;
import dev.touchstone.http.Route;
import dev.touchstone.http.Routes;
import dev.touchstone.ledger.CaptureJob;
import dev.touchstone.ledger.Ledger;
import dev.touchstone.ledger.LogCounts;
import dev.touchstone.masterdata.Location;
import dev.touchstone.masterdata.MasterData;
import dev.touchstone.trace.ItemState;
import dev.touchstone.trace.Trace;
import dev.touchstone.trace.UnitCounts;
import dev.touchstone.trace.Whereabouts;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;

/** {@code /api/overview}. The counts of units are made anew only when the log or the master data has changed. */
public final class OverviewRoutes implements Routes {
    private static final int CAPTURES = 5;

    private final Ledger ledger;
    private final Trace trace;
    private final MasterData masterData;
    private final IntSupplier cases;
    private final IntSupplier recalls;
    private final BooleanSupplier demonstration;
    private volatile Counted counted = new Counted(-1, -1, null, List.of());

    /**
     * @param cases how many cases there are
     * @param recalls how many recalls
     * @param demonstration whether the log holds the demonstration world
     */
    public OverviewRoutes(
            Ledger ledger,
            Trace trace,
            MasterData masterData,
            IntSupplier cases,
            IntSupplier recalls,
            BooleanSupplier demonstration) {
        this.ledger = ledger;
        this.trace = trace;
        this.masterData = masterData;
        this.cases = cases;
        this.recalls = recalls;
        this.demonstration = demonstration;
    }

    @Override
    public List<Route> routes() {
        return List.of(Route.get("/api/overview", this::overview));
    }

    private record Counted(long recordNo, long version, UnitCounts units, List<WhereaboutsCount> byKind) {}

    private record StateCount(ItemState state, long units) {}

    private record WhereaboutsCount(Whereabouts whereabouts, long units) {}

    /** A capture job as the EPCIS interface shows it. */
    private record Job(
            String captureID,
            Instant createdAt,
            Instant finishedAt,
            boolean running,
            boolean success,
            String captureErrorBehaviour,
            int events,
            int duplicates) {
        static Job of(CaptureJob job) {
            return new Job(
                    job.captureId().toString(),
                    job.createdAt(),
                    job.finishedAt(),
                    false,
                    true,
                    "rollback",
                    job.events(),
                    job.duplicates());
        }
    }

    private record Overview(
            long events,
            long units,
            long logisticUnits,
            Optional<Instant> firstEventTime,
            Optional<Instant> lastEventTime,
            Optional<Instant> lastRecordTime,
            List<StateCount> byState,
            List<WhereaboutsCount> byKind,
            List<Job> captures,
            List<LogCounts.Day> eventsByDay,
            int cases,
            int recalls,
            long voided,
            boolean demonstration) {}

    private Answer overview(Request request) {
        LogCounts log = ledger.counts();
        Counted now = counted();
        return Answer.json(new Overview(
                log.events(),
                now.units().units(),
                now.units().logisticUnits(),
                log.firstEventTime(),
                log.lastEventTime(),
                log.lastRecordTime(),
                now.units().byState().entrySet().stream()
                        .map(entry -> new StateCount(entry.getKey(), entry.getValue()))
                        .toList(),
                now.byKind(),
                ledger.captures(CAPTURES).stream().map(Job::of).toList(),
                log.byDay(),
                cases.getAsInt(),
                recalls.getAsInt(),
                log.voided(),
                demonstration.getAsBoolean()));
    }

    private Counted counted() {
        long recordNo = ledger.lastRecordNo();
        long version = masterData.version();
        Counted latest = counted;
        if (latest.recordNo() != recordNo || latest.version() != version) {
            UnitCounts units = trace.counts();
            latest = new Counted(recordNo, version, units, byKind(units));
            counted = latest;
        }
        return latest;
    }

    private List<WhereaboutsCount> byKind(UnitCounts units) {
        Map<Whereabouts, Long> counts = new EnumMap<>(Whereabouts.class);
        for (UnitCounts.Group group : units.groups()) {
            Optional<Location> place = group.location().map(masterData::location);
            Whereabouts whereabouts = Whereabouts.of(group.state(), place.map(Location::kind), group.inTransit());
            counts.merge(whereabouts, group.units(), Long::sum);
        }
        return counts.entrySet().stream()
                .map(entry -> new WhereaboutsCount(entry.getKey(), entry.getValue()))
                .toList();
    }
}

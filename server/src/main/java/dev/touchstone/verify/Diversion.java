package dev.touchstone.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * That a thing was sent to one country and arrived in another.
 *
 * @param sent the event that sent it and says where to
 * @param arrived the next event that received it
 */
record Diversion(Passing sent, Passing arrived) {

    private static final String SENDING = "shipping";
    /** Not arriving, which happens at each stop on the way. */
    private static final Set<String> RECEIVING = Set.of("receiving", "accepting");

    String sentTo() {
        return sent.destination().orElseThrow();
    }

    String arrivedIn() {
        return arrived.country().orElseThrow();
    }

    List<String> eventIDs() {
        return Stream.of(sent, arrived)
                .flatMap(passing -> passing.eventID().stream())
                .toList();
    }

    /** The diversions of one thing; {@code passings} are in order of time. */
    static List<Diversion> of(List<Passing> passings) {
        List<Diversion> diversions = new ArrayList<>();
        Passing sent = null;
        for (Passing passing : passings) {
            String step = passing.bizStep().orElse("");
            if (SENDING.equals(step)) {
                boolean known =
                        passing.destination().isPresent() && passing.location().isPresent();
                sent = known ? passing : null;
            } else if (RECEIVING.contains(step)
                    && sent != null
                    && passing.country().isPresent()) {
                if (!passing.country().equals(sent.destination())) {
                    diversions.add(new Diversion(sent, passing));
                }
                sent = null;
            }
        }
        return diversions;
    }
}

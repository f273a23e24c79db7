package dev.touchstone.epcis;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * Says that the event which is otherwise equal to this one was wrong, since when, and which events are right instead.
 *
 * @param extensions the fields of other namespaces, as captured
 */
public record ErrorDeclaration(
        Instant declarationTime, Optional<Term> reason, List<String> correctiveEventIds, ObjectNode extensions) {}

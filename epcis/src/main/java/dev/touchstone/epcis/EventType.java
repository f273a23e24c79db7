package dev.touchstone.epcis;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The five event types, and which fields each has beside those that every event has (EPCIS 2.0, section 7.4). */
public enum EventType {
    OBJECT("ObjectEvent", "epcList", "quantityList", "action", "ilmd"),
    AGGREGATION("AggregationEvent", "parentID", "childEPCs", "childQuantityList", "action"),
    TRANSACTION("TransactionEvent", "parentID", "epcList", "quantityList", "action"),
    TRANSFORMATION(
            "TransformationEvent",
            "inputEPCList",
            "inputQuantityList",
            "outputEPCList",
            "outputQuantityList",
            "transformationID",
            "ilmd"),
    ASSOCIATION("AssociationEvent", "parentID", "childEPCs", "childQuantityList", "action");

    private static final Set<String> COMMON = Set.of(
            "@context",
            "type",
            "eventID",
            "eventTime",
            "eventTimeZoneOffset",
            "recordTime",
            "certificationInfo",
            "errorDeclaration",
            "bizStep",
            "disposition",
            "persistentDisposition",
            "readPoint",
            "bizLocation",
            "bizTransactionList",
            "sourceList",
            "destinationList",
            "sensorElementList");

    private final String title;
    private final Set<String> ownFields;

    EventType(String title, String... ownFields) {
        this.title = title;
        this.ownFields = Set.of(ownFields);
    }

    /** The name in documents, such as {@code ObjectEvent}. */
    public String title() {
        return title;
    }

    public static Optional<EventType> ofTitle(String title) {
        for (EventType type : values()) {
            if (type.title.equals(title)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    boolean has(String field) {
        return COMMON.contains(field) || ownFields.contains(field);
    }

    /** The names of its fields, in alphabetical order. */
    Set<String> fields() {
        Set<String> fields = new TreeSet<>(COMMON);
        fields.addAll(ownFields);
        return fields;
    }

    boolean hasAction() {
        return this != TRANSFORMATION;
    }

    static List<String> titles() {
        return List.of(values()).stream().map(EventType::title).toList();
    }

    /** Whether some event type has a field of this name. */
    static boolean known(String field) {
        for (EventType type : values()) {
            if (type.has(field)) {
                return true;
            }
        }
        return false;
    }
}

package dev.touchstone.epcis;

import java.util.List;
import java.util.Optional;

/** A business transaction, source or destination of an event. */
public record Reference(Kind kind, Optional<Term> type, Identifier id) {

    /** What is referred to. */
    public enum Kind {
        BIZ_TRANSACTION("bizTransactionList", "bizTransaction", Cbv.BIZ_TRANSACTION_TYPE),
        SOURCE("sourceList", "source", Cbv.SOURCE_DESTINATION_TYPE),
        DESTINATION("destinationList", "destination", Cbv.SOURCE_DESTINATION_TYPE);

        final String list;
        final String field;
        final Cbv types;
        final List<String> fields;

        Kind(String list, String field, Cbv types) {
            this.list = list;
            this.field = field;
            this.types = types;
            this.fields = List.of("type", field);
        }
    }
}

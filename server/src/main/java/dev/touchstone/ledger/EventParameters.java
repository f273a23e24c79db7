package dev.touchstone.ledger;

import dev.touchstone.epcis.Action;
import dev.touchstone.epcis.Cbv;
import dev.touchstone.epcis.EventType;
import dev.touchstone.epcis.Reference;
import dev.touchstone.epcis.Role;
import dev.touchstone.http.Problem;
import dev.touchstone.http.Query;
import dev.touchstone.http.Refusal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The parameters of an event query (SimpleEventQuery, EPCIS 2.0, section 8.2.7.1). All that are given must hold; a list, its values
 * parted by {@code |}, holds when one of its values does. Values in any form of an identifier or word find events in any form.
 */
final class EventParameters {
    private static final Set<Role> ANY = Set.of(Role.values());
    private static final Set<Role> OBJECT = Set.of(Role.EPC, Role.CHILD);

    /** Reads one parameter; the first text is its name as given. */
    private record Parameter(String name, BiFunction<Query, String, EventQuery.Condition> reader) {}

    /** One line for each parameter that selects events. */
    private static final List<Parameter> SELECTING = List.of(
            list("eventType", "v.event_type = ANY (?)", EventParameters::type),
            time("GE_eventTime", "v.event_time >= ?"),
            time("LT_eventTime", "v.event_time < ?"),
            time("GE_recordTime", "v.record_time >= ?"),
            time("LT_recordTime", "v.record_time < ?"),
            list("EQ_action", "v.action = ANY (?)", EventParameters::action),
            list("EQ_bizStep", "v.biz_step = ANY (?)", value -> word(Cbv.BIZ_STEP, value)),
            list("EQ_disposition", "v.disposition = ANY (?)", value -> word(Cbv.DISPOSITION, value)),
            list("EQ_readPoint", "v.read_point = ANY (?)", EpcMatch::canonical),
            list("EQ_bizLocation", "v.biz_location = ANY (?)", EpcMatch::canonical),
            eventIds("EQ_eventID"),
            list("EQ_transformationID", "v.transformation_id = ANY (?)", EpcMatch::canonical),
            reference("EQ_bizTransaction_{type}", Reference.Kind.BIZ_TRANSACTION, Cbv.BIZ_TRANSACTION_TYPE),
            reference("EQ_source_{type}", Reference.Kind.SOURCE, Cbv.SOURCE_DESTINATION_TYPE),
            reference("EQ_destination_{type}", Reference.Kind.DESTINATION, Cbv.SOURCE_DESTINATION_TYPE),
            match("MATCH_anyEPC", ANY, false),
            match("MATCH_epc", OBJECT, false),
            match("MATCH_parentID", Set.of(Role.PARENT), false),
            match("MATCH_inputEPC", Set.of(Role.INPUT), false),
            match("MATCH_outputEPC", Set.of(Role.OUTPUT), false),
            match("MATCH_anyEPCClass", ANY, true),
            match("MATCH_epcClass", OBJECT, true),
            match("MATCH_inputEPCClass", Set.of(Role.INPUT), true),
            match("MATCH_outputEPCClass", Set.of(Role.OUTPUT), true),
            flag("EXISTS_errorDeclaration", "(v.voids IS NOT NULL) = ?"));

    private static final String ORDER_BY = "orderBy";
    private static final String ORDER_DIRECTION = "orderDirection";
    private static final String EVENT_COUNT_LIMIT = "eventCountLimit";
    private static final String MAX_EVENT_COUNT = "maxEventCount";

    private EventParameters() {}

    /** The names of all parameters, those of paging too. */
    static String[] names() {
        return Stream.concat(
                        SELECTING.stream().map(Parameter::name),
                        Stream.of(
                                ORDER_BY,
                                ORDER_DIRECTION,
                                EVENT_COUNT_LIMIT,
                                MAX_EVENT_COUNT,
                                Query.PER_PAGE,
                                Query.NEXT_PAGE_TOKEN))
                .toArray(String[]::new);
    }

    /** @throws Refusal when a value is none of its parameter, or two parameters exclude each other */
    static EventQuery parse(Query query) {
        List<EventQuery.Condition> conditions = new ArrayList<>();
        for (String given : query.names()) {
            for (Parameter parameter : SELECTING) {
                if (isNamed(given, parameter.name())) {
                    conditions.add(parameter.reader().apply(query, given));
                }
            }
        }
        Optional<String> orderBy = query.choice(ORDER_BY, List.of("eventTime", "recordTime"));
        Optional<Integer> limit = query.integer(EVENT_COUNT_LIMIT, 1, Integer.MAX_VALUE);
        Optional<Integer> most = query.integer(MAX_EVENT_COUNT, 1, Integer.MAX_VALUE);
        if (limit.isPresent() && orderBy.isEmpty()) {
            throw clash(EVENT_COUNT_LIMIT, "Which events come first is only known with orderBy.", "orderBy as well");
        }
        if (limit.isPresent() && most.isPresent()) {
            throw clash(
                    EVENT_COUNT_LIMIT,
                    "eventCountLimit and maxEventCount exclude each other.",
                    "one of them: the first cuts the answer, the second refuses it");
        }
        boolean ascending = query.choice(ORDER_DIRECTION, List.of("ASC", "DESC"))
                .map("ASC"::equals)
                .orElse(false);
        EventQuery.Order order = orderBy.filter("eventTime"::equals).isPresent()
                ? EventQuery.Order.EVENT_TIME
                : EventQuery.Order.RECORD_TIME;
        return new EventQuery(conditions, order, ascending, limit, most);
    }

    private static boolean isNamed(String given, String name) {
        int brace = name.indexOf('{');
        return brace < 0 ? given.equals(name) : given.startsWith(name.substring(0, brace));
    }

    private static Refusal clash(String parameter, String detail, String expected) {
        return new Refusal(Problem.malformed("parameter-clash", detail)
                .parameter(parameter)
                .expected(expected));
    }

    private static Parameter time(String name, String sql) {
        return new Parameter(
                name,
                (query, given) ->
                        new EventQuery.Condition(sql, List.of(query.time(given).orElseThrow())));
    }

    private static Parameter flag(String name, String sql) {
        return new Parameter(
                name,
                (query, given) ->
                        new EventQuery.Condition(sql, List.of(query.flag(given).orElseThrow())));
    }

    private static Parameter list(String name, String sql, Function<String, ?> value) {
        return new Parameter(
                name, (query, given) -> new EventQuery.Condition(sql, List.of(values(query, given, value))));
    }

    private static Parameter eventIds(String name) {
        return new Parameter(name, (query, given) -> {
            List<EventKey> keys = values(query, given, EventIdentity::keysOf).stream()
                    .flatMap(List::stream)
                    .toList();
            return new EventQuery.Condition("(v.event_key = ANY (?) OR v.voids = ANY (?))", List.of(keys, keys));
        });
    }

    private static Parameter reference(String name, Reference.Kind kind, Cbv types) {
        return new Parameter(name, (query, given) -> {
            String type = printable(given.substring(name.indexOf('{')));
            List<String> values = values(query, given, EpcMatch::canonical);
            return new EventQuery.Condition("""
                    v.record_no IN (SELECT record_no FROM event_reference WHERE value = ANY (?) AND kind = %d AND type = ?)""".formatted(kind.ordinal()), List.of(values, word(types, type)));
        });
    }

    private static Parameter match(String name, Set<Role> roles, boolean classes) {
        return new Parameter(name, (query, given) -> {
            EpcMatch match = query.requiredParsed(
                    given, text -> EpcMatch.of(split(text).toList(), classes, value -> refused(query, given, value)));
            String among = roles.size() == ANY.size()
                    ? ""
                    : " AND role IN (%s)"
                            .formatted(String.join(
                                    ", ",
                                    roles.stream()
                                            .map(role -> Integer.toString(role.ordinal()))
                                            .sorted()
                                            .toList()));
            return new EventQuery.Condition(
                    "v.record_no IN (SELECT record_no FROM event_epc WHERE (%s) AND is_class = %s%s)"
                            .formatted(match.sql(), classes, among),
                    match.values());
        });
    }

    private static Refusal refused(Query query, String name, String value) {
        return query.malformed(
                name,
                value,
                "a URI, or a pattern such as urn:epc:idpat:sgtin:9506000.134352.* or https://id.gs1.org/01/09506000134352/21/*");
    }

    private static <T> List<T> values(Query query, String name, Function<String, T> parser) {
        return query.requiredParsed(name, text -> split(text).<T>map(parser).toList());
    }

    private static Stream<String> split(String list) {
        return Arrays.stream(printable(list).split("\\|")).filter(value -> !value.isEmpty());
    }

    /** No identifier or word holds control characters, and the database knows no NUL. */
    private static String printable(String text) {
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw new Refusal(Problem.malformed("malformed-parameter", "The value holds a control character.")
                    .expected("printable text"));
        }
        return text;
    }

    private static int type(String title) {
        return EventType.ofTitle(title)
                .map(EventType::ordinal)
                .orElseThrow(() ->
                        new Refusal(Problem.malformed("malformed-parameter", "%s is no event type.".formatted(title))
                                .expected(String.join(
                                        ", ",
                                        Arrays.stream(EventType.values())
                                                .map(EventType::title)
                                                .toList()))));
    }

    private static int action(String name) {
        return Arrays.stream(Action.values())
                .filter(action -> action.name().equals(name))
                .findFirst()
                .map(Action::ordinal)
                .orElseThrow(
                        () -> new Refusal(Problem.malformed("malformed-parameter", "%s is no action.".formatted(name))
                                .expected("ADD, OBSERVE or DELETE")));
    }

    /** The stored form of a word: the standard's bare word, or the URI as it is. */
    private static String word(Cbv list, String text) {
        return list.word(text).orElseGet(() -> {
            if (text.indexOf(':') < 0) {
                throw new Refusal(Problem.malformed(
                                "malformed-parameter", "%s is no %s of the standard.".formatted(text, list.title()))
                        .expected("one of %s, or a URI".formatted(String.join(", ", list.words()))));
            }
            return text;
        });
    }
}

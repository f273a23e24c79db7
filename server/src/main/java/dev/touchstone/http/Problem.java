package dev.touchstone.http;

import dev.touchstone.epcis.Finding;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What is wrong with a request, where, and what would be right: the content of an RFC 9457 problem. Thrown as a {@link Refusal}.
 *
 * @param status HTTP status, 400 to 599
 * @param code stable name of the rule, lower case with hyphens, such as {@code unknown-parameter}
 * @param detail one sentence: what is wrong
 * @param pointer where in the request body, as a JSON pointer (RFC 6901)
 * @param parameter which parameter of the query or the path
 * @param position which character of the value, from 0
 * @param expected what would be right
 * @param findings all that is wrong, where there is more than one thing
 */
public record Problem(
        int status,
        String code,
        String detail,
        Optional<String> pointer,
        Optional<String> parameter,
        OptionalInt position,
        Optional<String> expected,
        List<Finding> findings) {

    private static Problem of(int status, String code, String detail) {
        return new Problem(
                status,
                code,
                detail,
                Optional.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                Optional.empty(),
                List.of());
    }

    /** 400: the request cannot be understood. */
    public static Problem malformed(String code, String detail) {
        return of(400, code, detail);
    }

    /** 401: who asks is not known. */
    public static Problem unauthorised(String detail) {
        return of(401, "access-token-needed", detail);
    }

    /** 403: who asks may not. */
    public static Problem forbidden(String code, String detail) {
        return of(403, code, detail);
    }

    /** 404: there is no such thing. */
    public static Problem notFound(String code, String detail) {
        return of(404, code, detail);
    }

    /** 405. */
    public static Problem methodNotAllowed(String detail) {
        return of(405, "method-not-allowed", detail);
    }

    /** 406. */
    public static Problem notAcceptable(String detail) {
        return of(406, "not-acceptable", detail);
    }

    /** 409: it contradicts what is already there. */
    public static Problem conflict(String code, String detail) {
        return of(409, code, detail);
    }

    /** 413. */
    public static Problem tooLarge(String code, String detail) {
        return of(413, code, detail);
    }

    /** 414. */
    public static Problem uriTooLong(String detail) {
        return of(414, "uri-too-long", detail);
    }

    /** 415. */
    public static Problem unsupportedMediaType(String detail) {
        return of(415, "unsupported-media-type", detail);
    }

    /** 422: understood, but a rule of the field forbids it. */
    public static Problem unprocessable(String code, String detail) {
        return of(422, code, detail);
    }

    /** 429: too often. */
    public static Problem tooManyRequests(String detail) {
        return of(429, "too-many-requests", detail);
    }

    /** 503: not now; the same request may succeed later. */
    public static Problem unavailable(String code, String detail) {
        return of(503, code, detail);
    }

    /** Any other status. */
    static Problem other(int status, String code, String detail) {
        return of(status, code, detail);
    }

    public Problem at(String pointer) {
        return new Problem(status, code, detail, Optional.of(pointer), parameter, position, expected, findings);
    }

    public Problem parameter(String name) {
        return new Problem(status, code, detail, pointer, Optional.of(name), position, expected, findings);
    }

    /** Position of a character, from 0; a negative one stands for the value as a whole. */
    public Problem position(int index) {
        OptionalInt where = index < 0 ? OptionalInt.empty() : OptionalInt.of(index);
        return new Problem(status, code, detail, pointer, parameter, where, expected, findings);
    }

    public Problem expected(String what) {
        return new Problem(status, code, detail, pointer, parameter, position, Optional.of(what), findings);
    }

    public Problem findings(List<Finding> all) {
        return new Problem(status, code, detail, pointer, parameter, position, expected, List.copyOf(all));
    }

    /** The kind of the problem in words: its code as a phrase. */
    public String title() {
        return Character.toUpperCase(code.charAt(0)) + code.substring(1).replace('-', ' ');
    }
}

package dev.touchstone.identity;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rules that parts of AI values obey, by the names which GS1's syntax dictionary gives them. */
enum Linter {
    CSUM {
        @Override
        void check(String text, int from, int to) {
            Rules.mod10("the key", text, from, to);
        }
    },
    CSUMALPHA {
        @Override
        void check(String text, int from, int to) {
            int body = Math.max(from, to - 2);
            if (to - from < 3 || to - from > 25) {
                throw ProblemException.of(
                        "length",
                        from,
                        "A value with a pair of check characters has %d characters.".formatted(to - from),
                        "3 to 25 characters");
            }
            String right = CheckDigit.alphanumericPair(text.substring(from, body));
            if (!text.startsWith(right, body)) {
                throw ProblemException.of(
                        "check-characters",
                        body,
                        "The pair of check characters is wrong.",
                        "check characters " + right);
            }
        }
    },
    GCPPOS1 {
        @Override
        void check(String text, int from, int to) {
            prefix(text, from, to);
        }
    },
    GCPPOS2 {
        @Override
        void check(String text, int from, int to) {
            prefix(text, from + 1, to);
        }
    },
    HASNONDIGIT {
        @Override
        void check(String text, int from, int to) {
            if (Cset.NUMERIC.firstOutside(text, from, to) < 0) {
                throw ProblemException.of(
                        "character", from, "The value has digits only.", "at least one other character");
            }
        }
    },
    NOZEROPREFIX {
        @Override
        void check(String text, int from, int to) {
            if (to - from > 1 && text.charAt(from) == '0') {
                throw ProblemException.of(
                        "leading-zero", from, "The number begins with 0.", "a number without leading zero");
            }
        }
    },
    ZERO {
        @Override
        void check(String text, int from, int to) {
            for (int i = from; i < to; i++) {
                if (text.charAt(i) != '0') {
                    throw ProblemException.of("filler", i, "A filler digit is not 0.", "0");
                }
            }
        }
    },
    PIECEOFTOTAL {
        @Override
        void check(String text, int from, int to) {
            int half = (to - from) / 2;
            int piece = Integer.parseInt(text, from, from + half, 10);
            int total = Integer.parseInt(text, from + half, to, 10);
            if (piece == 0 || piece > total) {
                throw ProblemException.of(
                        "piece",
                        from,
                        "Piece %d of %d is not possible.".formatted(piece, total),
                        "a piece from 1 to the total");
            }
        }
    },
    YYMMDD {
        @Override
        void check(String text, int from, int to) {
            Gs1Date.check(text, from, false);
        }
    },
    YYMMD0 {
        @Override
        void check(String text, int from, int to) {
            Gs1Date.check(text, from, true);
        }
    };

    private static final Map<String, Linter> BY_NAME = Stream.of(values())
            .collect(Collectors.toUnmodifiableMap(
                    l -> l.name().toLowerCase(java.util.Locale.ROOT), Function.identity()));

    /** The rule of that name, or null when it is not known. */
    static Linter named(String name) {
        return BY_NAME.get(name);
    }

    /** Throws a {@link ProblemException} with a position in {@code text} when the part between the indexes breaks the rule. */
    abstract void check(String text, int from, int to);

    private static void prefix(String text, int from, int to) {
        int wrong = Cset.NUMERIC.firstOutside(text, from, Math.min(to, from + 4));
        if (wrong >= 0 || to - from < 4) {
            throw ProblemException.of(
                    "company-prefix",
                    wrong < 0 ? from : wrong,
                    "There is no GS1 company prefix where one belongs.",
                    "at least four digits");
        }
    }
}

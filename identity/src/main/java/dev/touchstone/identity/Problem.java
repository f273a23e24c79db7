package dev.touchstone.identity;

/**
 * What is wrong with an input, where, and what would be right.
 *
 * @param code stable name of the kind of fault, such as {@code check-digit}
 * @param position index of the first wrong character in the input, from 0; -1 when the input as a whole is meant
 * @param detail one sentence that says what is wrong
 * @param expected what would be right
 */
public record Problem(String code, int position, String detail, String expected) {

    /** The same problem seen from a longer input in which the part begins at {@code offset}. */
    Problem shifted(int offset) {
        return position < 0 || offset == 0 ? this : new Problem(code, position + offset, detail, expected);
    }
}

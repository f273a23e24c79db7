package dev.touchstone.identity;

/** The character sets of GS1 element strings (GS1 General Specifications 7.11). */
enum Cset {
    NUMERIC("0-9", "digits"),
    SET39("#/0-9A-Z-", "digits, A to Z, # - /"),
    SET64("0-9A-Za-z_=-", "base64url characters"),
    SET82("!\"%&'()*+,./0-9:;<=>?A-Z_a-z-", "digits, letters, ! \" % & ' ( ) * + , - . / : ; < = > ? _");

    private final boolean[] members = new boolean[128];
    private final String description;

    Cset(String ranges, String description) {
        this.description = description;
        for (int i = 0; i < ranges.length(); i++) {
            boolean range = i + 2 < ranges.length() && ranges.charAt(i + 1) == '-';
            char last = range ? ranges.charAt(i + 2) : ranges.charAt(i);
            for (char c = ranges.charAt(i); c <= last; c++) {
                members[c] = true;
            }
            if (range) {
                i += 2;
            }
        }
    }

    boolean contains(char c) {
        return c < 128 && members[c];
    }

    /** Index of the first character outside the set, or -1. */
    int firstOutside(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c >= 128 || !members[c]) {
                return i;
            }
        }
        return -1;
    }

    String description() {
        return description;
    }
}

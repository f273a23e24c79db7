package dev.touchstone.serial;

import dev.touchstone.identity.SerialFormat;

/** The characters of serials. */
public enum Alphabet {
    NUMERIC(SerialFormat.NUMERIC),
    /** 32 symbols that nobody mistakes for one another. */
    UNAMBIGUOUS(SerialFormat.NO_LOOKALIKE),
    /** All that AI (21) allows. */
    GS1(SerialFormat.GS1_82);

    private final String characters;

    Alphabet(String characters) {
        this.characters = characters;
    }

    SerialFormat format(int length) {
        return SerialFormat.of(characters, length);
    }

    boolean spells(String serial) {
        return serial.chars().allMatch(c -> characters.indexOf(c) >= 0);
    }
}

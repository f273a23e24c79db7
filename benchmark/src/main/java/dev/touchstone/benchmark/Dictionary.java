package dev.touchstone.benchmark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Gives each different text a number, from 0 in the order of appearance, without making a string of a text seen before. */
final class Dictionary {
    private final List<String> texts = new ArrayList<>();
    private int[] slots = new int[64];

    Dictionary() {
        Arrays.fill(slots, -1);
    }

    int code(char[] text, int from, int to) {
        int hash = 0;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + text[i];
        }
        int mask = slots.length - 1;
        int slot = spread(hash) & mask;
        while (slots[slot] >= 0) {
            if (equal(texts.get(slots[slot]), text, from, to)) {
                return slots[slot];
            }
            slot = (slot + 1) & mask;
        }
        int code = texts.size();
        texts.add(new String(text, from, to - from));
        slots[slot] = code;
        if (2 * texts.size() > slots.length) {
            grow();
        }
        return code;
    }

    int code(String text) {
        return code(text.toCharArray(), 0, text.length());
    }

    List<String> texts() {
        return texts;
    }

    private void grow() {
        int[] bigger = new int[2 * slots.length];
        Arrays.fill(bigger, -1);
        for (int code = 0; code < texts.size(); code++) {
            int slot = spread(texts.get(code).hashCode()) & (bigger.length - 1);
            while (bigger[slot] >= 0) {
                slot = (slot + 1) & (bigger.length - 1);
            }
            bigger[slot] = code;
        }
        slots = bigger;
    }

    /** Texts that count up have hashes that count up, and would crowd; a multiplication scatters them. */
    private static int spread(int hash) {
        int scattered = hash * 0x9E3779B9;
        return scattered ^ (scattered >>> 15);
    }

    private static boolean equal(String known, char[] text, int from, int to) {
        if (known.length() != to - from) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if (known.charAt(i - from) != text[i]) {
                return false;
            }
        }
        return true;
    }
}

package dev.touchstone.epcis;

import java.util.Collection;
import java.util.Locale;

/** Guesses which word was meant. */
final class Spelling {

    /** Longer texts are no misspelt words, and their distance costs time. */
    private static final int LONGEST = 60;

    private Spelling() {}

    /** The candidate with the fewest letters to change; the first of equals. */
    static String nearest(String text, Collection<String> candidates) {
        String given = text.substring(0, Math.min(text.length(), LONGEST)).toLowerCase(Locale.ROOT);
        String best = "";
        int fewest = Integer.MAX_VALUE;
        for (String candidate : candidates) {
            int changes = distance(given, candidate.toLowerCase(Locale.ROOT));
            if (changes < fewest) {
                fewest = changes;
                best = candidate;
            }
        }
        return best;
    }

    /** Levenshtein's edit distance. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}

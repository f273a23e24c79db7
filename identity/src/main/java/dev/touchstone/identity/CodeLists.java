package dev.touchstone.identity;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The code lists that values of Application Identifiers draw from, by name. */
final class CodeLists {

    static final Set<String> COUNTRIES;
    static final Set<String> COUNTRY_LETTERS;
    static final Set<String> CURRENCIES;
    static final Set<String> MEDIA;
    static final Set<String> PACKAGES;

    static {
        Map<String, Set<String>> lists = read();
        COUNTRIES = Set.copyOf(lists.get("countries"));
        COUNTRY_LETTERS = Set.copyOf(lists.get("country-letters"));
        CURRENCIES = Set.copyOf(lists.get("currencies"));
        MEDIA = Set.copyOf(lists.get("media"));
        PACKAGES = Set.copyOf(lists.get("packages"));
    }

    private CodeLists() {}

    private static Map<String, Set<String>> read() {
        Map<String, Set<String>> lists = new HashMap<>();
        Set<String> current = Set.of();
        for (String line : Resource.lines("code-lists.txt")) {
            if (line.startsWith(" ")) {
                current.addAll(Set.of(line.strip().split(" ")));
            } else {
                current = new HashSet<>();
                lists.put(line.substring(0, line.indexOf(':')), current);
            }
        }
        return lists;
    }
}

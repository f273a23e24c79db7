package dev.touchstone.identity;

import dev.touchstone.identity.ApplicationIdentifier.Group;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/** Mandatory associations and invalid pairs of elements (GS1 General Specifications 4.13). */
final class Associations {

    private Associations() {}

    /** @param place where an AI stands in the input */
    static List<Problem> faults(List<Element> elements, ToIntFunction<ApplicationIdentifier> place) {
        List<Problem> faults = null;
        for (int i = 0; i < elements.size(); i++) {
            ApplicationIdentifier ai = elements.get(i).ai();
            for (int j = 0; j < ai.needs().size(); j++) {
                List<Group> choice = ai.needs().get(j);
                if (!anyPresent(choice, elements)) {
                    faults = add(faults, missing(ai, place.applyAsInt(ai), choice));
                }
            }
            for (int j = 0; j < ai.never().size(); j++) {
                ApplicationIdentifier other = present(ai.never().get(j), elements, ai);
                if (other != null) {
                    faults = add(faults, pair(ai, place.applyAsInt(ai), other));
                }
            }
        }
        Element unsigned = unserialised(elements);
        if (unsigned != null) {
            faults = add(faults, unserialised(unsigned.ai(), place.applyAsInt(unsigned.ai())));
        }
        return faults == null ? List.of() : faults;
    }

    /** A digital signature, AI (8030), is of one thing: a key whose serial is part of its value must have it. */
    private static Element unserialised(List<Element> elements) {
        Element found = null;
        boolean signed = false;
        for (int i = 0; i < elements.size(); i++) {
            Element element = elements.get(i);
            signed |= element.ai().code().equals("8030");
            int bare = switch (element.ai().code()) {
                case "253", "255" -> 13;
                case "8003" -> 14;
                default -> -1;
            };
            found = element.value().length() == bare ? element : found;
        }
        return signed ? found : null;
    }

    private static Problem unserialised(ApplicationIdentifier ai, int place) {
        return new Problem(
                "missing-serial",
                place,
                "AI %s has no serial beside the digital signature (8030).".formatted(ai),
                "the key of one thing, with its serial");
    }

    private static boolean anyPresent(List<Group> choice, List<Element> elements) {
        for (int i = 0; i < choice.size(); i++) {
            List<String> patterns = choice.get(i).patterns();
            boolean all = true;
            for (int j = 0; all && j < patterns.size(); j++) {
                all = present(patterns.get(j), elements, null) != null;
            }
            if (all) {
                return true;
            }
        }
        return false;
    }

    private static ApplicationIdentifier present(String pattern, List<Element> elements, ApplicationIdentifier except) {
        for (int i = 0; i < elements.size(); i++) {
            ApplicationIdentifier ai = elements.get(i).ai();
            if (ai != except && ai.matches(pattern)) {
                return ai;
            }
        }
        return null;
    }

    private static List<Problem> add(List<Problem> faults, Problem fault) {
        List<Problem> list = faults == null ? new ArrayList<>() : faults;
        list.add(fault);
        return list;
    }

    private static Problem missing(ApplicationIdentifier ai, int place, List<Group> choice) {
        return new Problem(
                "missing-ai",
                place,
                "AI %s stands without the AI that it belongs to.".formatted(ai),
                choice.stream().map(Group::toString).collect(Collectors.joining(" or ")));
    }

    private static Problem pair(ApplicationIdentifier ai, int place, ApplicationIdentifier other) {
        return new Problem(
                "invalid-pair", place, "AIs %s and %s may not stand together.".formatted(ai, other), "one of the two");
    }
}

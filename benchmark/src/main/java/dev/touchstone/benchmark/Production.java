package dev.touchstone.benchmark;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What each unit uses and makes.
 *
 * @param inputs one row a unit, one column an input; 0 or more, and not all 0 in a row
 * @param outputs one row a unit, one column an output; 0 or more, and not all 0 in a row
 */
public record Production(
        List<String> names, List<String> inputNames, List<String> outputNames, double[][] inputs, double[][] outputs) {

    public Production {
        if (names.isEmpty()) {
            throw new BadData("empty", "There are no units.", "Give two units or more.");
        }
        if (inputNames.isEmpty() || outputNames.isEmpty()) {
            throw new BadData("empty", "A frontier needs inputs and outputs.", "Name at least one column of each.");
        }
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (!seen.add(name)) {
                throw new BadData("duplicate-name", "Two units are named \"" + name + "\".", "Give each unit one row.");
            }
        }
        check(names, inputNames, inputs, "input");
        check(names, outputNames, outputs, "output");
    }

    int size() {
        return names.size();
    }

    private static void check(List<String> names, List<String> columns, double[][] rows, String kind) {
        if (rows.length != names.size()) {
            throw new BadData(
                    "wrong-shape",
                    "There are " + names.size() + " units and " + rows.length + " rows of " + kind + "s.",
                    "Give one row for each unit.");
        }
        for (int i = 0; i < rows.length; i++) {
            if (rows[i].length != columns.size()) {
                throw new BadData(
                        "wrong-shape",
                        "Unit \"" + names.get(i) + "\" has " + rows[i].length + " " + kind + "s.",
                        "Give it " + columns.size() + ", as named.");
            }
            double sum = 0;
            for (int j = 0; j < rows[i].length; j++) {
                double v = rows[i][j];
                if (!Double.isFinite(v) || v < 0) {
                    throw new BadData(
                            "out-of-range",
                            "The " + kind + " " + columns.get(j) + " of \"" + names.get(i) + "\" is " + v + ".",
                            "Inputs and outputs are 0 or more.");
                }
                sum += v;
            }
            if (sum == 0) {
                throw new BadData(
                        "all-zero",
                        "Every " + kind + " of \"" + names.get(i) + "\" is 0.",
                        "Leave the unit out, or give it one " + kind + " above 0.");
            }
        }
    }
}

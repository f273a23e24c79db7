package dev.touchstone.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Packs of cigarettes sold a person in 39 states of the USA, 1970 to 2000 (Orzechowski and Walker, The Tax Burden on Tobacco); the
 * states and years of Abadie, Diamond and Hainmueller 2010. In California a tobacco programme began in 1989.
 */
record Cigarettes(List<String> states, double[][] packs) {
    static Cigarettes read() {
        SortedMap<String, double[]> series = new TreeMap<>();
        try (InputStream in = Cigarettes.class.getResourceAsStream("/cigarettes.csv")) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split(","))
                    .forEach(cells ->
                            series.computeIfAbsent(cells[0], s -> new double[31])[Integer.parseInt(cells[1]) - 1970] =
                                    Double.parseDouble(cells[2]));
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
        return new Cigarettes(List.copyOf(series.keySet()), series.values().toArray(double[][]::new));
    }

    Timeline timeline() {
        return new Timeline(
                IntStream.rangeClosed(1970, 2000).mapToObj(String::valueOf).toList(),
                IntStream.rangeClosed(1970, 2000).mapToLong(y -> y).toArray(),
                19);
    }

    double[] california() {
        return packs[states.indexOf("California")];
    }

    List<String> others() {
        return states.stream().filter(s -> !s.equals("California")).toList();
    }

    double[][] donors() {
        return others().stream().map(s -> packs[states.indexOf(s)]).toArray(double[][]::new);
    }

    int[] from() {
        int[] from = new int[states.size()];
        Arrays.fill(from, Assignments.NEVER);
        from[states.indexOf("California")] = 19;
        return from;
    }
}

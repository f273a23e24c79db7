package dev.touchstone.benchmark;

import java.util.ArrayList;
import java.util.List;

/** Places words on drawings so that none covers another. */
final class PlotLabels {
    private static final double LINE = 16;
    private static final double CLOSEST = 15;
    private static final double MOST_BESIDE = 140;

    private PlotLabels() {}

    /** The name of a line or level. */
    record Name(String words, double value, Ink ink, Svg.Stroke stroke) {}

    /** Names one below the other, each with a piece of its line. */
    static void legend(Svg svg, List<Name> names, double top) {
        for (int i = 0; i < names.size(); i++) {
            double y = top + LINE * i + 12;
            Name name = names.get(i);
            svg.line(4, y - Svg.LETTER, 22, y - Svg.LETTER, name.ink, name.stroke);
            svg.text(28, y, Svg.fitting(name.words, svg.width() - 32), Svg.Anchor.START, Ink.TEXT);
        }
    }

    /** Names at the ends of their lines, moved apart where they would meet. */
    static void ends(Svg svg, List<Name> names, Scale y, double at) {
        List<Name> sorted = names.stream()
                .sorted((a, b) -> Double.compare(b.value, a.value))
                .toList();
        double[] places = sorted.stream().mapToDouble(n -> y.at(n.value)).toArray();
        for (int i = 1; i < places.length; i++) {
            places[i] = Math.max(places[i], places[i - 1] + CLOSEST);
        }
        for (int i = places.length - 1; i >= 0; i--) {
            double lowest = i == places.length - 1 ? y.from() : places[i + 1] - CLOSEST;
            places[i] = Math.min(places[i], lowest);
        }
        for (int i = 0; i < places.length; i++) {
            Name name = sorted.get(i);
            String words = Svg.fitting(name.words, svg.width() - 2 - at);
            svg.text(at, places[i] + Svg.LETTER, words, Svg.Anchor.START, readable(name.ink));
        }
    }

    /** Labels of dots at their right or left; one that would cover another, or leave the plane, is not written. */
    static void beside(Svg svg, List<Layer.Dot> dots, Scale x, Scale y) {
        List<double[]> taken = new ArrayList<>();
        for (Layer.Dot dot : dots) {
            String words = Svg.fitting(dot.label(), MOST_BESIDE);
            double room = words.isEmpty() ? 0 : Svg.widthOf(words);
            double up = y.at(dot.y());
            for (double from : new double[] {x.at(dot.x()) + 7, x.at(dot.x()) - 7 - room}) {
                boolean free = room > 0
                        && from > x.from()
                        && from + room < x.to()
                        && taken.stream()
                                .noneMatch(t -> from < t[1] && t[0] < from + room && Math.abs(up - t[2]) < CLOSEST);
                if (free) {
                    taken.add(new double[] {from, from + room, up});
                    svg.text(from, up + Svg.LETTER, words, Svg.Anchor.START, Ink.TEXT);
                    break;
                }
            }
        }
    }

    /** A line from top to bottom with its name. */
    record Moment(double at, String words, Ink ink) {}

    /** Names of moments above the plane, in as many lines as keep them apart. */
    static final class Moments {
        private record Placed(Moment moment, double at, double from, String words, int line) {}

        private final List<Placed> placed = new ArrayList<>();
        private final List<Double> ends = new ArrayList<>();

        Moments(List<Moment> moments, Scale x, double width) {
            moments.stream()
                    .sorted((a, b) -> Double.compare(a.at, b.at))
                    .forEach(moment -> place(moment, x.at(moment.at), width));
        }

        private void place(Moment moment, double at, double width) {
            if (moment.words.isEmpty()) {
                placed.add(new Placed(moment, at, at, "", 0));
                return;
            }
            String words = Svg.fitting(moment.words, width * 0.55);
            double room = Svg.widthOf(words);
            boolean rightward = at + 4 + room < width - 2 || at - 4 - room < 2;
            double from = rightward ? Math.min(at + 4, width - 2 - room) : at - 4 - room;
            int line = 0;
            while (line < ends.size() && ends.get(line) > from - 6) {
                line++;
            }
            if (line == ends.size()) {
                ends.add(0.0);
            }
            ends.set(line, from + room);
            placed.add(new Placed(moment, at, from, words, line));
        }

        double height() {
            return LINE * ends.size();
        }

        void draw(Svg svg, double top, double bottom) {
            for (Placed p : placed) {
                double y = top - 5 - LINE * (ends.size() - 1 - p.line);
                svg.line(p.at, p.words.isEmpty() ? top : y - 9, p.at, bottom, p.moment.ink, Svg.Stroke.DASHED);
                if (p.words.isEmpty()) {
                    continue;
                }
                svg.text(p.from, y, p.words, Svg.Anchor.START, readable(p.moment.ink));
            }
        }
    }

    /** Words in the grey of marks would be too faint. */
    static Ink readable(Ink ink) {
        return ink == Ink.MARK || ink == Ink.LINE ? Ink.MUTED : ink;
    }
}

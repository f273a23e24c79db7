package dev.touchstone.benchmark;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/** Something drawn on the plane of an {@link XyPlot}. */
sealed interface Layer {
    DoubleStream xs();

    DoubleStream ys();

    void draw(Svg svg, Scale x, Scale y);

    /** @param name empty for none */
    record Curve(String name, double[] x, double[] y, Ink ink, Svg.Stroke stroke) implements Layer {
        @Override
        public DoubleStream xs() {
            return Arrays.stream(x);
        }

        @Override
        public DoubleStream ys() {
            return Arrays.stream(y);
        }

        @Override
        public void draw(Svg svg, Scale across, Scale up) {
            svg.path(across.at(x), up.at(y), ink, stroke);
        }
    }

    record Band(double[] x, double[] low, double[] high) implements Layer {
        @Override
        public DoubleStream xs() {
            return Arrays.stream(x);
        }

        @Override
        public DoubleStream ys() {
            return DoubleStream.concat(Arrays.stream(low), Arrays.stream(high));
        }

        @Override
        public void draw(Svg svg, Scale across, Scale up) {
            svg.band(across.at(x), up.at(low), up.at(high), Ink.BAND);
        }
    }

    /** Upright lengths from 0. */
    record Bars(double[] x, double[] y, Ink ink) implements Layer {
        private static final double WIDEST = 24;

        @Override
        public DoubleStream xs() {
            return Arrays.stream(x);
        }

        @Override
        public DoubleStream ys() {
            return Arrays.stream(y);
        }

        @Override
        public void draw(Svg svg, Scale across, Scale up) {
            double half =
                    Math.clamp(0.4 * Math.abs(across.at(x[x.length - 1]) - across.at(x[0])) / x.length, 0.5, WIDEST);
            for (int i = 0; i < x.length; i++) {
                double middle = across.at(x[i]);
                svg.box(middle - half, up.at(0), middle + half, up.at(y[i]), ink, "");
            }
        }
    }

    /**
     * A point.
     *
     * @param low end of its interval; absent for none, or, where the other is there, for an open one
     * @param label written beside it where there is room; empty for none
     * @param hint said when it is pointed at
     */
    record Dot(double x, double y, OptionalDouble low, OptionalDouble high, Ink ink, String label, String hint)
            implements Layer {
        static Dot of(double x, double y, Ink ink, String hint) {
            return new Dot(x, y, OptionalDouble.empty(), OptionalDouble.empty(), ink, "", hint);
        }

        Dot interval(OptionalDouble from, OptionalDouble to) {
            return new Dot(x, y, from, to, ink, label, hint);
        }

        Dot labelled(String words) {
            return new Dot(x, y, low, high, ink, words, hint);
        }

        @Override
        public DoubleStream xs() {
            return DoubleStream.of(x);
        }

        @Override
        public DoubleStream ys() {
            return DoubleStream.of(y, low.orElse(y), high.orElse(y));
        }

        @Override
        public void draw(Svg svg, Scale across, Scale up) {
            double at = across.at(x);
            if (low.isPresent() || high.isPresent()) {
                svg.line(at, up.at(low.orElse(up.low())), at, up.at(high.orElse(up.high())), ink, Svg.Stroke.SOLID);
            }
            svg.dot(at, up.at(y), 3.5, ink, hint);
        }
    }
}

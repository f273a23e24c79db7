package dev.touchstone.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Ink is the share of a pixel that is covered. */
class FillerTest {

    private static final int SIZE = 16;

    @Test
    void aRectangleInksItsArea() {
        byte[] image = filled(pen -> rectangle(pen, 2, 3, 10.5, 7.25));
        assertThat(image[at(2, 3)] & 0xFF).as("wholly covered").isEqualTo(255);
        assertThat(image[at(10, 3)] & 0xFF).as("half covered").isEqualTo(128);
        assertThat(image[at(2, 7)] & 0xFF).as("a quarter covered").isEqualTo(64);
        assertThat(image[at(1, 3)] & 0xFF).as("outside").isZero();
        assertThat(area(image)).isCloseTo(8.5 * 4.25, within(0.05));
    }

    @Test
    void whatIsCoveredTwiceIsInkedOnce() {
        byte[] image = filled(pen -> {
            rectangle(pen, 2, 2, 9, 9);
            rectangle(pen, 5, 5, 12, 12);
        });
        assertThat(area(image)).isCloseTo(49 + 49 - 16, within(0.01));
    }

    @Test
    void aContourTheOtherWayRoundIsAHole() {
        byte[] image = filled(pen -> {
            rectangle(pen, 2, 2, 12, 12);
            rectangle(pen, 9, 5, 5, 9);
        });
        assertThat(image[at(7, 7)]).isZero();
        assertThat(area(image)).isCloseTo(100 - 16, within(0.01));
    }

    @Test
    void aCurveInksTheAreaUnderIt() {
        byte[] image = filled(pen -> {
            pen.moveTo(2, -12);
            pen.quadTo(8, 4, 14, -12);
            pen.close();
        });
        assertThat(area(image)).as("two thirds of the control triangle").isCloseTo(2.0 / 3 * 96, within(2.0));
    }

    @Test
    void whatLiesOutsideTheImageIsCutOff() {
        byte[] image = filled(pen -> rectangle(pen, -5, -5, 4, 40));
        assertThat(area(image)).isCloseTo(4 * SIZE, within(0.01));
    }

    private interface Drawing {
        void draw(Pen pen);
    }

    private static byte[] filled(Drawing drawing) {
        byte[] image = new byte[SIZE * SIZE];
        Filler filler = new Filler(SIZE, SIZE, 0, 0, 1);
        drawing.draw(filler);
        filler.fillInto(image);
        return image;
    }

    /** In pixels, y downwards; the other way round when {@code right} lies left of {@code left}. */
    private static void rectangle(Pen pen, double left, double top, double right, double bottom) {
        pen.moveTo(left, -top);
        pen.lineTo(right, -top);
        pen.lineTo(right, -bottom);
        pen.lineTo(left, -bottom);
        pen.close();
    }

    private static int at(int x, int y) {
        return y * SIZE + x;
    }

    private static double area(byte[] image) {
        double sum = 0;
        for (byte ink : image) {
            sum += (ink & 0xFF) / 255.0;
        }
        return sum;
    }
}

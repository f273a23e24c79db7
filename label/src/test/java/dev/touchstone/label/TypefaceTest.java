package dev.touchstone.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TypefaceTest {

    private static final String PANGRAMS = "Zwölf Boxkämpfer jagen Viktor quer über den großen Sylter Deich. "
            + "Pójdźże, kiń tę chmurność w głąb flaszy! Příliš žluťoučký kůň. Dès Noël où un zéphyr haï. "
            + "Ξεσκεπάζω την ψυχοφθόρα βδελυγμία. Съешь ещё этих мягких французских булок, да выпей чаю.";

    @Test
    void hriHasEveryCharacterOfElementStringsInOnePitch() {
        double pitch = Typeface.HRI.width("0", 1);
        for (char c : (Units.CHARACTERS + "()#-/").toCharArray()) {
            assertThat(Typeface.HRI.firstMissing(String.valueOf(c)))
                    .as("'%s'", c)
                    .isEmpty();
            assertThat(Typeface.HRI.width(String.valueOf(c), 1)).as("'%s'", c).isCloseTo(pitch, within(1e-12));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"TITLE", "TEXT"})
    void otherTextMayBeLatinGreekOrCyrillic(Typeface face) {
        assertThat(face.firstMissing(PANGRAMS)).isEmpty();
        assertThat(face.firstMissing("price 日本")).hasValue(6);
    }

    @ParameterizedTest
    @EnumSource
    void capitalsAreAsHighAsTheSizeSays(Typeface face) {
        Ink.Bounds bounds = Ink.Bounds.of(face, "H", 7);
        assertThat(bounds.bottom).isCloseTo(0, within(0.001));
        assertThat(bounds.top).isCloseTo(7, within(0.001));
    }

    @ParameterizedTest
    @EnumSource
    void noCharacterReachesFurtherThanLayoutAllows(Typeface face) {
        IntStream.range(' ' + 1, 0x2200)
                .mapToObj(Character::toString)
                .filter(c -> !c.isBlank() && face.firstMissing(c).isEmpty())
                .forEach(c -> {
                    Ink.Bounds ink = Ink.Bounds.of(face, c, 1);
                    assertThat(ink.top).as(c).isLessThanOrEqualTo(1 + Typeface.ACCENT);
                    assertThat(ink.bottom).as(c).isGreaterThanOrEqualTo(-Typeface.DESCENT);
                    assertThat(ink.left).as(c).isGreaterThanOrEqualTo(-Typeface.OVERHANG);
                    assertThat(ink.right).as(c).isLessThanOrEqualTo(face.width(c, 1) + Typeface.OVERHANG);
                });
    }

    @Test
    void lettersThatAreEasilyTakenForOneAnotherDiffer() {
        String[] alike = {"0O", "1l", "1I", "Il", "5S", "8B", "2Z"};
        for (String pair : alike) {
            assertThat(differingInk(pair.substring(0, 1), pair.substring(1)))
                    .as("share of the ink of a character in which %s differ", pair)
                    .isGreaterThan(0.1);
        }
    }

    private static double differingInk(String one, String other) {
        byte[] a = painted(one);
        byte[] b = painted(other);
        double difference = 0;
        double ink = 0;
        for (int i = 0; i < a.length; i++) {
            difference += Math.abs((a[i] & 0xFF) - (b[i] & 0xFF));
            ink += a[i] & 0xFF;
        }
        return difference / ink;
    }

    private static byte[] painted(String text) {
        byte[] image = new byte[100 * 100];
        Filler filler = new Filler(100, 100, 20, 80, 60);
        Typeface.HRI.trace(text, 1, 0, filler);
        filler.fillInto(image);
        return image;
    }
}

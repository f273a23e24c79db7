package dev.touchstone.label;

import dev.touchstone.identity.ElementString;
import dev.touchstone.identity.ProblemException;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import uk.org.okapibarcode.backend.Code128;
import uk.org.okapibarcode.backend.DataMatrix;
import uk.org.okapibarcode.backend.OkapiInputException;
import uk.org.okapibarcode.backend.QrCode;
import uk.org.okapibarcode.graphics.Rectangle;

/**
 * Hands data to Okapi Barcode and takes the modules back. Okapi's own reading of element strings is not used, since it
 * lets wrong check digits pass and does not know the newest AIs: it gets data that {@code identity} has checked.
 */
final class Encoder {

    /** How Okapi writes the function character FNC1 in its input. A backslash is in no character set of GS1 or of URIs. */
    private static final String FNC1 = "\\<FNC1>";

    private Encoder() {}

    static Symbol dataMatrix(String raw, List<String> hri) {
        DataMatrix okapi = new DataMatrix();
        okapi.setForceMode(DataMatrix.ForceMode.SQUARE);
        return encode(okapi, withFunctionCharacters(raw), Symbology.GS1_DATAMATRIX, raw, hri);
    }

    static Symbol gs1Code128(String raw, List<String> hri) {
        return encode(new Code128(), withFunctionCharacters(raw), Symbology.GS1_128, raw, hri);
    }

    static Symbol qr(String uri, List<String> hri) {
        OptionalInt wrong = IntStream.range(0, uri.length())
                .filter(i -> uri.charAt(i) <= ' ' || uri.charAt(i) > '~' || uri.charAt(i) == '\\')
                .findFirst();
        if (wrong.isPresent()) {
            throw ProblemException.of(
                    "uri-character",
                    wrong.getAsInt(),
                    "A web address in a QR Code may not have the character U+%04X."
                            .formatted((int) uri.charAt(wrong.getAsInt())),
                    "ASCII, with percent escapes for what else there is");
        }
        QrCode okapi = new QrCode();
        okapi.setPreferredEccLevel(QrCode.EccLevel.M);
        return encode(okapi, uri, Symbology.DIGITAL_LINK_QR, uri, hri);
    }

    private static String withFunctionCharacters(String raw) {
        return FNC1 + raw.replace(String.valueOf(ElementString.SEPARATOR), FNC1);
    }

    private static Symbol encode(
            uk.org.okapibarcode.backend.Symbol okapi,
            String input,
            Symbology symbology,
            String data,
            List<String> hri) {
        try {
            okapi.setContent(input);
        } catch (OkapiInputException e) {
            throw ProblemException.of(
                    "symbol-capacity",
                    -1,
                    "A %s does not hold these %d characters.".formatted(symbology.title(), data.length()),
                    "fewer or shorter elements");
        }
        List<Rectangle> bars = okapi.getRectangles();
        int columns = okapi.getWidth();
        int rows = symbology.linear() ? 1 : okapi.getHeight();
        BitSet dark = new BitSet(columns * rows);
        for (Rectangle bar : bars) {
            int height = symbology.linear() ? 1 : (int) bar.height;
            for (int row = (int) bar.y; row < (int) bar.y + height; row++) {
                int start = row * columns + (int) bar.x;
                dark.set(start, start + (int) bar.width);
            }
        }
        return new Symbol(symbology, columns, rows, dark, data, List.copyOf(hri));
    }
}

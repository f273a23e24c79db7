package dev.touchstone.label;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.Result;
import com.google.zxing.ResultMetadataType;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.datamatrix.DataMatrixReader;
import com.google.zxing.oned.Code128Reader;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import javax.imageio.ImageIO;

/** Reads a symbol from the pixels of a printed label. */
final class Reader {

    /** What a scanner sends: the symbology identifier, and the data after it. */
    record Scan(String symbology, String data) {}

    private Reader() {}

    static BufferedImage image(byte[] png) {
        try {
            return ImageIO.read(new ByteArrayInputStream(png));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads the label's symbol as a scanner does that is aimed at it: the symbol with its quiet zone is in view. */
    static Scan scan(Label label, byte[] png, Resolution resolution) {
        BufferedImage image = image(png);
        Drawing.Placed symbol = label.at(resolution).drawing().symbol();
        double quiet = symbol.quietMm();
        int left = resolution.dots(symbol.xMm() - quiet);
        int top = resolution.dots(symbol.yMm() - (symbol.symbol().symbology().linear() ? 0 : quiet));
        int right = Math.min(image.getWidth(), resolution.dots(symbol.xMm() + symbol.widthMm() + quiet));
        int bottom = resolution.dots(2 * symbol.yMm() + symbol.heightMm()) - top;
        return scan(
                image.getSubimage(left, top, right - left, bottom - top),
                symbol.symbol().symbology());
    }

    private static Scan scan(BufferedImage image, Symbology symbology) {
        int width = image.getWidth();
        int height = image.getHeight();
        int[] pixels = image.getRGB(0, 0, width, height, null, 0, width);
        BinaryBitmap bitmap =
                new BinaryBitmap(new GlobalHistogramBinarizer(new RGBLuminanceSource(width, height, pixels)));
        com.google.zxing.Reader reader = switch (symbology) {
            case GS1_DATAMATRIX -> new DataMatrixReader();
            case DIGITAL_LINK_QR -> new QRCodeReader();
            case GS1_128 -> new Code128Reader();
        };
        try {
            Result result = reader.decode(bitmap, Map.of(DecodeHintType.PURE_BARCODE, true));
            String identifier = (String) result.getResultMetadata().get(ResultMetadataType.SYMBOLOGY_IDENTIFIER);
            return new Scan(identifier, withoutLeadingFunctionCharacter(identifier, result.getText()));
        } catch (ReaderException e) {
            throw new AssertionError("The " + symbology.title() + " on the label cannot be read.", e);
        }
    }

    /** ZXing hands the FNC1 in a Data Matrix's first position out as ASCII 29, besides what its identifier says. */
    private static String withoutLeadingFunctionCharacter(String identifier, String text) {
        return identifier.equals("]d2") && text.startsWith("\u001d") ? text.substring(1) : text;
    }
}

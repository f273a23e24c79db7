package dev.touchstone.label;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Writes greyscale PNG images (ISO/IEC 15948) that state their resolution. */
final class PngWriter {

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final double METRES_PER_INCH = 0.0254;

    private PngWriter() {}

    /**
     * @param bitDepth bits of a pixel: 1 or 8; 0 is black
     * @param rows the rows, each padded to whole bytes
     */
    static byte[] write(int width, int height, int bitDepth, Resolution resolution, byte[] rows) {
        byte[] header = ByteBuffer.allocate(13)
                .putInt(width)
                .putInt(height)
                .put((byte) bitDepth)
                .put(new byte[4])
                .array();
        int dotsPerMetre = (int) Math.round(resolution.dpi() / METRES_PER_INCH);
        byte[] physical = ByteBuffer.allocate(9)
                .putInt(dotsPerMetre)
                .putInt(dotsPerMetre)
                .put((byte) 1)
                .array();
        byte[] image = deflated(height, rows);
        ByteBuffer png =
                ByteBuffer.allocate(SIGNATURE.length + 4 * 12 + header.length + physical.length + image.length);
        png.put(SIGNATURE);
        chunk(png, "IHDR", header);
        chunk(png, "pHYs", physical);
        chunk(png, "IDAT", image);
        chunk(png, "IEND", new byte[0]);
        return png.array();
    }

    private static void chunk(ByteBuffer png, String type, byte[] content) {
        png.putInt(content.length);
        int start = png.position();
        png.put(type.getBytes(StandardCharsets.US_ASCII)).put(content);
        CRC32 crc = new CRC32();
        crc.update(png.array(), start, png.position() - start);
        png.putInt((int) crc.getValue());
    }

    /** Each row is led by a 0: no filter. */
    private static byte[] deflated(int height, byte[] rows) {
        int bytesPerRow = rows.length / height;
        Deflater deflater = new Deflater();
        try {
            byte[] lines = new byte[rows.length + height];
            for (int y = 0; y < height; y++) {
                System.arraycopy(rows, y * bytesPerRow, lines, y * (bytesPerRow + 1) + 1, bytesPerRow);
            }
            deflater.setInput(lines);
            deflater.finish();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] buffer = new byte[16_384];
            while (!deflater.finished()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
            return out.toByteArray();
        } finally {
            deflater.end();
        }
    }
}

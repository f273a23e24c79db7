package dev.touchstone.benchmark;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/** One sheet of a workbook; its first row that is not empty is the header. */
final class XlsxTable implements Table {
    private static final DateTimeFormatter DAY_AND_TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");

    private final ReadableWorkbook workbook;
    private final String sheetName;
    private final Stream<Row> stream;
    private final Iterator<Row> rows;
    private final List<String> header = new ArrayList<>();
    private final Line line = new Line();

    XlsxTable(Path file, Optional<String> wantedSheet) throws IOException {
        workbook = new ReadableWorkbook(file.toFile(), new ReadingOptions(true, true));
        Sheet sheet = wantedSheet.isEmpty()
                ? workbook.getFirstSheet()
                : workbook.findSheet(wantedSheet.get())
                        .orElseThrow(() -> new BadData(
                                "no-sheet",
                                "The workbook has no sheet \"" + wantedSheet.get() + "\".",
                                "Its sheets are "
                                        + String.join(
                                                ", ",
                                                workbook.getSheets()
                                                        .map(Sheet::getName)
                                                        .toList())
                                        + "."));
        sheetName = sheet.getName();
        stream = sheet.openStream();
        rows = stream.iterator();
        while (header.isEmpty() && rows.hasNext()) {
            header(rows.next());
        }
    }

    private void header(Row row) {
        if (filled(row)) {
            for (int i = 0; i < row.getCellCount(); i++) {
                header.add(text(row, i).strip());
            }
            while (header.getLast().isEmpty()) {
                header.removeLast();
            }
        }
    }

    @Override
    public String format() {
        return "XLSX, sheet \"" + sheetName + "\"";
    }

    @Override
    public List<String> header() {
        return header;
    }

    @Override
    public void want(boolean[] columns) {
        // a sheet is read cell by cell in any case
    }

    @Override
    public Line next() {
        try {
            while (rows.hasNext()) {
                Row row = rows.next();
                if (filled(row)) {
                    line.begin(row.getRowNum());
                    int fields = Math.max(header.size(), row.getCellCount());
                    for (int i = 0; i < fields; i++) {
                        String text = text(row, i);
                        if (i < header.size() || !text.isEmpty()) {
                            line.add(text);
                        }
                    }
                    return line;
                }
            }
            return null;
        } catch (ExcelReaderException broken) {
            throw Loader.unreadable(broken);
        }
    }

    private static boolean filled(Row row) {
        return row.getFirstNonEmptyCell().isPresent();
    }

    private static String text(Row row, int column) {
        Cell cell = row.hasCell(column) ? row.getCell(column) : null;
        if (cell == null || cell.getType() == CellType.EMPTY) {
            return "";
        }
        return switch (cell.getValue()) {
            case BigDecimal number -> date(cell) ? DAY_AND_TIME.format(cell.asDate()) : number.toPlainString();
            case null -> "";
            case Object other -> other.toString();
        };
    }

    /** Dates are numbers whose format shows a day or a year. */
    private static boolean date(Cell cell) {
        Integer id = cell.getDataFormatId();
        String format = cell.getDataFormatString();
        boolean builtIn = id != null && ((id >= 14 && id <= 17) || id == 22);
        String plain = format == null ? "" : format.replaceAll("\"[^\"]*\"|\\[[^]]*]|\\\\.", "");
        return cell.getType() == CellType.NUMBER && (builtIn || plain.matches(".*[dDyY].*"));
    }

    @Override
    public List<String> notes() {
        return List.of();
    }

    @Override
    public void close() throws IOException {
        stream.close();
        workbook.close();
    }
}

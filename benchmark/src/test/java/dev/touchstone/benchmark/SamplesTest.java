package dev.touchstone.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SamplesTest {
    @TempDir
    Path folder;

    @Test
    void a_plain_table_is_read_with_the_types_that_its_values_show() {
        Samples.Loaded loaded =
                read("site,hours,shipped\nLeeds,1.5,2025-03-01\nLyon,2,2025-03-02T14:30:00+01:00\nLeeds,,2025-03-03\n");
        Samples samples = loaded.samples();
        assertThat(samples.columns()).containsExactly("site", "hours", "shipped");
        assertThat(samples.labels("site").dictionary()).containsExactly("Leeds", "Lyon");
        assertThat(samples.labels("site").codes()).containsExactly(0, 1, 0);
        assertThat(samples.numbers("hours")).containsExactly(1.5, 2, Double.NaN);
        assertThat(samples.times("shipped")[1])
                .isEqualTo(Instant.parse("2025-03-02T13:30:00Z").toEpochMilli());
        assertThat(loaded.report().format()).isEqualTo("CSV, UTF-8, separated by commas");
        assertThat(loaded.report().columns().get(1))
                .isEqualTo(new LoadReport.ColumnReport("hours", "number", "decimal point", 1));
        assertThat(loaded.report().notes()).isEmpty();
    }

    @Test
    void semicolons_decimal_commas_and_continental_dates_are_recognised() {
        Samples.Loaded loaded = read("Werk;Dauer;Tag\nUlm;1.234,5;31.12.2024\nKöln;2,25;1.2.2025 08:15\n");
        assertThat(loaded.samples().numbers("Dauer")).containsExactly(1234.5, 2.25);
        assertThat(loaded.samples().times("Tag"))
                .containsExactly(
                        Instant.parse("2024-12-31T00:00:00Z").toEpochMilli(),
                        Instant.parse("2025-02-01T08:15:00Z").toEpochMilli());
        assertThat(loaded.report().format()).endsWith("separated by semicolons");
        assertThat(loaded.report().columns().get(1).form()).isEqualTo("decimal comma, digits grouped by \".\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1,234.5|'.,'|1234.5", "-12|'.'|-12", "1 234 567,25|', '|1234567.25", "1'234.5|.'|1234.5",
                        "6.02e23|'.'|6.02e23",
                "0.1|'.'|0.1", "123456789012345678901|'.'|1.2345678901234568e20", "+5|'.'|5", "007|'.'|7", ".5|'.'|0.5"
            })
    void numbers_are_read_as_they_are_written(String text, String marks, double value) {
        NumberForm form = new NumberForm(marks.charAt(0), marks.length() > 1 ? marks.charAt(1) : 0);
        assertThat(form.parse(text)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"1,23,4", "12,3456", "1.2.3", "abc", "1e", "--1", "1,234,", "Infinity", "12%", "1e999", "-", "."})
    void what_is_no_number_is_not_taken_for_one(String text) {
        assertThat(new NumberForm('.', ',').parse(text)).isNaN();
    }

    @Test
    void every_double_survives() {
        java.util.Random random = new java.util.Random(1);
        for (int i = 0; i < 20_000; i++) {
            double v = i % 2 == 0 ? Double.longBitsToDouble(random.nextLong()) : random.nextInt(1_000_000) / 1000.0;
            if (Double.isFinite(v)) {
                assertThat(NumberForm.PLAIN.parse(Double.toString(v))).isEqualTo(v);
            }
        }
    }

    @Test
    void every_day_of_the_calendar_is_read_as_java_time_reads_it() {
        java.util.Random random = new java.util.Random(2);
        ZoneId zone = ZoneId.of("Europe/Paris");
        for (int i = 0; i < 20_000; i++) {
            java.time.LocalDateTime at =
                    java.time.LocalDateTime.of(1600, 1, 1, 0, 0).plusSeconds((long) (random.nextDouble() * 2.5e10));
            char[] text = at.format(java.time.format.DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss"))
                    .toCharArray();
            assertThat(TimeForm.YEAR_MONTH_DAY.parse(text, 0, text.length, java.time.ZoneOffset.UTC))
                    .isEqualTo(at.toInstant(java.time.ZoneOffset.UTC).toEpochMilli());
            assertThat(TimeForm.YEAR_MONTH_DAY.parse(text, 0, text.length, zone))
                    .isEqualTo(at.atZone(zone).toInstant().toEpochMilli());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2025-02-29",
        "1900-02-29",
        "2025-13-01",
        "2025-00-10",
        "2025-04-31",
        "2025-01-01T24:00",
        "2025-01-01T10:60",
        "2025-01-01T10:00:60",
        "2025-01-01T10",
        "2025-01-01T10:00+25:00",
        "25-01-01"
    })
    void a_day_or_time_that_does_not_exist_is_none(String text) {
        assertThat(TimeForm.YEAR_MONTH_DAY.parse(text.toCharArray(), 0, text.length(), java.time.ZoneOffset.UTC))
                .isEqualTo(Column.Times.MISSING);
    }

    @Test
    void a_large_table_is_read_in_parts_as_it_is_read_from_end_to_end() throws IOException {
        StringBuilder rows = new StringBuilder();
        java.util.Random random = new java.util.Random(7);
        for (int i = 0; rows.length() < 20_000_000; i++) {
            String site = i > 300_000 ? "Köln " + random.nextInt(90) : "Ulm " + random.nextInt(90);
            String hours =
                    i % 50_000 == 49_999 ? "none" : i % 7 == 0 ? "" : String.valueOf(random.nextInt(9999) / 100.0);
            rows.append("2025-03-")
                    .append(10 + i % 20)
                    .append(',')
                    .append(site)
                    .append(',')
                    .append(hours);
            rows.append(",a text that nobody asks for")
                    .append(i % 70_000 == 3 ? ",more" : "")
                    .append(i % 2 == 0 ? "\n" : "\r\n");
            rows.append(i % 90_000 == 5 ? "\n" : "");
        }
        Reading reading =
                Reading.all().time("day").label("site").and(new Reading.Wanted("hours", Reading.Type.NUMBER, false));
        // a quoted field can hold the end of a line, so that such a table is read from end to end
        Samples.Loaded whole = read("day,site,hours,\"note\"\n" + rows, reading);
        Samples.Loaded parts = read("day,site,hours,note\n" + rows, reading);
        assertThat(parts.report().refusals()).hasSizeGreaterThan(10);
        assertThat(parts.report()).isEqualTo(whole.report());
        assertThat(parts.samples().times("day")).isEqualTo(whole.samples().times("day"));
        assertThat(parts.samples().numbers("hours")).isEqualTo(whole.samples().numbers("hours"));
        assertThat(parts.samples().labels("site").codes())
                .isEqualTo(whole.samples().labels("site").codes());
        assertThat(parts.samples().labels("site").dictionary())
                .isEqualTo(whole.samples().labels("site").dictionary())
                .contains("Köln 1", "Ulm 1");
    }

    @Test
    void rows_that_cannot_be_used_are_listed_by_line_and_column() {
        Samples.Loaded loaded = read(
                "site,hours\nLeeds,1\nLyon,none\nLeeds,3\n,4\n\"Bad\nName\",x\nLyon,5,6\nUlm,7\n",
                Reading.all().label("site").number("hours"));
        assertThat(loaded.samples().numbers("hours")).containsExactly(1, 3, 7);
        assertThat(loaded.samples().labels("site").dictionary()).containsExactly("Leeds", "Ulm");
        assertThat(loaded.report().refusals())
                .containsExactly(
                        new LoadReport.Refusal(3, "hours", "none", "is not a number (decimal point)"),
                        new LoadReport.Refusal(5, "site", "", "is empty, where a text is needed"),
                        new LoadReport.Refusal(6, "hours", "x", "is not a number (decimal point)"),
                        new LoadReport.Refusal(8, "", "", "has 3 fields, where the header has 2"));
        assertThat(loaded.report().refused()).isEqualTo(4);
        assertThat(loaded.report().rowsRead()).isEqualTo(7);
        assertThat(loaded.report().reasons())
                .contains(new LoadReport.Reason("hours", "is not a number (decimal point)", 2));
        assertThat(loaded.report().notes())
                .containsExactly("4 of 7 rows were left out because a value could not be used.");
    }

    @Test
    void what_comes_after_the_rows_looked_at_is_read_in_the_same_way() {
        String rows = IntStream.range(0, 3000)
                .mapToObj(i -> "s" + i % 7 + "," + (i == 2500 ? "oops" : i))
                .collect(Collectors.joining("\n"));
        Samples.Loaded loaded = read("site,v\n" + rows);
        assertThat(loaded.samples().rows()).isEqualTo(2999);
        assertThat(loaded.report().refusals())
                .containsExactly(new LoadReport.Refusal(2502, "v", "oops", "is not a number (decimal point)"));
    }

    @Test
    void encodings_are_found_by_themselves() throws IOException {
        Path file = folder.resolve("latin.csv");
        Files.write(file, "ort;v\nKöln;1\nZürich;2\n".getBytes(Charset.forName("windows-1252")));
        assertThat(Samples.read(file, Reading.all()).samples().labels("ort").dictionary())
                .containsExactly("Köln", "Zürich");
        Files.write(file, "\ufefford;v\nKöln;1\n".getBytes(StandardCharsets.UTF_8));
        assertThat(Samples.read(file, Reading.all()).samples().columns()).containsExactly("ord", "v");
        Files.write(file, "ort\tv\nKöln\t1\n".getBytes(StandardCharsets.UTF_16));
        assertThat(Samples.read(file, Reading.all()).samples().labels("ort").dictionary())
                .containsExactly("Köln");
    }

    @Test
    void dates_whose_order_cannot_be_told_are_named() {
        assertThat(read("d\n03/04/2025\n05/06/2025\n", Reading.all().time("d"))
                        .report()
                        .notes())
                .singleElement()
                .asString()
                .contains("day first");
        Samples.Loaded american = read("d\n03/14/2025\n05/06/2025\n");
        assertThat(american.samples().times("d")[1])
                .isEqualTo(Instant.parse("2025-05-06T00:00:00Z").toEpochMilli());
        assertThat(american.report().notes()).isEmpty();
    }

    @Test
    void times_without_a_zone_are_those_of_the_zone_given() {
        Reading reading = new Reading(
                java.util.List.of(), Optional.empty(), Optional.empty(), Optional.empty(), ZoneId.of("Europe/Berlin"));
        assertThat(read("d\n2025-07-01 12:00\n", reading).samples().times("d")[0])
                .isEqualTo(Instant.parse("2025-07-01T10:00:00Z").toEpochMilli());
    }

    @Test
    void days_that_do_not_exist_are_refused() {
        assertThat(read("d\n2025-02-28\n2025-02-30\n", Reading.all().time("d"))
                        .report()
                        .refusals())
                .containsExactly(new LoadReport.Refusal(3, "d", "2025-02-30", "is not a date (year-month-day)"));
    }

    @Test
    void json_lines_are_a_table_of_their_members() throws IOException {
        Path file = folder.resolve("events.jsonl");
        Files.writeString(file, """
                {"site":"Leeds","hours":1.5,"unit":{"line":"A"}}

                {"site":"Lyon","hours":"two"}
                {"hours":3,"site":"Ulm","unit":{"line":null},"late":true}
                {"site": }
                [1]
                {"site":"Leeds","hours":4}
                """);
        Samples.Loaded loaded =
                Samples.read(file, Reading.all().label("site").number("hours").dimension("unit.line"));
        assertThat(loaded.samples().numbers("hours")).containsExactly(1.5, 3, 4);
        assertThat(loaded.samples().labels("unit.line").text(0)).isEqualTo("A");
        assertThat(loaded.samples().labels("unit.line").text(1)).isEqualTo("(missing)");
        assertThat(loaded.report().refusals())
                .extracting(LoadReport.Refusal::line)
                .containsExactly(3L, 5L, 6L);
    }

    @Test
    void a_sheet_of_a_workbook_is_a_table_with_real_dates() throws IOException {
        Path file = folder.resolve("book.xlsx");
        try (OutputStream out = Files.newOutputStream(file)) {
            workbook(out);
        }
        Samples.Loaded loaded = Samples.read(file, Reading.all());
        assertThat(loaded.report().format()).isEqualTo("XLSX, sheet \"Data\"");
        assertThat(loaded.samples().labels("site").dictionary()).containsExactly("Leeds", "Lyon");
        assertThat(loaded.samples().numbers("hours")).containsExactly(1.5, 42);
        assertThat(loaded.samples().times("day")[0])
                .isEqualTo(Instant.parse("2025-03-01T00:00:00Z").toEpochMilli());
        assertThatThrownBy(() -> Samples.read(
                        file,
                        new Reading(
                                java.util.List.of(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of("Other"),
                                ZoneId.of("UTC"))))
                .hasMessage("The workbook has no sheet \"Other\". Its sheets are Data.");
    }

    @Test
    void files_that_cannot_be_a_table_are_refused_with_a_sentence() {
        assertThatThrownBy(() -> Samples.read(folder.resolve("none.csv"), Reading.all()))
                .hasMessageContaining("There is no file");
        assertThatThrownBy(() -> read("")).hasMessageContaining("is empty");
        assertThatThrownBy(() -> read("a,b\n")).hasMessageContaining("it has no rows below its header");
        assertThatThrownBy(() -> read("a,a\n1,2\n")).hasMessageContaining("Two columns are named \"a\"");
        assertThatThrownBy(() -> read("a,b\n1,2\n", Reading.all().number("c")))
                .hasMessage("There is no column \"c\". The columns are a, b.");
        assertThatThrownBy(() -> read("a,b\nx,2\n", Reading.all().number("a")))
                .hasMessageContaining("line 2 has \"x\" in column \"a\", which is not a number");
        assertThatThrownBy(() -> read("a,b\n1,\"2\n")).isInstanceOf(BadData.class);
        assertThatThrownBy(() -> read("PK\u0003\u0004 no zip")).isInstanceOf(BadData.class);
        assertThatThrownBy(() -> Reading.all().number("a").label("a")).hasMessageContaining("asked for twice");
    }

    @Test
    void frames_are_made_of_columns_of_one_length() {
        Column.Numbers a = new Column.Numbers("a", new double[] {1, 2, 3});
        Samples samples = Samples.of(a);
        assertThat(samples.rows(new boolean[] {true, false, true}).numbers("a")).containsExactly(1, 3);
        assertThat(samples.with(new Column.Times("t", new long[3])).columns()).containsExactly("a", "t");
        assertThatThrownBy(() -> samples.with(new Column.Times("t", new long[2])))
                .hasMessageContaining("has 2 rows, the first has 3");
        assertThatThrownBy(() -> samples.labels("a"))
                .hasMessage("Column \"a\" holds numbers. A column of texts is needed here.");
        assertThatThrownBy(() -> samples.numbers("b")).isInstanceOf(BadData.class);
    }

    private Samples.Loaded read(String text) {
        return read(text, Reading.all());
    }

    private Samples.Loaded read(String text, Reading reading) {
        try {
            Path file = folder.resolve("table.csv");
            Files.writeString(file, text);
            return Samples.read(file, reading);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** The smallest workbook: one sheet, one style for dates. */
    private static void workbook(OutputStream out) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            part(zip, "[Content_Types].xml", """
                    <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
                    <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
                    <Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>
                    <Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>
                    <Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>
                    </Types>""");
            part(zip, "_rels/.rels", """
                    <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
                    <Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/>
                    </Relationships>""");
            part(zip, "xl/_rels/workbook.xml.rels", """
                    <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
                    <Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/>
                    <Relationship Id="r2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/>
                    </Relationships>""");
            part(zip, "xl/workbook.xml", """
                    <workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">
                    <sheets><sheet name="Data" sheetId="1" r:id="r1"/></sheets></workbook>""");
            part(zip, "xl/styles.xml", """
                    <styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">
                    <numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts>
                    <cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs></styleSheet>""");
            part(zip, "xl/worksheets/sheet1.xml", """
                    <worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>
                    <row r="2"><c r="A2" t="inlineStr"><is><t>site</t></is></c><c r="B2" t="inlineStr"><is><t>hours</t></is></c><c r="C2" t="inlineStr"><is><t>day</t></is></c></row>
                    <row r="3"><c r="A3" t="inlineStr"><is><t>Leeds</t></is></c><c r="B3"><v>1.5</v></c><c r="C3" s="1"><v>45717</v></c></row>
                    <row r="5"><c r="A5" t="inlineStr"><is><t>Lyon</t></is></c><c r="B5"><v>42</v></c></row>
                    </sheetData></worksheet>""");
        }
    }

    private static void part(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}

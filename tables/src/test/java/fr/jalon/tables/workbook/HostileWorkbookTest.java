package fr.jalon.tables.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.tables.read.BrokenTableException;
import fr.jalon.tables.read.CsvRows;
import fr.jalon.tables.read.Rows;
import fr.jalon.tables.read.Tables;
import fr.jalon.tables.row.MalformedRow;
import fr.jalon.tables.row.Row;
import fr.jalon.tables.row.TableReader;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tables made to exhaust who reads them, read by a process that has 50 MB in all: it ends well, or runs out of memory.
 */
@Tag("long")
class HostileWorkbookTest {
    private static final int HEAP_MEGABYTES = 50;
    private static final String CELLS = "<row>§</row>";
    private static final String TEXT = "<text:p>x</text:p>";
    private static final String TOO_LARGE = "WorkbookTooLargeException";
    private static final String BROKEN = "BrokenTableException";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void none_takes_more_than_fifty_megabytes_of_heap() throws Exception {
        Map<Path, String> outcomes = new LinkedHashMap<>();
        outcomes.put(Zipped.sheet(CELLS).repeated("<c><v>1</v></c>", 1_000_000).in(folder), "1 row");
        outcomes.put(
                Zipped.sheet("§")
                        .repeated("<row><c><v>1</v></c></row>", 200_000)
                        .in(folder),
                "200000 rows");
        outcomes.put(Zipped.sheet("<row><c r='ZZZZZZZ1'><v>1</v></c></row>").in(folder), "1 row");
        Path bomb = Zipped.sheet(CELLS).repeated(" ".repeat(100), 700_000).in(folder);
        outcomes.put(bomb, TOO_LARGE);
        outcomes.put(lying(Files.copy(bomb, folder.resolve("lying.xlsx"))), TOO_LARGE);
        outcomes.put(
                Zipped.sheet("<row><c t='str'><v>§</v></c></row>")
                        .repeated("x", 4_000_000)
                        .in(folder),
                "1 row");
        outcomes.put(
                Zipped.sheet("<row><c t='§'/></row>").repeated("x", 4_000_000).in(folder), TOO_LARGE);
        outcomes.put(Zipped.sheet("<!--§-->").repeated("x", 4_000_000).in(folder), TOO_LARGE);
        outcomes.put(
                Zipped.sheet("<row><c t='str'><v><![CDATA[§]]></v></c></row>")
                        .repeated("x", 4_000_000)
                        .in(folder),
                TOO_LARGE);
        outcomes.put(Zipped.sheet("§").repeated("<a>", 1_000).in(folder), TOO_LARGE);
        outcomes.put(Zipped.sheet(manyNames()).in(folder), TOO_LARGE);
        outcomes.put(texts("<si/>", 500_000), TOO_LARGE);
        outcomes.put(texts("<si><t>" + "x".repeat(1000) + "</t></si>", 6_000), TOO_LARGE);
        outcomes.put(
                Zipped.sheet("")
                        .with("xl/styles.xml", "<s><cellXfs>§</cellXfs></s>")
                        .repeated("<xf/>", 500_000)
                        .in(folder),
                "0 rows");
        outcomes.put(
                Zipped.sheet("")
                        .with("_rels/.rels", "<r>§</r>")
                        .repeated("<Relationship/>", 200_000)
                        .in(folder),
                TOO_LARGE);
        outcomes.put(manyParts(), TOO_LARGE);
        outcomes.put(manySheets(255), "0 rows");
        outcomes.put(manySheets(256), TOO_LARGE);
        outcomes.put(laughs(), BROKEN);
        outcomes.put(brackets(), "200000 rows");
        outcomes.put(
                Zipped.sheet("<row><c><v>§</v></c></row>").repeated("1", 12_000).in(folder), "1 row");
        outcomes.put(csv("x;".repeat(1_000_000)), "MalformedRow");
        outcomes.put(csv("territory;type\n" + "x;".repeat(1_000_000) + "\nx"), "2 rows");
        outcomes.put(csv("territory;type\n\"" + "x".repeat(8_000_000)), BROKEN);
        outcomes.put(csv("territory;type;value\nlille;figure-reported;" + "1".repeat(12_000)), "1 row");
        outcomes.put(csv("territory;type;note\nlille;figure-reported;" + "=,".repeat(40_000)), "1 row");

        outcomes.putAll(openDocuments());
        assertThat(read(List.copyOf(outcomes.keySet()))).isEqualTo(List.copyOf(outcomes.values()));
    }

    /** What stands there once and counts many times, beside what a part of any workbook may be. */
    private Map<Path, String> openDocuments() throws IOException {
        Map<Path, String> outcomes = new LinkedHashMap<>();
        String cell = "<table:table-cell table:number-columns-repeated='999999999'>" + TEXT + "</table:table-cell>";
        outcomes.put(ods("<table:table-row>" + cell + "</table:table-row>"), "1 row");
        outcomes.put(
                ods("<table:table-row table:number-rows-repeated='1048576'>" + cell + "</table:table-row>"), TOO_LARGE);
        outcomes.put(ods("<table:table-row>" + cell + "</table:table-row>", 10_000), TOO_LARGE);
        outcomes.put(
                ods("<table:table-row table:number-rows-repeated='2147483647'/>"
                        + "<table:table-row table:number-rows-repeated='3'><table:table-cell>" + TEXT
                        + "</table:table-cell></table:table-row>"),
                "3 rows");
        outcomes.put(
                ods(
                        "<table:table-row><table:table-cell><text:p>§</text:p></table:table-cell></table:table-row>",
                        "<text:s text:c='99999999'/>",
                        400_000),
                "1 row");
        outcomes.put(ods(" ".repeat(100), 700_000), TOO_LARGE);
        outcomes.put(ods("<table:table-row><text:p>", 1000), TOO_LARGE);
        outcomes.put(
                Zipped.content("§", "<table:table/>")
                        .repeated("<style:style style:name='a' style:data-style-name='b'/>", 600_000)
                        .in(folder),
                "0 rows");
        outcomes.put(Zipped.sheets("§").repeated("<table:table/>", 255).in(folder), "0 rows");
        outcomes.put(Zipped.sheets("§").repeated("<table:table/>", 256).in(folder), TOO_LARGE);
        outcomes.put(Zipped.sheets("§").repeated("<table:table/>", 100_000).in(folder), TOO_LARGE);
        outcomes.put(
                Zipped.sheets("")
                        .with("content.xml", "<!DOCTYPE x [<!ENTITY e 'ha'>]><x>&e;</x>")
                        .in(folder),
                BROKEN);
        outcomes.put(Files.writeString(folder.resolve("none.ods"), "PK"), BROKEN);
        return outcomes;
    }

    private Path ods(String rows) throws IOException {
        return ods(rows, "", 1);
    }

    private Path ods(String row, int times) throws IOException {
        return ods("§", row, times);
    }

    private Path ods(String rows, String pattern, int times) throws IOException {
        return Zipped.sheets("<table:table>" + rows + "</table:table>")
                .repeated(pattern, times)
                .in(folder);
    }

    @Test
    void nothing_outside_the_workbook_is_asked_for() throws Exception {
        Path secret = Files.writeString(folder.resolve("secret"), "secret");
        try (ServerSocket outside = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String address = "http://127.0.0.1:" + outside.getLocalPort() + "/x.dtd";
            for (String external : List.of(secret.toUri().toString(), address)) {
                Path file = Zipped.sheet("")
                        .with(
                                "xl/worksheets/sheet1.xml",
                                "<!DOCTYPE w [<!ENTITY x SYSTEM '" + external + "'>]>"
                                        + "<w><sheetData><row><c t='str'><v>&x;</v></c></row></sheetData></w>")
                        .in(folder);
                Assertions.assertThatThrownBy(() -> rows(file)).isInstanceOf(BrokenTableException.class);
            }
            Path subset = Zipped.sheet("")
                    .with("xl/sharedStrings.xml", "<!DOCTYPE sst SYSTEM '" + address + "'><sst/>")
                    .in(folder);
            Assertions.assertThatThrownBy(() -> rows(subset)).isInstanceOf(BrokenTableException.class);
            outside.setSoTimeout(1);
            Assertions.assertThatThrownBy(outside::accept).isInstanceOf(SocketTimeoutException.class);
        }
    }

    private Path texts(String text, int times) throws IOException {
        return Zipped.sheet("")
                .with("xl/sharedStrings.xml", "<sst>§</sst>")
                .repeated(text, times)
                .in(folder);
    }

    private Path manySheets(int sheets) throws IOException {
        return Zipped.sheet("")
                .with("xl/workbook.xml", "<workbook xmlns:r='r'><sheets>§</sheets></workbook>")
                .repeated("<sheet name='x' r:id='r0'/>", sheets)
                .in(folder);
    }

    private Path manyParts() throws IOException {
        Zipped zipped = Zipped.sheet("");
        IntStream.range(0, 2000).forEach(i -> zipped.with("part" + i, ""));
        return zipped.in(folder);
    }

    /** Every cell is shown by a format that is gone through bracket by bracket. */
    private Path brackets() throws IOException {
        return Zipped.sheet("§")
                .with(
                        "xl/styles.xml",
                        "<s><numFmts><numFmt numFmtId='170' formatCode='" + "[".repeat(255)
                                + "'/></numFmts><cellXfs><xf numFmtId='170'/></cellXfs></s>")
                .repeated("<row><c s='0'><v>1</v></c></row>", 200_000)
                .in(folder);
    }

    private Path csv(String table) throws IOException {
        return Files.writeString(Files.createTempFile(folder, "tableau", ".csv"), table);
    }

    private static String manyNames() {
        return IntStream.range(0, 200_000).mapToObj(i -> "<n" + i + "/>").collect(Collectors.joining());
    }

    private Path laughs() throws IOException {
        StringBuilder entities = new StringBuilder("<!DOCTYPE w [<!ENTITY e0 'ha'>");
        for (int i = 1; i < 40; i++) {
            entities.append("<!ENTITY e%d '&e%d;&e%d;'>".formatted(i, i - 1, i - 1));
        }
        return Zipped.sheet("")
                .with("xl/worksheets/sheet1.xml", entities + "]><w><sheetData>&e39;</sheetData></w>")
                .in(folder);
    }

    /** The zip says that each part is small. */
    private static Path lying(Path file) throws IOException {
        ByteBuffer zip = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < zip.limit() - 46; i++) {
            if (zip.getInt(i) == 0x02014b50) {
                zip.putInt(i + 24, 100);
            }
        }
        return Files.write(file, zip.array());
    }

    private List<String> read(List<Path> files) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + HEAP_MEGABYTES + "m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Reading.class.getName()));
        files.forEach(file -> command.add(file.toString()));
        Path outcomes = folder.resolve("outcomes");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(outcomes.toFile())
                .start();
        try {
            process.onExit().get(100, TimeUnit.SECONDS);
        } finally {
            process.destroyForcibly();
        }
        return Files.readAllLines(outcomes);
    }

    private static long rows(Path file) throws IOException {
        try (Tables tables = file.toString().endsWith(".ods") ? OdsTables.open(file) : XlsxTables.open(file)) {
            return read(tables.shown().getFirst());
        }
    }

    private static long read(Rows rows) throws IOException {
        long count = 0;
        while (rows.next() != null) {
            count++;
        }
        return count;
    }

    /** The rows under a header, each read as an entry. */
    private static long entries(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                Rows rows = CsvRows.open(in, null)) {
            TableReader reader = TableReader.under(rows.next());
            long count = 0;
            for (Row row = rows.next(); row != null; row = rows.next()) {
                refused(reader, row);
                count++;
            }
            return count;
        }
    }

    private static void refused(TableReader reader, Row row) {
        try {
            reader.read(row);
            throw new IllegalStateException("It was read as an entry");
        } catch (MalformedRow malformed) {
            // As it should be.
        }
    }

    /** Reads each file and says how that ended. */
    static final class Reading {
        private Reading() {}

        public static void main(String[] files) {
            for (String file : files) {
                System.out.println(outcome(Path.of(file)));
            }
        }

        private static String outcome(Path file) {
            try {
                long rows = file.toString().endsWith(".csv") ? entries(file) : rows(file);
                return rows + (rows == 1 ? " row" : " rows");
            } catch (IOException | MalformedRow e) {
                return e.getClass().getSimpleName();
            }
        }
    }
}

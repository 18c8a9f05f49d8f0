package fr.jalon.console.importing;

import fr.jalon.tables.row.Row;
import fr.jalon.tables.write.CsvSheet;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A table of the rows that are to be mended, each with the reason why; it may be sent as it is once they are. */
final class RowsToMend {
    /** A header that begins so is the register's own, and is passed over where the table is sent again. */
    private static final String PASSED_OVER = "register.";

    private RowsToMend() {}

    static byte[] csv(List<JudgedRow> faulty, SentRows sent, String why) throws IOException {
        Map<String, Integer> columns = new LinkedHashMap<>();
        faulty.stream()
                .map(row -> row.place().sheet())
                .distinct()
                .flatMap(sheet -> sent.header(sheet).stream())
                .forEach(header -> columns.putIfAbsent(header.strip(), columns.size()));
        List<String> heads = new ArrayList<>(List.of(PASSED_OVER + why));
        heads.addAll(columns.keySet());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (CsvSheet sheet = CsvSheet.open(out, heads, CsvSheet.SEMICOLON, true)) {
            for (JudgedRow row : faulty) {
                sheet.row(cells(row, columns, sent));
            }
        }
        return out.toByteArray();
    }

    private static List<String> cells(JudgedRow judged, Map<String, Integer> columns, SentRows sent) {
        List<String> cells = new ArrayList<>(Collections.nCopies(columns.size() + 1, ""));
        cells.set(0, reasons(judged));
        List<String> header = sent.header(judged.place().sheet());
        List<String> written = sent.row(judged.place()).map(Row::cells).orElse(List.of());
        for (int at = 0; at < Math.min(header.size(), written.size()); at++) {
            cells.set(1 + columns.getOrDefault(header.get(at).strip(), 0), written.get(at));
        }
        return cells;
    }

    private static String reasons(JudgedRow judged) {
        return judged.faults().stream()
                .map(fault -> fault.column() == null ? fault.sentence() : fault.column() + ": " + fault.sentence())
                .collect(Collectors.joining(" "));
    }
}

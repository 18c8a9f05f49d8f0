package fr.jalon.tables.workbook;

import fr.jalon.tables.column.Xstring;
import fr.jalon.tables.read.BrokenTableException;
import fr.jalon.tables.read.Tables;
import fr.jalon.tables.row.TableFaultCode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The sheets of a workbook (ECMA-376) that are shown, read from a file row by row. A formula is never worked out: its
 * cell says nothing, and is marked.
 */
public final class XlsxTables implements Tables {
    private final Parts parts;
    private final SheetNames sheets = new SheetNames();
    private final List<XlsxRows> shown = new ArrayList<>();

    private XlsxTables(Parts parts) {
        this.parts = parts;
    }

    public static XlsxTables open(Path file) throws IOException {
        XlsxTables tables = new XlsxTables(Parts.open(file));
        try {
            tables.open();
            return tables;
        } catch (IOException | RuntimeException e) {
            tables.close();
            throw e;
        }
    }

    private void open() throws IOException {
        String workbook = parts.relatedTo("").first("officeDocument");
        Related related = parts.relatedTo(workbook);
        Map<String, String> partsShown = new LinkedHashMap<>();
        boolean is1904 = false;
        try (Part part = parts.part(workbook, Parts.SMALL)) {
            while (part.next() && !part.closes("sheets")) {
                if (part.opens("workbookPr")) {
                    is1904 = part.attribute("date1904").matches("1|true");
                } else if (part.opens("sheet")) {
                    String name = sheets.add(Xstring.read(part.attribute("name")));
                    String sheet = related.sheet(part.attribute("id"));
                    if (parts.has(sheet) && part.attribute("state").matches("|visible")) {
                        partsShown.putIfAbsent(sheet, name);
                    }
                }
            }
        }
        if (partsShown.isEmpty()) {
            throw new BrokenTableException(TableFaultCode.NO_SHEET, 1);
        }
        SharedTexts texts = texts(related.first("sharedStrings"));
        Formats formats = formats(related.first("styles"), is1904);
        for (Map.Entry<String, String> each : partsShown.entrySet()) {
            XlsxSheetRows rows = new XlsxSheetRows(parts.part(each.getKey(), Parts.ALL), texts, formats);
            shown.add(new XlsxRows(each.getValue(), rows));
        }
    }

    private SharedTexts texts(String name) throws IOException {
        if (!parts.has(name)) {
            return SharedTexts.none();
        }
        try (Part part = parts.part(name, Parts.ALL)) {
            return SharedTexts.of(part);
        }
    }

    private Formats formats(String name, boolean is1904) throws IOException {
        if (!parts.has(name)) {
            return Formats.none();
        }
        try (Part part = parts.part(name, Parts.ALL)) {
            return Formats.of(part, is1904);
        }
    }

    @Override
    public List<XlsxRows> shown() {
        return List.copyOf(shown);
    }

    @Override
    public List<String> sheets() {
        return sheets.all();
    }

    @Override
    public void close() throws IOException {
        for (XlsxRows rows : shown) {
            rows.close();
        }
        parts.close();
    }
}

package fr.jalon.tables.read;

import fr.jalon.tables.column.Row;
import fr.jalon.tables.column.TableFaultCode;
import fr.jalon.tables.column.Xstring;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The first sheet of a workbook (ECMA-376) that is shown, read from a file row by row. A formula is never worked out:
 * its cell says nothing, and is marked.
 */
public final class XlsxRows implements Rows {
    private static final int MOST_SHEETS = 255;
    private static final int LONGEST_NAME = 31;

    private final Parts parts;
    private final List<String> sheets;
    private final SheetRows rows;

    private XlsxRows(Parts parts, List<String> sheets, SheetRows rows) {
        this.parts = parts;
        this.sheets = sheets;
        this.rows = rows;
    }

    public static XlsxRows open(Path file) throws IOException {
        Parts parts = Parts.open(file);
        try {
            return open(parts);
        } catch (IOException | RuntimeException e) {
            parts.close();
            throw e;
        }
    }

    private static XlsxRows open(Parts parts) throws IOException {
        String workbook = parts.relatedTo("").first("officeDocument");
        Related related = parts.relatedTo(workbook);
        List<String> sheets = new ArrayList<>();
        String first = "";
        boolean is1904 = false;
        try (Part part = parts.part(workbook, Parts.SMALL)) {
            while (part.next() && !part.closes("sheets") && sheets.size() < MOST_SHEETS) {
                if (part.opens("workbookPr")) {
                    is1904 = part.attribute("date1904").matches("1|true");
                } else if (part.opens("sheet")) {
                    String name = Xstring.read(part.attribute("name"));
                    String sheet = related.sheet(part.attribute("id"));
                    boolean isFirst = first.isEmpty()
                            && parts.has(sheet)
                            && part.attribute("state").matches("|visible");
                    first = isFirst ? sheet : first;
                    sheets.add(isFirst ? 0 : sheets.size(), name.substring(0, Math.min(LONGEST_NAME, name.length())));
                }
            }
        }
        if (first.isEmpty()) {
            throw new BrokenTableException(TableFaultCode.NO_SHEET, 1);
        }
        SharedTexts texts = texts(parts, related.first("sharedStrings"));
        Formats formats = formats(parts, related.first("styles"), is1904);
        return new XlsxRows(parts, sheets, new SheetRows(parts.part(first, Parts.ALL), texts, formats));
    }

    private static SharedTexts texts(Parts parts, String name) throws IOException {
        if (!parts.has(name)) {
            return SharedTexts.none();
        }
        try (Part part = parts.part(name, Parts.ALL)) {
            return SharedTexts.of(part);
        }
    }

    private static Formats formats(Parts parts, String name, boolean is1904) throws IOException {
        if (!parts.has(name)) {
            return Formats.none();
        }
        try (Part part = parts.part(name, Parts.ALL)) {
            return Formats.of(part, is1904);
        }
    }

    @Override
    public @Nullable Row next() throws IOException {
        Row row = rows.next();
        while (row != null && row.isBlank()) {
            row = rows.next();
        }
        return row;
    }

    @Override
    public @Nullable String sheet() {
        return sheets.getFirst();
    }

    @Override
    public List<String> otherSheets() {
        return sheets.subList(1, sheets.size());
    }

    @Override
    public void close() throws IOException {
        rows.close();
        parts.close();
    }
}

package fr.jalon.command.sheet;

import fr.jalon.events.table.Row;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The first sheet of a workbook (ECMA-376) that is shown, read from a file row by row. A formula is never worked out: its
 * cell says nothing, and is marked.
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
        String workbook = parts.relatedTo("").getOrDefault("officeDocument", "");
        Map<String, String> related = parts.relatedTo(workbook);
        List<String> sheets = new ArrayList<>();
        String first = "";
        boolean is1904 = false;
        try (Part part = parts.part(workbook, Parts.SMALL)) {
            while (part.next() && !part.closes("sheets") && sheets.size() < MOST_SHEETS) {
                if (part.opens("workbookPr")) {
                    is1904 = part.attribute("date1904").matches("1|true");
                } else if (part.opens("sheet")) {
                    String name = part.attribute("name");
                    boolean isFirst = first.isEmpty() && part.attribute("state").matches("|visible");
                    first = isFirst ? related.getOrDefault(part.attribute("id"), "") : first;
                    sheets.add(isFirst ? 0 : sheets.size(), name.substring(0, Math.min(LONGEST_NAME, name.length())));
                }
            }
        }
        SharedTexts texts = texts(parts, related);
        return new XlsxRows(
                parts, sheets, new SheetRows(parts.part(first, Parts.ALL), texts, formats(parts, related, is1904)));
    }

    private static SharedTexts texts(Parts parts, Map<String, String> related) throws IOException {
        String name = related.get("sharedStrings");
        if (name == null) {
            return SharedTexts.none();
        }
        try (Part part = parts.part(name, Parts.ALL)) {
            return SharedTexts.of(part);
        }
    }

    private static DateFormats formats(Parts parts, Map<String, String> related, boolean is1904) throws IOException {
        String name = related.get("styles");
        if (name == null) {
            return DateFormats.none();
        }
        try (Part part = parts.part(name, Parts.ALL)) {
            return DateFormats.of(part, is1904);
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

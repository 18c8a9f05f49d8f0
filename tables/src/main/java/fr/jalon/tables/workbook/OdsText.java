package fr.jalon.tables.workbook;

import fr.jalon.tables.read.CellsOfRow;
import java.io.IOException;

/**
 * The text that a cell of an OpenDocument workbook shows: its paragraphs, a line each; neither its comment nor what is
 * drawn over it. Spaces count as LibreOffice shows them, though the standard would fold them.
 */
final class OdsText {
    private static final String TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";

    private final Part part;
    private final StringBuilder text = new StringBuilder();

    private OdsText(Part part) {
        this.part = part;
    }

    /** That of the cell that opens here, which is read to its end. */
    static String ofCell(Part part) throws IOException {
        OdsText text = new OdsText(part);
        boolean isFirst = true;
        while (part.next() && !part.closes("table-cell")) {
            if (part.opens("p") && part.isOf(TEXT)) {
                if (!isFirst) {
                    text.add("\n");
                }
                isFirst = false;
                text.paragraph();
            } else if (part.opens()) {
                part.skip();
            }
        }
        return text.text.toString();
    }

    private void paragraph() throws IOException {
        int depth = 1;
        while (depth > 0 && part.step()) {
            if (part.closes()) {
                depth--;
            } else if (part.opens()) {
                depth += element();
            } else {
                add(part.here().replace('\n', ' ').replace('\r', ' '));
            }
        }
    }

    /** What opens inside a paragraph: white space, what is not shown, or more text, which is one level deeper. */
    private int element() throws IOException {
        switch (part.isOf(TEXT) ? part.name() : "note") {
            case "s" -> add(" ".repeat(Math.clamp(Numbers.whole(part.attribute("c")), 1, room() + 1)));
            case "tab" -> add("\t");
            case "line-break" -> add("\n");
            case "note", "ruby-text" -> {}
            default -> {
                return 1;
            }
        }
        part.skip();
        return 0;
    }

    private void add(String more) {
        text.append(more, 0, Math.min(room(), more.length()));
    }

    /** One character more than a cell may have tells that there are more. */
    private int room() {
        return CellsOfRow.CHARACTERS_OF_CELL + 1 - text.length();
    }
}

package fr.jalon.tables.write;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The cells of an OpenDocument workbook being written. A text is a text cell, whatever it looks like; a number that a
 * workbook cannot hold exactly is a text too.
 */
final class OdsCells {
    private static final String CELL = "table:table-cell";
    private static final String TYPE = "office:value-type";
    private static final Pattern NOT_IN_XML =
            Pattern.compile("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]|\\p{Cs}");

    private final OdsXml xml;

    OdsCells(OdsXml xml) {
        this.xml = xml;
    }

    /** One of each kind that a {@link Sheet} may have, in a style, and picked from a list of this name, or neither. */
    void put(@Nullable Object cell, String style, String list) throws IOException {
        switch (cell) {
            case null -> xml.empty(CELL, "table:style-name", style, "table:content-validation-name", list);
            case Long number -> value("float", "value", number.toString(), style, list);
            case BigDecimal number
            when CellLimits.isExact(number) -> value("float", "value", number.toPlainString(), style, list);
            case BigDecimal number -> text(number.toPlainString(), style, list);
            case Boolean truth -> value("boolean", "boolean-value", truth.toString(), style, list);
            case Object text -> text(text.toString(), style, list);
        }
    }

    private OdsXml begin(String type, String attribute, String value, String style, String list) throws IOException {
        return xml.open(
                CELL,
                "table:style-name",
                style,
                "table:content-validation-name",
                list,
                TYPE,
                type,
                "office:" + attribute,
                value);
    }

    private void value(String type, String attribute, String value, String style, String list) throws IOException {
        begin(type, attribute, value, style, list).open("text:p").text(value).close();
        xml.close();
    }

    private void text(String text, String style, String list) throws IOException {
        begin("string", "", "", style, list);
        for (String line : text.replace("\r\n", "\n").split("[\n\r]", -1)) {
            xml.open("text:p");
            paragraph(line);
            xml.close();
        }
        xml.close();
    }

    /** A reader may fold spaces that stand side by side, first or last: they are told apart. */
    private void paragraph(String line) throws IOException {
        int from = 0;
        while (from < line.length()) {
            int to = from;
            while (to < line.length() && isTold(line, to)) {
                to++;
            }
            if (to > from) {
                xml.empty("text:s", "text:c", String.valueOf(to - from));
            }
            from = to;
            while (to < line.length() && !isTold(line, to)) {
                to++;
            }
            xml.text(written(line.substring(from, to)));
            from = to;
        }
    }

    private static boolean isTold(String line, int at) {
        return line.charAt(at) == ' ' && (at == 0 || at == line.length() - 1 || line.charAt(at - 1) == ' ');
    }

    /** What XML cannot hold is seen to be missing. */
    private static String written(String text) {
        return NOT_IN_XML.matcher(text).replaceAll("\uFFFD");
    }
}

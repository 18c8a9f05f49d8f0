package fr.jalon.tables.column;

import fr.jalon.events.entry.Code;
import fr.jalon.events.entry.EntryType;
import fr.jalon.events.json.FaultCode;
import fr.jalon.events.json.Form;
import fr.jalon.events.json.Json;
import fr.jalon.events.language.Folded;
import fr.jalon.events.phrase.DateReading;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collection;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * What a cell says, in JSON. What people write otherwise than programs, dates as « mars 2023 », numbers as 12 000,50,
 * labels, is turned into the one form; what cannot be stays as it is written, for the reader of entries to refuse.
 */
public final class CellText {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** No number that can be meant is longer. */
    private static final int LONGEST = 60;

    private static final Pattern NUMBER =
            Pattern.compile("-?\\d{1,3}(?:[\\s\\p{Z}]?\\d{3})*(?:[.,]\\d+)?|-?\\d+(?:[.,]\\d+)?");

    /** One kind of mark before each three digits: 12.000 is twelve thousand to some and twelve to others. */
    private static final Pattern AMBIGUOUS = Pattern.compile("-?[1-9]\\d{0,2}(?:[.,]\\d{3})+");

    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]");

    /** As many digits as a spreadsheet keeps: those after them come from counting in twos. */
    private static final MathContext DIGITS = new MathContext(15);

    private static final int MOST_DECIMALS = 6;
    private static final Pattern WHOLE = Pattern.compile("\\d{1,9}");
    private static final Map<String, Boolean> FLAGS = Map.ofEntries(
            Map.entry("true", true),
            Map.entry("vrai", true),
            Map.entry("oui", true),
            Map.entry("yes", true),
            Map.entry("1", true),
            Map.entry("false", false),
            Map.entry("faux", false),
            Map.entry("non", false),
            Map.entry("no", false),
            Map.entry("0", false));

    private CellText() {}

    /** Whether a text under this column may be read as two numbers. */
    public static boolean isAmbiguous(String cell, Column column) {
        return column.form() instanceof Form.Text text
                && text.faultCode() == FaultCode.INVALID_DECIMAL
                && cell.length() <= LONGEST
                && AMBIGUOUS.matcher(trimmed(cell)).matches();
    }

    /** A cell that is not blank, under a column that names no thing. */
    public static JsonNode json(String cell, Column column) {
        if (!column.many()) {
            return one(cell, column.form());
        }
        ArrayNode items = NODES.arrayNode();
        Items.split(cell).stream().filter(item -> !item.isEmpty()).forEach(item -> items.add(one(item, column.form())));
        return items;
    }

    private static JsonNode one(String cell, Form form) {
        return switch (form) {
            case Form.Text text -> NODES.stringNode(text(cell, text));
            case Form.Count ignored -> count(trimmed(cell));
            case Form.Flag ignored -> flag(trimmed(cell));
            case Form.Choice choice ->
                NODES.stringNode(choice(trimmed(cell), choice.values().values()));
            case Form.Named ignored -> NODES.stringNode(trimmed(cell));
            case Form.Content ignored -> Json.parse(cell);
            case Form.Nested ignored -> NODES.stringNode(cell);
            case Form.Many ignored -> NODES.stringNode(cell);
        };
    }

    private static String text(String cell, Form.Text form) {
        return switch (form.faultCode()) {
            case INVALID_TEXT -> cell;
            case INVALID_DATE -> date(trimmed(cell), form);
            case INVALID_DECIMAL -> number(trimmed(cell));
            case INVALID_CURRENCY -> Euro.code(trimmed(cell));
            case INVALID_SIRET -> SPACES.matcher(cell).replaceAll("");
            default -> trimmed(cell);
        };
    }

    /** The type that stands in a cell, by its name; what is none stays as it is written. */
    public static String type(String cell) {
        EntryType type = ColumnWords.type(cell);
        return type == null ? trimmed(cell) : type.name();
    }

    private static String date(String cell, Form.Text form) {
        return switch (CellDate.of(cell, form)) {
            case DateReading.Read read -> read.effective().text();
            case DateReading.Refused _ -> cell;
        };
    }

    private static String number(String cell) {
        if (cell.length() > LONGEST || !NUMBER.matcher(cell).matches()) {
            return cell;
        }
        String number = SPACES.matcher(cell).replaceAll("").replace(',', '.');
        return decimals(number) > MOST_DECIMALS ? rounded(number, cell) : number;
    }

    private static int decimals(String number) {
        int point = number.indexOf('.');
        return point < 0 ? 0 : number.length() - point - 1;
    }

    private static String rounded(String number, String cell) {
        BigDecimal rounded = new BigDecimal(number).round(DIGITS).stripTrailingZeros();
        return rounded.scale() <= MOST_DECIMALS ? rounded.toPlainString() : cell;
    }

    private static JsonNode count(String cell) {
        String number = cell.length() > LONGEST ? "" : SPACES.matcher(cell).replaceAll("");
        return WHOLE.matcher(number).matches() ? NODES.numberNode(Integer.parseInt(number)) : NODES.stringNode(cell);
    }

    private static JsonNode flag(String cell) {
        Boolean said = FLAGS.get(Folded.of(cell));
        return said == null ? NODES.stringNode(cell) : NODES.booleanNode(said);
    }

    private static String choice(String cell, Collection<Code> values) {
        Code value = ColumnWords.value(cell, values);
        return value == null ? cell : value.code();
    }

    /** Without the spaces around it, those that do not break included. */
    public static String trimmed(String cell) {
        int from = 0;
        int to = cell.length();
        while (from < to && isSpace(cell.charAt(from))) {
            from++;
        }
        while (to > from && isSpace(cell.charAt(to - 1))) {
            to--;
        }
        return cell.substring(from, to);
    }

    private static boolean isSpace(char character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character);
    }
}

package fr.jalon.tables.column;

import fr.jalon.events.entry.Code;
import fr.jalon.events.json.Form;
import fr.jalon.events.label.Labels;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A column of a table of entries (<i>colonne</i>): one fact of an entry.
 *
 * @param path the field, and those inside it: {@code amount}, {@code value}
 * @param form how one value is written; for many, that of each
 * @param many whether a cell holds several values, split by {@code |}
 * @param need whether the entry needs it
 * @param thing what kind of thing its cells name, by id or by name; null where they name none
 */
public record Column(
        List<String> path,
        Form form,
        boolean many,
        Need need,
        @Nullable String thing) {
    public Column {
        path = List.copyOf(path);
    }

    Column(List<String> path, Form form, boolean many, Need need) {
        this(path, form, many, need, null);
    }

    /** Whether every entry of its type needs it. */
    public boolean required() {
        return need == Need.ALWAYS;
    }

    /** Its English name, for programs: {@code amount.value}. */
    public String name() {
        return String.join(".", path);
    }

    /** Its header for people: {@code Montant (valeur)}; the fact that names a whole is called as the whole is. */
    public String label(Labels labels) {
        List<String> shown = isNamesake() ? path.subList(0, path.size() - 1) : path;
        String first = labels.attribute(shown.getFirst());
        return shown.size() == 1
                ? first
                : shown.stream()
                        .skip(1)
                        .map(field -> labels.attribute(field).toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(", ", first + " (", ")"));
    }

    /** The place of its value in the entry (RFC 6901). */
    public String pointer() {
        return "/" + String.join("/", path);
    }

    /** Whether it tells what its object is: the id of what has one, an amount's value. */
    boolean isNamesake() {
        return path.size() > 1 && (path.getLast().equals("id") || path.equals(List.of("amount", "value")));
    }

    /** The values of a closed list, in order; empty where any may stand. */
    public List<Code> choices() {
        return form instanceof Form.Choice choice ? List.copyOf(choice.values().values()) : List.of();
    }

    /** In one word, how its cells are written: {@code text}, {@code date}, {@code decimal}… */
    public String kind() {
        return switch (form) {
            case Form.Count ignored -> "count";
            case Form.Flag ignored -> "flag";
            case Form.Named ignored -> "id";
            case Form.Content ignored -> "json";
            case Form.Choice ignored -> "code";
            case Form.Many ignored -> "text";
            case Form.Nested ignored -> "text";
            case Form.Text text when path.equals(List.of("type")) -> "type";
            case Form.Text text ->
                switch (text.faultCode()) {
                    case INVALID_DATE -> "date";
                    case INVALID_DECIMAL -> "decimal";
                    case INVALID_SLUG -> "id";
                    case INVALID_UUID -> "uuid";
                    case INVALID_TEXT -> "text";
                    case INVALID_SIRET -> "siret";
                    case INVALID_DEPARTMENT -> "department";
                    case INVALID_CURRENCY -> "currency";
                    case INVALID_URL -> "address";
                    default -> throw new IllegalStateException(text.faultCode().code());
                };
        };
    }
}

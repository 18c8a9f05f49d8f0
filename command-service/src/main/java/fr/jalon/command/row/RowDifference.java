package fr.jalon.command.row;

import fr.jalon.events.entry.EntryType;
import fr.jalon.events.entry.WorldEntry;
import fr.jalon.events.json.EntryJson;
import fr.jalon.events.label.Labels;
import fr.jalon.events.language.Language;
import fr.jalon.events.language.SaidSum;
import fr.jalon.events.language.Sentences;
import fr.jalon.events.said.SaidDates;
import fr.jalon.people.ReaderNames;
import fr.jalon.tables.column.Column;
import fr.jalon.tables.column.Columns;
import fr.jalon.web.problem.Bilingual;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What a row changes in an entry, as people say it: « 7 → 8 chantiers », « Date d’effet : 2023 → 2024 ». */
final class RowDifference {
    private static final int MOST = 5;
    private static final int WIDEST = 60;
    private static final String NOTHING = "—";
    private static final String ARROW = " → ";

    private final Language language;
    private final Labels labels;
    private final Sentences sentences;
    private final JsonNode before;
    private final JsonNode after;
    private final ReaderNames reader;

    private RowDifference(Language language, JsonNode before, JsonNode after, ReaderNames reader) {
        this.language = language;
        this.labels = Labels.in(language.locale());
        this.sentences = Sentences.of(RowDifference.class, "rows", language);
        this.before = before;
        this.after = after;
        this.reader = reader;
    }

    /** @param names what whoever sent the row is shown in each language */
    static Bilingual of(WorldEntry before, WorldEntry after, Function<Language, ReaderNames> names) {
        return new Bilingual(in(Language.FRENCH, before, after, names), in(Language.ENGLISH, before, after, names));
    }

    private static String in(
            Language language, WorldEntry before, WorldEntry after, Function<Language, ReaderNames> names) {
        RowDifference difference =
                new RowDifference(language, EntryJson.tree(before), EntryJson.tree(after), names.apply(language));
        List<String> changes = difference.changes(EntryType.of(before), EntryType.of(after));
        String told =
                changes.stream().limit(MOST).collect(Collectors.joining(difference.sentences.words("between.changes")));
        return changes.size() > MOST ? told + difference.sentences.words("between.changes") + "…" : told;
    }

    private List<String> changes(EntryType was, EntryType is) {
        List<String> changes = new ArrayList<>();
        if (!was.equals(is)) {
            changes.add(labels.of(was) + ARROW + labels.of(is));
        }
        Set<List<String>> sums = new HashSet<>();
        for (Column column : Columns.of(is)) {
            List<String> around = column.path().subList(0, column.path().size() - 1);
            boolean isOther = !MergedRow.at(before, column).equals(MergedRow.at(after, column));
            if (isOther && !column.name().equals("type") && !sums.contains(around)) {
                if (isSum(around)) {
                    sums.add(around);
                }
                changes.add(change(column, around));
            }
        }
        return changes;
    }

    /** A sum moves as a whole: « 12 000,00 € → 12 500,50 € », whichever of its parts is another. */
    private String change(Column column, List<String> around) {
        if (isSum(around)) {
            String moved = sum(at(before, around)) + ARROW + sum(at(after, around));
            return sentences.say("change", labels.attribute(around.getLast()), moved);
        }
        JsonNode now = MergedRow.at(after, column);
        String unit = at(after, around).path("unit").asString("");
        boolean isCounted = column.path().getLast().equals("value") && !unit.isEmpty() && now.isString();
        String change = text(MergedRow.at(before, column), column) + ARROW + text(now, column);
        return isCounted
                ? change + " " + labels.unit(new BigDecimal(now.stringValue()), unit)
                : sentences.say("change", column.label(labels), change);
    }

    private boolean isSum(List<String> around) {
        return !around.isEmpty()
                && Stream.of(before, after).anyMatch(entry -> at(entry, around).has("currency"));
    }

    private static JsonNode at(JsonNode entry, List<String> path) {
        JsonNode at = entry;
        for (String field : path) {
            at = at.path(field);
        }
        return at;
    }

    private String sum(JsonNode sum) {
        String value = sum.path("value").asString("");
        return value.isEmpty()
                ? NOTHING
                : SaidSum.of(value, sum.path("currency").asString(""), language);
    }

    private String text(JsonNode value, Column column) {
        if (value.isMissingNode()) {
            return NOTHING;
        }
        if (value.isArray()) {
            return value.valueStream().map(item -> text(item, column)).collect(Collectors.joining(", "));
        }
        String plain = plain(value);
        String said = switch (column.kind()) {
            case "date" -> SaidDates.in(language).effective(plain);
            case "decimal" -> SaidSum.number(plain, language);
            default -> labels.value(column.path().getLast(), reader.in(plain));
        };
        return said.length() > WIDEST ? said.substring(0, WIDEST - 1) + "…" : said;
    }

    /** A text, a thing by its name, or what is written as in JSON: yes, no, a number. */
    private static String plain(JsonNode value) {
        if (value.isObject()) {
            return value.path("name").asString(value.path("id").asString(value.toString()));
        }
        return value.isString() ? value.stringValue() : value.toString();
    }
}

package fr.jalon.command.row;

import fr.jalon.events.entry.EntryType;
import fr.jalon.events.entry.WorldEntry;
import fr.jalon.events.json.EntryJson;
import fr.jalon.events.label.Labels;
import fr.jalon.events.language.Language;
import fr.jalon.tables.column.Column;
import fr.jalon.tables.column.Columns;
import fr.jalon.web.problem.Bilingual;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** What a row changes in an entry, in words: « 7 → 8 chantiers », « Date d’effet : 2023 → 2024 ». */
final class RowDifference {
    private static final int MOST = 5;
    private static final int WIDEST = 60;
    private static final String NOTHING = "—";
    private static final List<String> UNITS = List.of("unit", "currency");

    private RowDifference() {}

    /** @param opened a text with the names of persons in the place of sealed ones */
    static Bilingual of(WorldEntry before, WorldEntry after, UnaryOperator<String> opened) {
        return new Bilingual(in(Language.FRENCH, before, after, opened), in(Language.ENGLISH, before, after, opened));
    }

    private static String in(Language language, WorldEntry before, WorldEntry after, UnaryOperator<String> opened) {
        Labels labels = Labels.in(language.locale());
        JsonNode was = EntryJson.tree(before);
        JsonNode is = EntryJson.tree(after);
        List<String> changes = new ArrayList<>();
        if (!EntryType.of(before).equals(EntryType.of(after))) {
            changes.add(labels.of(EntryType.of(before)) + " → " + labels.of(EntryType.of(after)));
        }
        for (Column column : Columns.of(EntryType.of(after))) {
            JsonNode old = MergedRow.at(was, column);
            JsonNode now = MergedRow.at(is, column);
            if (!old.equals(now) && !column.name().equals("type")) {
                String change = text(old, column, labels, opened) + " → " + text(now, column, labels, opened);
                String unit = unit(is, column);
                changes.add(unit.isEmpty() ? column.label(labels) + " : " + change : change + " " + unit);
            }
        }
        String told = changes.stream().limit(MOST).collect(Collectors.joining(" ; "));
        return changes.size() > MOST ? told + " ; …" : told;
    }

    /** What a value is counted in; empty for what is no value, or counted in nothing. */
    private static String unit(JsonNode entry, Column value) {
        if (!value.path().getLast().equals("value")) {
            return "";
        }
        JsonNode around = entry;
        for (String field : value.path().subList(0, value.path().size() - 1)) {
            around = around.path(field);
        }
        JsonNode whole = around;
        return UNITS.stream()
                .map(each -> whole.path(each).asString(""))
                .filter(each -> !each.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static String text(JsonNode value, Column column, Labels labels, UnaryOperator<String> opened) {
        if (value.isMissingNode()) {
            return NOTHING;
        }
        String plain = value.isString() ? opened.apply(value.stringValue()) : value.toString();
        String said = column.choices().stream()
                .filter(choice -> choice.code().equals(plain))
                .map(labels::of)
                .findFirst()
                .orElse(plain);
        return said.length() > WIDEST ? said.substring(0, WIDEST - 1) + "…" : said;
    }
}

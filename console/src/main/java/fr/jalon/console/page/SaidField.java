package fr.jalon.console.page;

import fr.jalon.console.say.Words;
import fr.jalon.events.language.Language;
import fr.jalon.events.said.EntryWords;
import fr.jalon.events.said.SaidDates;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A field of what an entry says, by what it is called; with a link where it is one. */
public record SaidField(
        String label, String value, @Nullable String link) {
    /** What is no field of an entry's content: it stands in places of its own. */
    private static final Set<String> ELSEWHERE =
            Set.of("entryId", "territory", "type", "effective", "status", "source", "note", "target", "fulfils");

    private static final Set<String> DATES = Set.of("asserted", "published");

    /** Those of an entry's content. */
    public static List<SaidField> ofContent(JsonNode content, EntryWords said, Visit visit) {
        return of(content, ELSEWHERE, said, visit);
    }

    /** Those of its source; the very words that it quotes stand apart. */
    public static List<SaidField> ofSource(JsonNode source, EntryWords said, Visit visit) {
        return of(source, Set.of("quote"), said, visit);
    }

    private static List<SaidField> of(JsonNode node, Set<String> left, EntryWords said, Visit visit) {
        Words words = visit.words();
        Language language = visit.caller().language();
        return node.properties().stream()
                .filter(each -> !left.contains(each.getKey()))
                .map(each -> of(each.getKey(), each.getValue(), said, words, language))
                .toList();
    }

    private static SaidField of(String name, JsonNode value, EntryWords said, Words words, Language language) {
        String label = words.answers().attribute(name);
        if (name.equals("entry")) {
            return new SaidField(
                    label,
                    said.content(value) + ", " + SaidDates.in(language).effective(value.path("effective")),
                    null);
        }
        if (DATES.contains(name)) {
            return new SaidField(label, SaidDates.in(language).effective(value), null);
        }
        String shown = said.shown(name, value);
        return new SaidField(label, shown, shown.startsWith("https://") ? shown : null);
    }
}

package fr.jalon.readmodel.projection;

import fr.jalon.events.json.EntryJson;
import fr.jalon.events.json.Json;
import fr.jalon.events.language.Folded;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/**
 * The words of an entry by which people look for it.
 *
 * @param opened a text in the place of a sealed one, where it may still be read
 * @param kept what stands for a word in the index, so that nobody reads it there
 */
public record SearchedWords(UnaryOperator<String> opened, UnaryOperator<String> kept) {
    /** Where nothing is sealed, and words stand for themselves. */
    public static final SearchedWords PLAIN = new SearchedWords(UnaryOperator.identity(), UnaryOperator.identity());

    /** What a question has other ways to ask by. */
    private static final Set<String> NO_WORDS =
            Set.of("entryId", "territory", "type", "effective", "status", "fulfils", "target", "asserted", "published");

    Collection<String> of(String content) {
        return words(content, opened);
    }

    private Collection<String> words(String content, UnaryOperator<String> opener) {
        Set<String> words = new HashSet<>();
        collect(Json.parse(content), UnaryOperator.identity(), opener, words);
        return words;
    }

    /**
     * Puts other words in the place of those of one entry: fewer, once something in it is not to be read any more.
     *
     * @param content what it says that may still be read, the rest sealed
     */
    public void replace(UUID entry, String content, JdbcClient readModels) {
        String lexemes = words(content, UnaryOperator.identity()).stream()
                .map(word -> "'" + word + "'")
                .collect(Collectors.joining(" "));
        readModels
                .sql("update projection.entry set words = :words::tsvector where entry_id = :entry")
                .param("words", lexemes)
                .param("entry", entry)
                .update();
    }

    private void collect(JsonNode node, UnaryOperator<String> marked, UnaryOperator<String> opener, Set<String> words) {
        if (node.isString()) {
            String text = node.stringValue();
            String said = EntryJson.isSealed(text) ? opener.apply(text) : text;
            // A person is looked for by the id: the name is not known here. A text that is gone has no words.
            if (!EntryJson.isSealed(said)) {
                Folded.words(said).forEach(word -> words.add(kept.apply(marked.apply(word))));
            }
        } else if (node.isArray()) {
            node.forEach(item -> collect(item, marked, opener, words));
        } else {
            node.properties().stream()
                    .filter(field -> !NO_WORDS.contains(field.getKey()))
                    .forEach(field -> collect(
                            field.getValue(),
                            field.getKey().equals("amount") ? Folded::inAmount : marked,
                            opener,
                            words));
        }
    }
}

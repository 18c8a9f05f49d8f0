package fr.jalon.readmodel.projection;

import fr.jalon.events.json.EntryJson;
import fr.jalon.events.json.Json;
import fr.jalon.events.language.Folded;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;

/** The words of an entry by which people look for it. */
final class WrittenWords {
    /** What a question has other ways to ask by. */
    private static final Set<String> NO_WORDS =
            Set.of("entryId", "territory", "type", "effective", "status", "fulfils", "target", "asserted", "published");

    private WrittenWords() {}

    static Collection<String> of(String content) {
        Set<String> words = new HashSet<>();
        collect(Json.parse(content), UnaryOperator.identity(), words);
        return words;
    }

    private static void collect(JsonNode node, UnaryOperator<String> kept, Set<String> words) {
        if (node.isString() && node.stringValue().startsWith(EntryJson.SEALED)) {
            // A person is looked for by the id: the name is not known here.
            return;
        }
        if (node.isString()) {
            Folded.words(node.stringValue()).forEach(word -> words.add(kept.apply(word)));
        } else if (node.isArray()) {
            node.forEach(item -> collect(item, kept, words));
        } else {
            node.properties().stream()
                    .filter(field -> !NO_WORDS.contains(field.getKey()))
                    .forEach(field -> collect(
                            field.getValue(), field.getKey().equals("amount") ? Folded::inAmount : kept, words));
        }
    }
}

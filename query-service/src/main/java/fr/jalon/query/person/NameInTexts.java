package fr.jalon.query.person;

import fr.jalon.people.ReaderNames;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Finds a person's names in what people wrote, however they wrote them: accents, case, hyphens aside. */
final class NameInTexts {
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final int SHORTEST_PART = 3;

    private final List<String> whole;
    private final List<String> parts;

    NameInTexts(Collection<String> names) {
        this.whole = names.stream().map(NameInTexts::folded).distinct().toList();
        // First names are everybody's; the rest of a name is nearly the person's own.
        this.parts = names.stream()
                .map(name -> folded(name).strip().split(" ", -1))
                .flatMap(words -> Arrays.stream(words).skip(words.length > 1 ? 1 : 0))
                .filter(word -> word.length() >= SHORTEST_PART)
                .map(word -> " " + word + " ")
                .distinct()
                .toList();
    }

    /** Whether a text has a whole name; nothing where it has none, not even in part. */
    Optional<Boolean> in(String text) {
        if (ReaderNames.isIn(text)) {
            return Optional.empty();
        }
        String folded = folded(text);
        return whole.stream().anyMatch(folded::contains)
                ? Optional.of(true)
                : parts.stream().anyMatch(folded::contains) ? Optional.of(false) : Optional.empty();
    }

    /** Each text of an entry, with its place (RFC 6901). */
    static void eachText(JsonNode node, String pointer, BiConsumer<String, String> taken) {
        if (node.isString()) {
            taken.accept(pointer, node.stringValue());
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                eachText(node.get(i), pointer + "/" + i, taken);
            }
        } else {
            node.properties()
                    .forEach(field -> eachText(
                            field.getValue(),
                            pointer + "/" + field.getKey().replace("~", "~0").replace("/", "~1"),
                            taken));
        }
    }

    /** Words without accents and case, a space around each. */
    private static String folded(String text) {
        String plain =
                ACCENTS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
        return " "
                + BETWEEN.matcher(plain.toLowerCase(Locale.ROOT))
                        .replaceAll(" ")
                        .strip() + " ";
    }
}

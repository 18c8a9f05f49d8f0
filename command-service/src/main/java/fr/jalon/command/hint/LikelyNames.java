package fr.jalon.command.hint;

import fr.jalon.events.entry.Entry;
import fr.jalon.events.json.EntryJson;
import fr.jalon.web.recording.NameHint;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * Persons' names in the texts of an entry, by how French writes them: after a civility, a usual first name before a
 * capital, capitals before a usual first name. Streets and schools that bear a name are left alone.
 */
public final class LikelyNames {
    /** What is called so by itself: an organisation, a place; a person's own name is sealed. */
    private static final Set<String> NO_TEXTS = Set.of("name");

    private static final String CAPITAL = "\\p{Lu}[\\p{L}'’]*(?:-\\p{Lu}[\\p{L}'’]*)*";
    private static final String PARTICLE = "(?:(?:de|du|des|de la|le|la|van|von|el|ben)\\s+|d['’])?";
    private static final Pattern AFTER_CIVILITY =
            Pattern.compile("(?<![\\p{L}\\p{N}])(?:M\\.|MM\\.|Mmes?|Mlles?|Monsieur|Madame|Mademoiselle|Dr|Docteur)\\s+"
                    + PARTICLE + CAPITAL + "(?:\\s+" + PARTICLE + CAPITAL + ")*");
    private static final Pattern TWO = Pattern.compile(
            "(?<![\\p{L}\\p{N}'’-])(" + CAPITAL + ")\\s+" + PARTICLE + "(" + CAPITAL + ")(?![\\p{L}\\p{N}-])");
    private static final Pattern CAPITALS = Pattern.compile("\\p{Lu}{2,}(?:-\\p{Lu}{2,})*");
    private static final Pattern BEARS_A_NAME = Pattern.compile(
            "(?i)(?:^|[^\\p{L}])(?:rue|avenue|boulevard|bd|place|square|quai|pont|cours|allée|impasse|parc|école"
                    + "|collège|lycée|université|hôpital|clinique|fondation|centre|espace|maison|salle|résidence|cité"
                    + "|quartier|gare|station|stade|gymnase|théâtre|institut)"
                    + "(?:\\s+(?:de|du|des|la|le|l['’]|d['’]))?\\s*$");

    private static final Set<String> FIRST_NAMES = firstNames();

    private LikelyNames() {}

    /** Those in an entry, each once, in the order of its fields. */
    public static List<NameHint> in(Entry entry) {
        Set<NameHint> hints = new LinkedHashSet<>();
        look(EntryJson.tree(entry), "", hints);
        return List.copyOf(hints);
    }

    private static void look(JsonNode node, String pointer, Set<NameHint> hints) {
        if (node.isString()) {
            in(node.stringValue()).forEach(words -> hints.add(new NameHint(pointer, words)));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                look(node.get(i), pointer + "/" + i, hints);
            }
        } else {
            node.properties().stream()
                    .filter(field -> !NO_TEXTS.contains(field.getKey()))
                    .forEach(field -> look(field.getValue(), pointer + "/" + field.getKey(), hints));
        }
    }

    /** Those in a text. */
    static List<String> in(String text) {
        List<String> names = new ArrayList<>();
        AFTER_CIVILITY.matcher(text).results().map(MatchResult::group).forEach(names::add);
        TWO.matcher(text)
                .results()
                .filter(LikelyNames::isName)
                .filter(found -> !bearsAName(text, found.start()))
                .map(MatchResult::group)
                .filter(found -> names.stream().noneMatch(name -> name.contains(found)))
                .forEach(names::add);
        return names;
    }

    private static boolean isName(MatchResult two) {
        String first = Objects.requireNonNull(two.group(1));
        String second = Objects.requireNonNull(two.group(2));
        return isFirstName(first) || (CAPITALS.matcher(first).matches() && isFirstName(second));
    }

    /** One that is compounded (Jean-Claude) by its first part. */
    private static boolean isFirstName(String word) {
        return FIRST_NAMES.contains(word) || FIRST_NAMES.contains(word.split("-", 2)[0]);
    }

    private static boolean bearsAName(String text, int start) {
        return BEARS_A_NAME.matcher(text.substring(0, start)).find();
    }

    private static Set<String> firstNames() {
        try (InputStream list = Objects.requireNonNull(LikelyNames.class.getResourceAsStream("first-names.txt"))) {
            return new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package fr.jalon.console.recording;

import fr.jalon.events.entry.EntryType;
import fr.jalon.events.label.Labels;
import fr.jalon.events.language.Folded;
import fr.jalon.events.language.Language;
import fr.jalon.events.language.Sentences;
import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What can have happened: the types of entries by their sentences, in families. */
public record TypeChoice(String type, String label) {
    private static final int SHORT = 3;

    /** What is said of other entries is said on their own pages. */
    private static boolean isOfTheWorld(EntryType type) {
        return !type.isAboutTheRegister() && !type.name().equals("territory-opened");
    }

    /**
     * Those whose words begin with each that is asked for, or with one that means the same, by family; as in a
     * dictionary, families and what is in them.
     */
    static Map<String, List<TypeChoice>> having(String asked, Language language) {
        Labels labels = Labels.in(language.locale());
        List<Set<String>> wanted = Folded.words(asked).stream()
                .map(word -> meant(word, Sentences.of(TypeChoice.class, "kin", language)))
                .toList();
        Collator order = Collator.getInstance(language.locale());
        Map<String, List<TypeChoice>> families = new TreeMap<>(order);
        EntryType.all().stream()
                .filter(TypeChoice::isOfTheWorld)
                .filter(type -> hasAll(words(type, labels), wanted))
                .forEach(type -> families.computeIfAbsent(labels.family(type), _ -> new ArrayList<>())
                        .add(new TypeChoice(type.name(), labels.of(type))));
        families.values().forEach(family -> family.sort(Comparator.comparing(TypeChoice::label, order)));
        return families;
    }

    private static Set<String> words(EntryType type, Labels labels) {
        return Folded.words(labels.of(type) + " " + labels.family(type));
    }

    private static boolean hasAll(Set<String> words, List<Set<String>> wanted) {
        return wanted.stream()
                .allMatch(any -> any.stream().anyMatch(word -> words.stream().anyMatch(each -> each.startsWith(word))));
    }

    /** What is typed, and what labels call it: « retrait » is « retiré », « sorti » there. */
    private static Set<String> meant(String word, Sentences kin) {
        Set<String> meant = new HashSet<>(Set.of(word));
        kin.keys().stream()
                .filter(key -> key.startsWith(word) || (word.startsWith(key) && key.length() > SHORT))
                .forEach(key -> meant.addAll(Folded.words(kin.words(key))));
        return meant;
    }
}

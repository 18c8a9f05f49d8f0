package fr.jalon.query.history;

import fr.jalon.answers.KnownAt;
import fr.jalon.answers.contract.CalledThing;
import fr.jalon.answers.contract.HistoryItem;
import fr.jalon.events.meaning.Subject;
import fr.jalon.events.register.Names;
import fr.jalon.readmodel.question.Frontier;
import fr.jalon.readmodel.question.Knowledge;
import fr.jalon.readmodel.question.KnownNames;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What the things are called that entries speak of, for readers who have no other entry at hand that says so. Names are
 * those of the entry's own register as it is known in the answer, as states have them.
 */
final class EntryNames {
    private final KnownNames names;

    EntryNames(KnownNames names) {
        this.names = names;
    }

    /** Entries of one register, each with the names that it is asked for. */
    List<HistoryItem> with(List<HistoryItem> items, Knowledge known) {
        Set<Subject> things = new LinkedHashSet<>();
        items.forEach(item -> things.addAll(Names.mentionedIn(item.entry())));
        Map<Subject, String> called = names.in(known, things);
        return items.stream().map(item -> with(item, called)).toList();
    }

    /** The same of entries of several registers. */
    List<HistoryItem> with(List<HistoryItem> items, KnownAt knownAt, Frontier frontier) {
        Map<String, Set<Subject>> things = items.stream()
                .collect(Collectors.groupingBy(
                        EntryNames::territory,
                        Collectors.flatMapping(item -> Names.mentionedIn(item.entry()).stream(), Collectors.toSet())));
        Map<String, Map<Subject, String>> called = names.in(things, knownAt, frontier);
        return items.stream()
                .map(item -> with(item, called.getOrDefault(territory(item), Map.of())))
                .toList();
    }

    private static String territory(HistoryItem item) {
        return item.entry().path("territory").asString("");
    }

    private static HistoryItem with(HistoryItem item, Map<Subject, String> called) {
        return item.calling(new TreeSet<>(Names.mentionedIn(item.entry()))
                .stream()
                        .filter(called::containsKey)
                        .map(thing -> CalledThing.of(Map.entry(thing, called.get(thing))))
                        .toList());
    }
}

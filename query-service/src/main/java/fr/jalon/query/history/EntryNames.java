package fr.jalon.query.history;

import fr.jalon.answers.KnownAt;
import fr.jalon.answers.contract.CalledThing;
import fr.jalon.answers.contract.HistoryItem;
import fr.jalon.events.meaning.Subject;
import fr.jalon.events.register.Names;
import fr.jalon.readmodel.question.Frontier;
import fr.jalon.readmodel.question.History;
import fr.jalon.readmodel.question.Knowledge;
import fr.jalon.readmodel.question.KnownNames;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the things are called that entries speak of, and the numbers of other entries, for readers who have none at hand
 * that says so. Names are those of the entry's own register as it is known in the answer, as states have them.
 */
public final class EntryNames {
    private final KnownNames names;
    private final History history;

    EntryNames(KnownNames names, History history) {
        this.names = names;
        this.history = history;
    }

    /** Entries of one register, each with the names that it is asked for. */
    List<HistoryItem> with(List<HistoryItem> items, Knowledge known) {
        Set<Subject> things = new LinkedHashSet<>();
        items.forEach(item -> things.addAll(Names.mentionedIn(item.entry())));
        Map<Subject, String> called = names.in(known, things);
        Map<UUID, Long> numbers = numbers(items);
        return items.stream().map(item -> with(item, called, numbers)).toList();
    }

    /** The same of entries of several registers. */
    List<HistoryItem> with(List<HistoryItem> items, KnownAt knownAt, Frontier frontier) {
        Map<String, Set<Subject>> things = items.stream()
                .collect(Collectors.groupingBy(
                        EntryNames::territory,
                        Collectors.flatMapping(item -> Names.mentionedIn(item.entry()).stream(), Collectors.toSet())));
        Map<String, Map<Subject, String>> called = names.in(things, knownAt, frontier);
        Map<UUID, Long> numbers = numbers(items);
        return items.stream()
                .map(item -> with(item, called.getOrDefault(territory(item), Map.of()), numbers))
                .toList();
    }

    private static String territory(HistoryItem item) {
        return item.entry().path("territory").asString("");
    }

    private Map<UUID, Long> numbers(List<HistoryItem> items) {
        return history.numbers(items.stream().flatMap(HistoryItem::others).collect(Collectors.toSet()));
    }

    private static HistoryItem with(HistoryItem item, Map<Subject, String> called, Map<UUID, Long> numbers) {
        Set<Subject> mentioned = Names.mentionedIn(item.entry());
        List<CalledThing> things = called.entrySet().stream()
                .filter(thing -> mentioned.contains(thing.getKey()))
                .map(CalledThing::of)
                .toList();
        List<HistoryItem.Numbered> others = item.others()
                .flatMap(other -> Stream.ofNullable(numbers.get(other))
                        .map(position -> new HistoryItem.Numbered(other, position)))
                .toList();
        return item.calling(things, others);
    }
}

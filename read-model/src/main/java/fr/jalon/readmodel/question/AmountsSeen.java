package fr.jalon.readmodel.question;

import fr.jalon.answers.Fact;
import fr.jalon.answers.Sight;
import fr.jalon.answers.Stretch;
import fr.jalon.events.json.Json;
import fr.jalon.readmodel.question.History.Item;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.node.ObjectNode;

/**
 * What was found, less the amounts that its reader may not see. Whoever gives a funding is often told by the entry that
 * granted it alone: of the others it is looked up, as far as was known when they were recorded, so that what a pinned
 * answer shows never changes.
 */
final class AmountsSeen {
    private final JdbcClient jdbc;

    AmountsSeen(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A funding of a territory. */
    private record Funding(String territory, String id) {}

    /** Who ever gave a funding, and since when that was known. */
    private record Givers(Map<Funding, Map<String, Instant>> known) {
        Set<String> of(Funding funding, Instant by) {
            return known.getOrDefault(funding, Map.of()).entrySet().stream()
                    .filter(giver -> !giver.getValue().isAfter(by))
                    .map(Map.Entry::getKey)
                    .collect(Collectors.toSet());
        }
    }

    /** @param knownAt up to when the register is read; null where nothing was recorded yet */
    List<Fact> facts(String territory, @Nullable Instant knownAt, List<Fact> found, Sight sight) {
        if (sight.isOfAll() || knownAt == null) {
            return found;
        }
        Givers givers = givers(asked(territory, found.stream().map(Fact::value), sight));
        return found.stream()
                .map(fact -> fact.seen(value ->
                        sight.of(territory, value, id -> givers.of(new Funding(territory, id), knownAt))))
                .toList();
    }

    /** As facts. */
    List<Stretch> stretches(String territory, Instant knownAt, List<Stretch> found, Sight sight) {
        if (sight.isOfAll()) {
            return found;
        }
        Givers givers = givers(asked(territory, found.stream().map(Stretch::value), sight));
        return found.stream()
                .map(stretch -> stretch.with(
                        sight.of(territory, stretch.value(), id -> givers.of(new Funding(territory, id), knownAt))))
                .toList();
    }

    List<Item> entries(List<Item> found, Sight sight) {
        if (sight.isOfAll()) {
            return found;
        }
        List<ObjectNode> contents =
                found.stream().map(item -> Json.stored(item.content())).toList();
        Givers givers = givers(
                contents.stream().flatMap(content -> asked(territory(content), Stream.of(told(content)), sight)));
        return IntStream.range(0, found.size())
                .mapToObj(i -> seen(found.get(i), contents.get(i), givers, sight))
                .toList();
    }

    private static Item seen(Item item, ObjectNode content, Givers givers, Sight sight) {
        String territory = territory(content);
        ObjectNode told = told(content);
        ObjectNode seen = sight.of(territory, told, id -> givers.of(new Funding(territory, id), item.recordedAt()));
        if (seen.equals(told)) {
            return item;
        }
        return item.with((isCorrection(content) ? content.set("entry", seen) : seen).toString());
    }

    private static String territory(ObjectNode content) {
        return content.path("territory").asString("");
    }

    /** What an entry says of the world: a correction says it inside. */
    private static ObjectNode told(ObjectNode content) {
        return isCorrection(content) ? content.path("entry").asObject() : content;
    }

    private static boolean isCorrection(ObjectNode content) {
        return content.path("entry").isObject();
    }

    private static Stream<Funding> asked(String territory, Stream<ObjectNode> values, Sight sight) {
        return values.map(value -> sight.asksAbout(territory, value))
                .filter(Objects::nonNull)
                .map(id -> new Funding(territory, id));
    }

    private Givers givers(Stream<Funding> asked) {
        List<Funding> fundings = asked.distinct().toList();
        if (fundings.isEmpty()) {
            return new Givers(Map.of());
        }
        Map<Funding, Map<String, Instant>> known = new HashMap<>();
        jdbc.sql("""
                        select territory, key, value -> 'funder' ->> 'id' as giver, min(lower(recorded)) as since
                        from projection.span
                        where subject = 'funding' and value -> 'funder' ->> 'id' is not null
                          and (territory, key) in (select * from unnest(:territories::text[], :keys::text[]))
                        group by territory, key, giver
                        """)
                .param("territories", fundings.stream().map(Funding::territory).toArray(String[]::new))
                .param("keys", fundings.stream().map(Funding::id).toArray(String[]::new))
                .query(row -> {
                    Funding funding = new Funding(row.getString("territory"), row.getString("key"));
                    known.computeIfAbsent(funding, first -> new HashMap<>())
                            .put(row.getString("giver"), Objects.requireNonNull(ResultRows.instant(row, "since")));
                });
        return new Givers(known);
    }
}

package fr.jalon.readmodel.question;

import fr.jalon.answers.KnownAt;
import fr.jalon.answers.Sight;
import fr.jalon.events.language.Folded;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was recorded in all registers, in recorded order or the newest first, each entry with what was said of it. */
public final class WholeHistory {
    private final JdbcClient jdbc;
    private final AmountsSeen amounts;
    private final UnaryOperator<String> kept;

    public WholeHistory(DataSource readModels) {
        this(readModels, UnaryOperator.identity());
    }

    /** @param kept what stands for a word in the index */
    public WholeHistory(DataSource readModels, UnaryOperator<String> kept) {
        this.kept = kept;
        this.jdbc = JdbcClient.create(readModels);
        this.amounts = new AmountsSeen(jdbc);
    }

    /** An entry's place in recorded order; two registers may have recorded at the same instant. */
    public record Place(Instant recordedAt, UUID entryId) {}

    /**
     * Which entries: after a place in this order, of a territory, a type, an account, recorded in [from, to), with a
     * word that begins with each of these.
     *
     * @param limit how many at most
     */
    public record Wanted(
            RecordedOrder order,
            @Nullable Place after,
            @Nullable String territory,
            @Nullable String type,
            @Nullable String actor,
            @Nullable Instant from,
            @Nullable Instant to,
            Collection<String> words,
            int limit) {
        /** Only what is asked for is a condition, so that each question has the index that serves it best. */
        private String conditions() {
            return Stream.of(
                            "e.recorded_at <= :known_at",
                            after == null
                                    ? ""
                                    : "(e.recorded_at, e.entry_id) " + order.beyond() + " (:after_at, :after_id)",
                            territory == null ? "" : "e.territory = :territory",
                            type == null ? "" : "e.type = :type",
                            actor == null ? "" : "e.actor = :actor",
                            from == null ? "" : "e.recorded_at >= :from",
                            to == null ? "" : "e.recorded_at < :to",
                            words.isEmpty() ? "" : "e.words @@ :words::tsquery")
                    .filter(condition -> !condition.isEmpty())
                    .collect(Collectors.joining(" and "));
        }

        /** Those of amounts too for whoever sees all amounts. */
        private String query(Sight sight, UnaryOperator<String> kept) {
            return words.stream()
                    .map(word -> sight.isOfAll()
                            ? "(" + lexeme(kept.apply(word)) + " | " + lexeme(kept.apply(Folded.inAmount(word))) + ")"
                            : lexeme(kept.apply(word)))
                    .collect(Collectors.joining(" & "));
        }

        /** Letters and digits alone, so that none has a meaning of its own there. */
        private static String lexeme(String word) {
            return "'" + word + "':*";
        }
    }

    /**
     * A page of what was recorded up to an instant.
     *
     * @param frontier what was found before: the answer is of the same copy of the read models
     */
    public List<History.Item> page(Wanted wanted, KnownAt knownAt, Frontier frontier, Sight sight) {
        Place after = wanted.after();
        String direction = wanted.order().direction();
        List<History.Item> found = jdbc.sql(ResultRows.OF_COPY.formatted("""
                        select e.entry_id, e.position, e.recorded_at, e.actor, e.role, e.type, e.content,
                               (select json_object_agg(r.kind, r.ids)
                                from (select kind, json_agg(entry_id order by position) as ids
                                      from projection.remark
                                      where target = e.entry_id and recorded_at <= :known_at
                                        and (taken_back_at is null or taken_back_at > :known_at)
                                      group by kind) r) as remarks
                        from projection.entry e
                        where %1$s
                        order by e.recorded_at%2$s, e.entry_id%2$s
                        limit :limit
                        """.formatted(wanted.conditions(), direction))
                        + "order by found.recorded_at%1$s, found.entry_id%1$s".formatted(direction))
                .param("known_at", ResultRows.parameter(knownAt.instant()))
                .param("after_at", after == null ? null : ResultRows.parameter(after.recordedAt()))
                .param("after_id", after == null ? null : after.entryId())
                .param("territory", wanted.territory())
                .param("type", wanted.type())
                .param("actor", wanted.actor())
                .param("from", wanted.from() == null ? null : ResultRows.parameter(wanted.from()))
                .param("to", wanted.to() == null ? null : ResultRows.parameter(wanted.to()))
                .param("words", wanted.query(sight, kept))
                .param("limit", wanted.limit())
                .query((ResultSetExtractor<List<History.Item>>)
                        rows -> ResultRows.ofSameCopy(frontier, rows, "entry_id", (row, number) -> History.item(row)));
        return amounts.entries(found, sight);
    }
}

package fr.jalon.people;

import fr.jalon.database.AdvisoryLock;
import fr.jalon.events.json.Json;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/**
 * Free texts made unreadable (<i>caviardés</i>): the one key of a text is destroyed, and the words by which its entry
 * was found are gone, in one transaction. What was done stays written down, and no more what the text said.
 */
public final class Redactions {
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final TextKeys keys;
    private final Words words;

    /** Makes entries be found by what may still be read of them. */
    @FunctionalInterface
    public interface Words {
        /** @param content of the entry, sealed where it is not to be read any more */
        void replace(UUID entry, String content, JdbcClient within);
    }

    public Redactions(DataSource database, TextKeys keys, Words words) {
        this.jdbc = JdbcClient.create(database);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(database));
        this.keys = keys;
        this.words = words;
    }

    /**
     * A text that was redacted.
     *
     * @param pointer where in the entry it stood (JSON pointer)
     */
    public record Redaction(
            long number,
            String territory,
            UUID entryId,
            String pointer,
            String reason,
            String redactedBy,
            Instant redactedAt) {}

    /** What is asked for: the text at this place of an entry, as it was recorded. */
    public record Wanted(String territory, UUID entryId, String pointer, String reason) {}

    /** What comes of it. */
    public sealed interface Outcome {
        /** It is done, now or before. */
        record Done(Redaction redaction) implements Outcome {}

        /** No such entry was recorded there. */
        record UnknownEntry() implements Outcome {}

        /** No text that was sealed stands there. */
        record NoText() implements Outcome {}

        /** The read models are being rebuilt: once they are, it can be done. */
        record Later() implements Outcome {}
    }

    /** Redacts a text: done, or not begun, as the transaction is. */
    public Outcome redact(Wanted wanted, String account) {
        Outcome outcome = Objects.requireNonNull(transaction.execute(status -> within(wanted, account)));
        keys.forget(wanted.territory());
        return outcome;
    }

    private Outcome within(Wanted wanted, String account) {
        Optional<String> payload = jdbc.sql(
                        "select payload from events.event where territory = :territory and entry_id = :entry")
                .param("territory", wanted.territory())
                .param("entry", wanted.entryId())
                .query(String.class)
                .optional();
        if (payload.isEmpty()) {
            return new Outcome.UnknownEntry();
        }
        SealedText text = at(payload.get(), wanted.pointer());
        if (text == null || !text.territory().equals(wanted.territory())) {
            return new Outcome.NoText();
        }
        // Not while words are read for another copy, which would bring those of this text with it.
        if (!jdbc.sql(AdvisoryLock.REBUILD.triedForTransaction())
                .query(Boolean.class)
                .single()) {
            return new Outcome.Later();
        }
        jdbc.sql(AdvisoryLock.REDACTION.takenForTransaction())
                .query((row, number) -> true)
                .single();
        Map<String, byte[]> changed = keys.read(jdbc, wanted.territory()).without(text.way());
        if (!changed.isEmpty()) {
            destroy(wanted, text, changed, account);
            forgetWords(text, keys.read(jdbc, wanted.territory()));
        }
        return read("where territory = :territory and way = :way", text).stream()
                .findFirst()
                .<Outcome>map(Outcome.Done::new)
                .orElseGet(Outcome.NoText::new);
    }

    private static @Nullable SealedText at(String payload, String pointer) {
        JsonNode node;
        try {
            node = Json.parse(payload).at(JsonPointer.compile(pointer));
        } catch (IllegalArgumentException notOne) {
            return null;
        }
        return node.isString() ? SealedText.of(node.stringValue()).orElse(null) : null;
    }

    private void destroy(Wanted wanted, SealedText text, Map<String, byte[]> changed, String account) {
        List<String> ways = List.copyOf(changed.keySet());
        byte[][] wrapped = ways.stream()
                .map(way -> keys.wrapped(Objects.requireNonNull(changed.get(way)), wanted.territory(), way))
                .toArray(byte[][]::new);
        jdbc.sql("select people.redact(:territory, :entry, :pointer, :way, :ways, :keys, :account, :reason)")
                .param("territory", wanted.territory())
                .param("entry", wanted.entryId())
                .param("pointer", wanted.pointer())
                .param("way", text.way())
                .param("ways", ways.toArray(String[]::new))
                .param("keys", wrapped)
                .param("account", account)
                .param("reason", wanted.reason())
                .query(Long.class)
                .single();
    }

    /** Of every entry that says that text: corrections may have said it again. */
    private void forgetWords(SealedText text, KeyTree left) {
        Map<UUID, String> entries = new HashMap<>();
        jdbc.sql("select entry_id, payload from events.event where territory = :territory"
                        + " and position(:text in payload) > 0")
                .param("territory", text.territory())
                .param("text", text.toString())
                .query(row -> {
                    entries.put(row.getObject("entry_id", UUID.class), row.getString("payload"));
                });
        entries.forEach((entry, payload) ->
                words.replace(entry, ReaderNames.opened(payload, found -> TextSeal.opened(found, left)), jdbc));
    }

    /** All of them, the latest first. */
    public List<Redaction> all() {
        return read("", null);
    }

    private List<Redaction> read(String where, @Nullable SealedText text) {
        return jdbc.sql("select * from people.redaction " + where + " order by number desc")
                .param("territory", text == null ? "" : text.territory())
                .param("way", text == null ? "" : text.way())
                .query((row, _) -> new Redaction(
                        row.getLong("number"),
                        row.getString("territory"),
                        row.getObject("entry_id", UUID.class),
                        row.getString("pointer"),
                        row.getString("reason"),
                        row.getString("redacted_by"),
                        row.getObject("redacted_at", OffsetDateTime.class).toInstant()))
                .list();
    }
}

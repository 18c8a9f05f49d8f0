package fr.jalon.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.deadletter.Cause;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.deadletter.EnqueueDecision;
import org.axonframework.messaging.deadletter.GenericDeadLetter;
import org.axonframework.messaging.deadletter.NoSuchDeadLetterException;
import org.axonframework.messaging.deadletter.SequencedDeadLetterProcessor;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.axonframework.messaging.deadletter.ThrowableCause;
import org.axonframework.messaging.deadletter.WrongDeadLetterTypeException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Events a projection could not take in, each with those of its sequence that came after it; the sequence is the
 * territory. It takes part in Spring's transactions, and never is full: the log it refers to holds everything anyway.
 */
public final class PostgresDeadLetterQueue implements SequencedDeadLetterQueue<EventMessage<?>> {
    private static final String LETTERS = """
            select d.sequence, d.enqueued_at, d.last_touched, d.cause_type, d.cause_message, d.diagnostics, e.*
            from tracking.dead_letter d join events.event e using (global_index)
            """;

    private final String group;
    private final JdbcClient jdbc;
    private final Messages messages;

    /** The queue of one processing group; give it the connections its projection writes with. */
    public PostgresDeadLetterQueue(String group, DataSource dataSource, PayloadCodec codec) {
        this.group = group;
        this.jdbc = JdbcClient.create(dataSource);
        this.messages = new Messages(codec);
    }

    @Override
    public void enqueue(Object sequence, DeadLetter<? extends EventMessage<?>> letter) {
        // An event delivered again after a crash may be parked already: its cause stays.
        int parked = jdbc.sql("""
                        insert into tracking.dead_letter
                            (processing_group, sequence, global_index, enqueued_at, last_touched,
                             cause_type, cause_message, diagnostics)
                        select ?, ?, global_index, ?, ?, ?, ?, ? from events.event where entry_id = ?
                        on conflict (processing_group, sequence, global_index) do update
                        set last_touched = excluded.last_touched
                        """)
                .param(group)
                .param(sequence.toString())
                .param(time(letter.enqueuedAt()))
                .param(time(letter.lastTouched()))
                .param(letter.cause().map(Cause::type).orElse(null))
                .param(letter.cause().map(PostgresDeadLetterQueue::message).orElse(null))
                .param(text(MetadataJson.write(letter.diagnostics())))
                .param(UUID.fromString(letter.message().getIdentifier()))
                .update();
        if (parked == 0) {
            throw new IllegalArgumentException("not an event of the log: " + letter.message());
        }
    }

    @Override
    public void evict(DeadLetter<? extends EventMessage<?>> letter) {
        jdbc.sql("""
                        delete from tracking.dead_letter
                        where processing_group = ? and sequence = ? and global_index = ?
                        """).params(group, sequence(letter), index(letter)).update();
    }

    @Override
    public void requeue(
            DeadLetter<? extends EventMessage<?>> letter, UnaryOperator<DeadLetter<? extends EventMessage<?>>> change) {
        DeadLetter<? extends EventMessage<?>> changed = change.apply(letter).markTouched();
        int kept = jdbc.sql("""
                        update tracking.dead_letter
                        set last_touched = ?, cause_type = ?, cause_message = ?, diagnostics = ?
                        where processing_group = ? and sequence = ? and global_index = ?
                        """)
                .param(time(changed.lastTouched()))
                .param(changed.cause().map(Cause::type).orElse(null))
                .param(changed.cause().map(PostgresDeadLetterQueue::message).orElse(null))
                .param(text(MetadataJson.write(changed.diagnostics())))
                .params(group, sequence(letter), index(letter))
                .update();
        if (kept == 0) {
            throw new NoSuchDeadLetterException("not in the queue: " + letter);
        }
    }

    @Override
    public boolean contains(Object sequence) {
        return jdbc.sql("""
                        select exists (select from tracking.dead_letter where processing_group = ? and sequence = ?)
                        """)
                .params(group, sequence.toString())
                .query(Boolean.class)
                .single();
    }

    @Override
    public List<DeadLetter<? extends EventMessage<?>>> deadLetterSequence(Object sequence) {
        return letters("""
                where d.processing_group = ? and d.sequence = ? order by d.global_index
                """, group, sequence.toString());
    }

    @Override
    public Iterable<Iterable<DeadLetter<? extends EventMessage<?>>>> deadLetters() {
        return () -> sequences().stream()
                .<Iterable<DeadLetter<? extends EventMessage<?>>>>map(this::deadLetterSequence)
                .iterator();
    }

    /** The sequences that are parked, the one whose head was left alone longest first. */
    public List<String> sequences() {
        return jdbc.sql("""
                        select sequence from (
                            select distinct on (sequence) sequence, last_touched from tracking.dead_letter
                            where processing_group = ? order by sequence, global_index
                        ) heads order by last_touched, sequence
                        """)
                .param(group)
                .<String>query((row, number) -> row.getString(1))
                .list();
    }

    @Override
    public boolean isFull(Object sequence) {
        return false;
    }

    @Override
    public long size() {
        return jdbc.sql("select count(*) from tracking.dead_letter where processing_group = ?")
                .param(group)
                .query(Long.class)
                .single();
    }

    @Override
    public long sequenceSize(Object sequence) {
        return jdbc.sql("select count(*) from tracking.dead_letter where processing_group = ? and sequence = ?")
                .params(group, sequence.toString())
                .query(Long.class)
                .single();
    }

    @Override
    public long amountOfSequences() {
        return sequences().size();
    }

    @Override
    public boolean process(
            Predicate<DeadLetter<? extends EventMessage<?>>> filter,
            Function<DeadLetter<? extends EventMessage<?>>, EnqueueDecision<EventMessage<?>>> task) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("a sequence is held by a lock, and a lock by a transaction: there is none");
        }
        for (String sequence : sequences()) {
            // A head that another holds is not passed over for the letter behind it.
            Optional<DeadLetter<? extends EventMessage<?>>> head = head(sequence, "for update of d skip locked");
            if (head.filter(filter).isPresent()) {
                return processSequence(sequence, head, task);
            }
        }
        return false;
    }

    private boolean processSequence(
            String sequence,
            Optional<DeadLetter<? extends EventMessage<?>>> head,
            Function<DeadLetter<? extends EventMessage<?>>, EnqueueDecision<EventMessage<?>>> task) {
        Optional<DeadLetter<? extends EventMessage<?>>> next = head;
        while (next.isPresent()) {
            DeadLetter<? extends EventMessage<?>> letter = next.get();
            EnqueueDecision<EventMessage<?>> decision = task.apply(letter);
            if (decision.shouldEnqueue()) {
                requeue(letter, kept -> {
                    DeadLetter<? extends EventMessage<?>> told = decision.withDiagnostics(kept);
                    return decision.enqueueCause()
                            .<DeadLetter<? extends EventMessage<?>>>map(told::withCause)
                            .orElse(told);
                });
                return false;
            }
            evict(letter);
            next = head(sequence, "");
        }
        return true;
    }

    /**
     * Tries every parked sequence once, whatever becomes of the others.
     *
     * @param processor what takes the events in, and calls {@link #process} in a transaction
     */
    public void retryAll(SequencedDeadLetterProcessor<EventMessage<?>> processor) {
        Set<String> untried = new HashSet<>(sequences());
        int before;
        do {
            before = untried.size();
            processor.process(letter -> untried.remove(sequence(letter)));
        } while (untried.size() < before);
    }

    @Override
    public void clear() {
        jdbc.sql("delete from tracking.dead_letter where processing_group = ?")
                .param(group)
                .update();
    }

    private Optional<DeadLetter<? extends EventMessage<?>>> head(String sequence, String lock) {
        return letters("""
                where d.processing_group = ? and d.sequence = ? and d.global_index =
                    (select min(global_index) from tracking.dead_letter where processing_group = ? and sequence = ?)
                """ + lock, group, sequence, group, sequence).stream().findFirst();
    }

    private List<DeadLetter<? extends EventMessage<?>>> letters(String which, Object... parameters) {
        return jdbc.sql(LETTERS + which)
                .params(parameters)
                .<DeadLetter<? extends EventMessage<?>>>query((row, number) -> letter(row))
                .list();
    }

    private DeadLetter<? extends EventMessage<?>> letter(ResultSet row) throws SQLException {
        String causeType = row.getString("cause_type");
        return new GenericDeadLetter<>(
                row.getString("sequence"),
                messages.message(PostgresEventLog.event(row)),
                causeType == null ? null : new ThrowableCause(causeType, row.getString("cause_message")),
                row.getObject("enqueued_at", OffsetDateTime.class).toInstant(),
                row.getObject("last_touched", OffsetDateTime.class).toInstant(),
                MetadataJson.read(row.getString("diagnostics")));
    }

    private static String sequence(DeadLetter<? extends EventMessage<?>> letter) {
        return letter instanceof GenericDeadLetter<?> parked
                ? parked.getSequenceIdentifier().toString()
                : refuse(letter);
    }

    private static long index(DeadLetter<? extends EventMessage<?>> letter) {
        return letter.message() instanceof TrackedEventMessage<?> event
                ? event.trackingToken().position().orElseThrow()
                : Long.parseLong(refuse(letter));
    }

    private static String refuse(DeadLetter<?> letter) {
        throw new WrongDeadLetterTypeException("not a letter of this queue: " + letter);
    }

    private static OffsetDateTime time(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    private static String message(Cause cause) {
        return cause.message() == null ? "" : text(cause.message());
    }

    /** PostgreSQL has no text with a NUL in it, and a message of failure must not fail in turn. */
    private static String text(String message) {
        return message.replace("\0", "");
    }
}

package fr.jalon.store;

import static fr.jalon.store.Events.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.postgres.Role;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.deadletter.Cause;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.deadletter.Decisions;
import org.axonframework.messaging.deadletter.GenericDeadLetter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeadLettersTest {
    private final Database database = Database.migrated();
    private final LogStorageEngine writer = database.engine();
    private final Projection projection = new Projection(database.as(Role.QUERY));
    private final PostgresDeadLetterQueue queue = projection.queue;

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void poison_parks_its_territory_while_the_others_flow() {
        append("lyon", "good", "poison", "behind");
        append("lille", "good", "good");
        try (var _ = projection.start()) {
            Projection.await(() -> projection.seen() == 3 && queue.size() == 2);
            append("lyon", "later");
            append("nantes", "good");
            Projection.await(() -> projection.seen() == 4 && queue.size() == 3);
        }
        assertThat(queue.contains("lyon")).isTrue();
        assertThat(queue.contains("lille")).isFalse();
        assertThat(queue.amountOfSequences()).isEqualTo(1);
        assertThat(queue.sequenceSize("lyon")).isEqualTo(3);
        assertThat(queue.isFull("lyon")).isFalse();
        List<DeadLetter<? extends EventMessage<?>>> parked = queue.deadLetterSequence("lyon");
        assertThat(parked)
                .extracting(letter -> ((Noted) letter.message().getPayload()).text())
                .containsExactly("poison", "behind", "later");
        assertThat(parked.getFirst().cause().map(Cause::message).orElseThrow()).contains("seen_text_check");
        assertThat(parked.getLast().cause()).isEmpty();
    }

    @Test
    void all_of_twenty_five_parked_territories_are_tried_again() {
        for (int i = 0; i < 25; i++) {
            append("territory-" + i, "poison", "behind");
        }
        try (var _ = projection.start()) {
            Projection.await(() -> queue.size() == 50);
        }
        queue.retryAll(projection.invoker);
        assertThat(queue.size()).isEqualTo(50);
        assertThat(queue.sequences()).allSatisfy(sequence -> {
            DeadLetter<?> head = queue.deadLetterSequence(sequence).getFirst();
            assertThat(head.lastTouched()).isAfter(head.enqueuedAt());
        });

        projection.takePoison();
        queue.retryAll(projection.invoker);
        assertThat(queue.size()).isZero();
        assertThat(projection.seen()).isEqualTo(50);
    }

    @Test
    void an_entry_of_the_future_is_parked_and_taken_in_once_it_can_be_read() {
        append("lyon", "first", "second");
        database.execute("update events.event set revision = '2' where position = 1");
        try (var _ = projection.start()) {
            Projection.await(() -> queue.size() == 2);
        }
        assertThat(queue.deadLetterSequence("lyon").getFirst().message().getPayload())
                .isInstanceOf(UnreadableEntry.class);
        database.execute("update events.event set revision = '1' where position = 1");
        queue.retryAll(projection.invoker);
        assertThat(projection.seen()).isEqualTo(2);
        assertThat(queue.size()).isZero();
    }

    @Test
    void a_sequence_that_another_is_trying_is_left_to_it() throws Exception {
        append("lyon", "one", "two");
        append("lille", "one");
        park("lyon", 1, "cause");
        park("lyon", 2, "cause");
        park("lille", 1, "cause");
        List<String> tried = new ArrayList<>();
        try (Connection other = database.as(Role.QUERY).getConnection()) {
            other.setAutoCommit(false);
            other.createStatement()
                    .executeQuery(
                            "select from tracking.dead_letter where sequence = 'lyon' and global_index = 1 for update");
            projection.transactions.executeInTransaction(() -> queue.process(letter -> true, letter -> {
                tried.add(
                        ((GenericDeadLetter<?>) letter).getSequenceIdentifier().toString());
                return Decisions.evict();
            }));
        }
        assertThat(tried).containsExactly("lille");
        assertThat(queue.sequenceSize("lyon")).isEqualTo(2);
    }

    @Test
    void an_event_parked_twice_is_parked_once_and_keeps_its_cause() {
        append("lyon", "one");
        park("lyon", 1, "NUL \0 in the message");
        EventMessage<?> again = writer.readEvents("lyon", 0).next();
        queue.enqueue("lyon", new GenericDeadLetter<>("lyon", again));
        assertThat(queue.size()).isEqualTo(1);
        assertThat(queue.deadLetterSequence("lyon").getFirst().cause().map(Cause::message))
                .contains("NUL  in the message");
        queue.clear();
        assertThat(queue.size()).isZero();
    }

    @Test
    void what_is_not_in_the_log_is_not_parked_in_silence() {
        assertThatThrownBy(() ->
                        queue.enqueue("lyon", new GenericDeadLetter<>("lyon", new GenericEventMessage<>("stray"))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void without_a_transaction_nothing_is_tried() {
        assertThatThrownBy(() -> queue.process(letter -> true, letter -> Decisions.evict()))
                .isInstanceOf(IllegalStateException.class);
    }

    private void append(String territory, String... texts) {
        long last = writer.lastSequenceNumberFor(territory).orElse(-1L);
        writer.appendEvents(IntStream.range(0, texts.length)
                .mapToObj(i -> event(territory, last + 2 + i, texts[i]))
                .toList());
    }

    private void park(String territory, long position, String cause) {
        queue.enqueue(
                territory,
                new GenericDeadLetter<>(
                        territory,
                        writer.readEvents(territory, position - 1).next(),
                        new IllegalStateException(cause)));
    }
}

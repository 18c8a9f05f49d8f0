package fr.jalon.store;

import static fr.jalon.store.Events.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.postgres.Role;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogTest {
    private final Database database = Database.migrated();
    private final LogStorageEngine engine = database.engine();

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void what_is_appended_is_read_back_whole() {
        Noted noted = Noted.of("ADPEI «porte» la coordination\n\\\"{},");
        DomainEventMessage<Noted> appended = event("marseille", 1, noted);
        engine.appendEvents(List.of(appended));

        DomainEventMessage<?> read = engine.readEvents("marseille", 0).next();
        assertThat(read.getPayload()).isEqualTo(noted);
        assertThat(read.getIdentifier()).isEqualTo(noted.id().toString());
        assertThat(read.getAggregateIdentifier()).isEqualTo("marseille");
        assertThat(read.getType()).isEqualTo("territory");
        assertThat(read.getSequenceNumber()).isZero();
        assertThat(read.getMetaData()).isEqualTo(appended.getMetaData());
        assertThat(read.getTimestamp()).isEqualTo(appended.getTimestamp().truncatedTo(ChronoUnit.MICROS));
    }

    @Test
    void a_territory_is_read_from_any_position_over_many_pages() {
        fill("lyon", 2 * Pages.SIZE + 1);

        DomainEventStream stream = engine.readEvents("lyon", 3);
        assertThat(stream.asStream().map(DomainEventMessage::getSequenceNumber))
                .containsExactlyElementsOf(
                        LongStream.range(3, 2 * Pages.SIZE + 1).boxed().toList());
        assertThat(stream.getLastSequenceNumber()).isEqualTo(2L * Pages.SIZE);
        assertThat(engine.lastSequenceNumberFor("lyon")).contains(2L * Pages.SIZE);
        assertThat(engine.lastSequenceNumberFor("nantes")).isEmpty();
        assertThat(engine.readEvents("nantes", 0).hasNext()).isFalse();
    }

    @Test
    void the_whole_log_is_read_in_the_order_of_its_index() {
        fill("lyon", Pages.SIZE);
        fill("lille", 1);

        assertThat(engine.readEvents(null, false).map(TrackedEventMessage::trackingToken))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, Pages.SIZE + 1)
                        .mapToObj(GlobalSequenceTrackingToken::new)
                        .toList());
        assertThat(engine.readEvents(engine.createHeadToken(), false)).isEmpty();
        assertThat(engine.createHeadToken()).isEqualTo(new GlobalSequenceTrackingToken(Pages.SIZE + 1));
    }

    @Test
    void a_token_of_a_time_stands_before_the_first_event_of_that_time_or_later() {
        assertThat(engine.createTokenAt(Instant.EPOCH)).isNull();
        RecordedClock clock = RecordedClock.system();
        engine.appendEvents(List.of(event("lyon", 1, "one", clock)));
        DomainEventMessage<?> second = event("lyon", 2, "two", clock);
        engine.appendEvents(List.of(second));

        assertThat(engine.createTokenAt(second.getTimestamp())).isEqualTo(new GlobalSequenceTrackingToken(1));
        assertThat(engine.createTokenAt(second.getTimestamp().plusSeconds(1))).isEqualTo(engine.createHeadToken());
    }

    @Test
    void a_taken_position_is_a_conflict_and_leaves_nothing_behind() {
        engine.appendEvents(List.of(event("rouen", 1, "first")));

        assertThatThrownBy(() -> engine.appendEvents(List.of(event("rouen", 2, "x"), event("rouen", 1, "other"))))
                .isInstanceOf(ConcurrencyException.class);
        assertThat(database.number("select count(*) from events.event")).isEqualTo(1);
    }

    @Test
    void an_entry_id_is_used_once_in_all_territories() {
        Noted noted = Noted.of("once");
        engine.appendEvents(List.of(event("rouen", 1, noted)));

        assertThatThrownBy(() -> engine.appendEvents(List.of(event("paris", 1, noted))))
                .isInstanceOf(EntryIdTakenException.class);
        assertThat(engine.readEvents("paris", 0).hasNext()).isFalse();
        assertThat(new PostgresEventLog(database.owner())
                        .find(noted.id())
                        .orElseThrow()
                        .territory())
                .isEqualTo("rouen");
    }

    @Test
    void an_unknown_type_or_revision_is_handed_on_as_unreadable_and_the_stream_goes_on() {
        engine.appendEvents(List.of(event("lille", 1, "a"), event("lille", 2, "b"), event("lille", 3, "c")));
        database.execute("update events.event set type = 'of-the-future' where position = 1");
        database.execute("update events.event set revision = '2', metadata = 'null' where position = 2");

        assertThat(engine.readEvents(null, false).map(TrackedEventMessage::getPayload))
                .satisfiesExactly(
                        first -> assertThat(first).isInstanceOfSatisfying(UnreadableEntry.class, entry -> {
                            assertThat(entry.type()).isEqualTo("of-the-future");
                            assertThat(entry.reason()).contains("of-the-future");
                        }),
                        second -> assertThat(second).isInstanceOf(UnreadableEntry.class),
                        third -> assertThat(third).isInstanceOf(Noted.class));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update events.event set payload = 'x'",
                "delete from events.event",
                "truncate events.event",
                "insert into events.event values (9, gen_random_uuid(), 'lyon', 9, now(), 'noted', '1', '', '')",
                "alter table events.event disable trigger all",
                "drop table events.event",
            })
    void the_writer_may_add_at_the_end_and_nothing_else(String statement) {
        engine.appendEvents(List.of(event("lyon", 1, "kept")));
        for (Role role : List.of(Role.COMMAND, Role.QUERY)) {
            try (var connections = database.as(role)) {
                assertThatThrownBy(() -> Database.execute(connections, statement))
                        .hasMessageMatching("(?s).*(permission denied|must be owner).*");
            }
        }
        assertThat(engine.readEvents("lyon", 0).next().getPayload()).isInstanceOf(Noted.class);
    }

    @Test
    void the_reader_may_not_append() {
        try (var connections = database.as(Role.QUERY);
                var reader = LogStorageEngine.onPostgres(connections, new NotedCodec(), RecordedClock.system())) {
            assertThatThrownBy(() -> reader.appendEvents(List.of(event("lyon", 1, "no"))))
                    .hasStackTraceContaining("permission denied");
        }
    }

    @Test
    void the_newest_snapshot_is_kept_and_an_unreadable_one_is_none() {
        engine.storeSnapshot(event("nantes", 10, "ten"));
        engine.storeSnapshot(event("nantes", 5, "five"));
        assertThat(engine.readSnapshot("nantes").map(EventMessage::getPayload))
                .containsInstanceOf(Noted.class)
                .get()
                .hasFieldOrPropertyWithValue("text", "ten");
        assertThat(engine.readSnapshot("nantes").orElseThrow().getSequenceNumber())
                .isEqualTo(9);

        database.execute("update events.snapshot set revision = '0'");
        assertThat(engine.readSnapshot("nantes")).isEmpty();
        assertThat(engine.readSnapshot("paris")).isEmpty();
    }

    @Test
    void a_full_stream_asked_again_gives_what_has_come_since() {
        fill("lyon", 1);
        var events = engine.readEvents(null, false).iterator();
        events.next();
        assertThat(events.hasNext()).isFalse();
        fill("lille", 1);
        assertThat(events.next().getIdentifier()).satisfies(UUID::fromString);
    }

    private void fill(String territory, int count) {
        engine.appendEvents(IntStream.rangeClosed(1, count)
                .mapToObj(position -> event(territory, position, "entry " + position))
                .toList());
    }
}

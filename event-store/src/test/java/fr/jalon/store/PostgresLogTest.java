package fr.jalon.store;

import static fr.jalon.store.Events.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.postgres.Role;
import java.util.List;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What only PostgreSQL can promise, or break. */
class PostgresLogTest extends LogContract {
    private final Database database = Database.migrated();
    private final LogStorageEngine engine = database.engine();

    @Override
    protected Store open() {
        Database own = Database.migrated();
        return new Store() {
            @Override
            public LogStorageEngine engine() {
                return own.engine();
            }

            @Override
            public EventLog log() {
                return new PostgresEventLog(own.as(Role.QUERY));
            }

            @Override
            public void close() {
                own.close();
            }
        };
    }

    @AfterEach
    void closeDatabase() {
        database.close();
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
    void a_snapshot_of_another_version_is_none() {
        engine.storeSnapshot(event("nantes", 10, "ten"));
        database.execute("update events.snapshot set revision = '0'");

        assertThat(engine.readSnapshot("nantes")).isEmpty();
        assertThat(engine.readSnapshot("paris")).isEmpty();
    }
}

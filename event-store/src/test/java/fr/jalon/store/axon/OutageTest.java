package fr.jalon.store.axon;

import static fr.jalon.store.axon.Events.event;

import fr.jalon.postgres.DatabaseRole;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * AxonFramework issues 2224 and 2232: after an outage a projection goes on by itself, and no event is counted twice.
 */
@Tag("long")
class OutageTest {
    private final Database database = Database.migrated();
    private final LogStorageEngine writer = database.engine();
    private final Projection projection = new Projection(database.as(DatabaseRole.QUERY));

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void a_projection_whose_connections_are_cut_goes_on_and_takes_each_event_in_once() {
        try (var _ = projection.start()) {
            for (int position = 1; position <= 20; position++) {
                writer.appendEvents(List.of(event("lyon", position, "entry " + position)));
                Database.execute(database.admin(), """
                        select pg_terminate_backend(pid, 5000) from pg_stat_activity
                        where datname = current_database() and usename = 'jalon_query'
                        """);
            }
            Projection.await(() -> database.number("select count(*) from projection.seen") == 20);
        }
    }
}

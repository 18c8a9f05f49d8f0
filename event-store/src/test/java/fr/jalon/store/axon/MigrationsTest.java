package fr.jalon.store.axon;

import static fr.jalon.store.axon.Events.event;
import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.store.log.Migrations;
import fr.jalon.store.log.PostgresEventLog;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MigrationsTest {
    @Test
    void four_that_start_at_once_on_an_empty_database_all_start() throws Exception {
        try (Database database = Database.empty();
                var threads = Executors.newFixedThreadPool(4)) {
            CyclicBarrier together = new CyclicBarrier(4);
            List<Callable<Void>> starts = IntStream.range(0, 4)
                    .<Callable<Void>>mapToObj(i -> () -> {
                        together.await();
                        Migrations.run(database.owner());
                        database.engine().appendEvents(List.of(event("territory-" + i, 1, "opened")));
                        return null;
                    })
                    .toList();
            for (Future<Void> start : threads.invokeAll(starts)) {
                start.get();
            }
            assertThat(new PostgresEventLog(database.owner()).head()).isEqualTo(4);
        }
    }
}

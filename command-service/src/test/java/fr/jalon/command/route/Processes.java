package fr.jalon.command.route;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import fr.jalon.axonserver.StandIn;
import fr.jalon.command.territory.Decision;
import fr.jalon.command.territory.RecordEntry;
import fr.jalon.command.territory.Scenario;
import fr.jalon.events.json.EntryJson;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.slf4j.LoggerFactory;

/** Processes that have entries recorded by one another, and what is between them. */
final class Processes implements AutoCloseable {
    static final Decision ACCEPTED = new Decision.Accepted(1);
    static final Decision MAYBE_RECORDED = new Decision.Unavailable(true);
    static final Decision NOT_RECORDED = new Decision.Unavailable(false);

    static {
        // It says each fault that a test makes.
        ((Logger) LoggerFactory.getLogger(CommandRoute.class)).setLevel(Level.OFF);
    }

    final StandIn between = StandIn.start();
    private final List<RouteProcess> all = new ArrayList<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /** One that takes entries and decides on them so. */
    RouteProcess taking(Function<RecordEntry, Decision> deciding) {
        return started(deciding, RouteProcess.LONG);
    }

    /** One that takes no entries itself. */
    CommandRoute sender() {
        return sender(RouteProcess.LONG);
    }

    /** One that takes no entries itself and waits so long for an answer. */
    CommandRoute sender(Duration patience) {
        RouteProcess sender = started(_ -> NOT_RECORDED, patience);
        int taking = between.handlers();
        sender.end();
        awaitTaking(taking - 1);
        return sender.route;
    }

    private RouteProcess started(Function<RecordEntry, Decision> deciding, Duration patience) {
        int taking = between.handlers();
        RouteProcess process = new RouteProcess(between, deciding, patience);
        all.add(process);
        awaitTaking(taking + 1);
        return process;
    }

    RouteProcess first() {
        return all.getFirst();
    }

    Future<Decision> send(CommandRoute sender, String territory) {
        return threads.submit(() -> sender.record(command(territory), Map.of()));
    }

    Future<?> end(RouteProcess process) {
        return threads.submit(process::end);
    }

    static RecordEntry command(String territory) {
        return new RecordEntry(EntryJson.read("""
                        {"entryId": "00000000-0000-0000-0000-000000000001", "territory": "%s",
                         "type": "territory-opened", "effective": "2015", "name": "X", "kind": "city"}
                        """.formatted(territory)), null, Scenario.TODAY);
    }

    /** Until so many take entries. */
    void awaitTaking(int count) {
        await(() -> between.handlers() == count);
    }

    static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("still waiting after a minute").isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(1).toNanos());
        }
    }

    @Override
    public void close() {
        all.forEach(RouteProcess::close);
        between.close();
        threads.close();
    }
}

package fr.jalon.command.route;

import fr.jalon.axonserver.AxonServer;
import fr.jalon.axonserver.StandIn;
import fr.jalon.command.territory.Decision;
import fr.jalon.command.territory.ReadRegister;
import fr.jalon.command.territory.RecordEntry;
import fr.jalon.command.territory.Recorder;
import fr.jalon.events.register.Register;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Collectors;

/** One process on the route, which notes what it is given to record and decides as a test says. */
final class RouteProcess implements AutoCloseable {
    /** Longer than any test is let run. */
    static final Duration LONG = Duration.ofMinutes(10);

    final AxonServer server;
    final CommandRoute route;
    private final AtomicBoolean isEnded = new AtomicBoolean();
    final Collection<RecordEntry> taken = new ConcurrentLinkedQueue<>();
    final Collection<Map<String, String>> metadata = new ConcurrentLinkedQueue<>();

    RouteProcess(StandIn between, Function<RecordEntry, Decision> deciding, Duration patience) {
        server = AxonServer.connect(between.settings("test"));
        route = new CommandRoute(
                server,
                new Recorder() {
                    @Override
                    public Decision record(RecordEntry command, Map<String, String> sender) {
                        taken.add(command);
                        metadata.add(sender);
                        return deciding.apply(command);
                    }

                    @Override
                    public ReadRegister register(String territory) {
                        return new ReadRegister.Whole(Register.empty());
                    }
                },
                patience);
    }

    /** Those whose entries it was given. */
    Set<String> territories() {
        return taken.stream().map(command -> command.entry().territory()).collect(Collectors.toSet());
    }

    /** Takes no more entries; it goes on sending. */
    void end() {
        if (!isEnded.getAndSet(true)) {
            route.close();
        }
    }

    @Override
    public void close() {
        end();
        server.close();
    }
}

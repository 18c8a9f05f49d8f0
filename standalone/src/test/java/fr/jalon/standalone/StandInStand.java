package fr.jalon.standalone;

import fr.jalon.axonserver.StandIn;
import fr.jalon.postgres.DatabaseRole;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Several services with what stands in for Axon Server, where a test looks at all that they say to it. */
final class StandInStand extends Stand {
    private final StandIn server = StandIn.start();

    StandInStand(Path directory, Path logs) {
        super(directory, logs);
    }

    StandIn server() {
        return server;
    }

    @Override
    public String name() {
        return "Axon Server's stand-in";
    }

    @Override
    protected List<String> arguments() {
        return List.of("--jalon.event-store=axon-server", "--jalon.axon-server.servers=" + server.address());
    }

    @Override
    protected Map<String, String> secrets() {
        return Map.of("JALON_MIRROR_PASSWORD", password(DatabaseRole.MIRROR));
    }

    @Override
    public void close() {
        super.close();
        server.close();
    }
}

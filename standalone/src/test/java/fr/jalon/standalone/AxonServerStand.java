package fr.jalon.standalone;

import fr.jalon.axonserver.AxonServerProcess;
import fr.jalon.postgres.DatabaseRole;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Several services with Axon Server for commands and events, and PostgreSQL for answers. */
public final class AxonServerStand extends Stand {
    private final AxonServerProcess server;
    private final Gate gate;
    private final Map<String, String> secrets = new HashMap<>();

    public AxonServerStand(Path directory, Path logs) {
        this(directory, logs, Map.of());
    }

    /** @param properties of Axon Server, beside its own */
    AxonServerStand(Path directory, Path logs, Map<String, String> properties) {
        super(directory, logs);
        secrets.put("JALON_MIRROR_PASSWORD", password(DatabaseRole.MIRROR));
        server = AxonServerProcess.start(properties);
        gate = new Gate(server.port());
    }

    @Override
    public String name() {
        return "Axon Server";
    }

    @Override
    protected List<String> arguments() {
        return List.of("--jalon.event-store=axon-server", "--jalon.axon-server.servers=localhost:" + gate.port());
    }

    @Override
    protected Map<String, String> secrets() {
        return secrets;
    }

    /** Tells services that are started from now on something in secret. */
    void tell(String variable, String value) {
        secrets.put(variable, value);
    }

    /** Kills it on the spot; it is still away when this returns. */
    void killAxonServer() {
        server.kill();
    }

    /** Starts it after it was killed. */
    void startAxonServer() {
        try {
            server.begin();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    void cutStore() {
        gate.shut();
    }

    @Override
    void reconnectStore() {
        gate.open();
    }

    /** Both: what keeps the log, and what keeps its copy. */
    @Override
    void killStore() {
        super.killStore();
        killAxonServer();
        startAxonServer();
    }

    @Override
    public void restartStore() {
        killAxonServer();
        startAxonServer();
    }

    @Override
    public void close() {
        super.close();
        cutStore();
        server.close();
    }
}

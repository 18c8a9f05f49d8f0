package fr.jalon.standalone;

import fr.jalon.axonserver.AxonServerProcess;
import fr.jalon.postgres.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Several services with Axon Server for commands and events, and PostgreSQL for answers. */
public final class AxonServerStand extends Stand {
    private final AxonServerProcess server = AxonServerProcess.start();
    private final Gate gate;

    public AxonServerStand(Path directory, Path logs) {
        super(directory, logs);
        try {
            gate = new Gate(server.port());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
        return Map.of("JALON_MIRROR_PASSWORD", password(Role.MIRROR));
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
        try {
            gate.shut();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    void reconnectStore() {
        try {
            gate.open();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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

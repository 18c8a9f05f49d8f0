package fr.jalon.axonserver;

import org.junit.jupiter.api.AfterAll;

@OnAxonServer
class AxonServerLogTest extends OverAxonServer {
    private static final AxonServerProcess SERVER = AxonServerProcess.start();

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Override
    AxonServerSettings empty() {
        SERVER.empty();
        return SERVER.settings("test");
    }
}

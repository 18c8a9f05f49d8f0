package fr.jalon.axonserver;

import org.junit.jupiter.api.AfterAll;

class StandInLogTest extends OverAxonServer {
    private static final StandIn SERVER = StandIn.start();

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Override
    AxonServerSettings empty() {
        SERVER.cutBack(0);
        return SERVER.settings("test");
    }
}

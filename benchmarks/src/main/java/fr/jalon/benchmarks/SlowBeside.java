package fr.jalon.benchmarks;

import fr.jalon.standalone.SlowClients;
import fr.jalon.standalone.server.Demo;
import fr.jalon.standalone.server.Options;
import fr.jalon.standalone.server.StandaloneServer;
import java.net.InetAddress;
import java.net.http.HttpRequest.BodyPublishers;

/** How long others wait while five hundred clients dribble headers and bodies and take answers in drop by drop. */
final class SlowBeside {
    private static final int SLOW = 500;
    private static final int TIMES = 1_000;

    private record Measured(Timings read, Timings recorded) {}

    void run(Table table) throws Exception {
        Directories.with(data -> {
            try (StandaloneServer server =
                    StandaloneServer.start(new Options(InetAddress.getLoopbackAddress(), 0, data, true))) {
                if (new Demo(server).load() == 0) {
                    throw new IllegalStateException("The case was not loaded");
                }
                Measured alone = measured(server);
                try (SlowClients slow = new SlowClients(server.address(), SLOW)) {
                    Measured beside = measured(server);
                    row(table, "One territory on a day, by HTTP", alone.read, beside.read);
                    row(table, "One entry recorded, by HTTP", alone.recorded, beside.recorded);
                    table.row("Slow clients connected at the end", "0", Integer.toString(slow.connected()), "");
                }
            }
            return data;
        });
    }

    private static void row(Table table, String what, Timings alone, Timings beside) {
        table.row(what, alone.toString(), beside.toString(), Whole.ratio(beside.at(0.99) / alone.at(0.99)));
    }

    private static Measured measured(StandaloneServer server) throws Exception {
        Api api = new Api(server.address());
        int[] number = {0};
        String run = Long.toString(System.nanoTime(), 36);
        return new Measured(
                Timings.of(TIMES, () -> api.get("territories/marseille?asOf=2023-06-01")),
                Timings.of(
                        TIMES,
                        () -> api.post(
                                "territories/lille/entries", "application/json", BodyPublishers.ofString("""
                                {"type": "watchpoint-raised", "effective": "2024", "watchpoint": "w%s-%d", "kind": "need"}
                                """.formatted(
                                                run, ++number[0])))));
    }
}

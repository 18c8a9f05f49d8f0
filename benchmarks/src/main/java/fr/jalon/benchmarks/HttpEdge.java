package fr.jalon.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import fr.jalon.benchmarks.edge.ClientWire;
import fr.jalon.benchmarks.edge.PlainService;
import fr.jalon.postgres.DatabaseRole;
import fr.jalon.postgres.EmbeddedPostgres;
import fr.jalon.standalone.server.Options;
import fr.jalon.standalone.server.StandaloneServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;

/**
 * One entry and one state by HTTP: Jalon as {@code jalon serve} starts it, beside a plain controller that inserts a row
 * and answers with one it has ready. Both in this process, on one PostgreSQL, asked by the same senders.
 */
final class HttpEdge {
    private static final int[] SENDERS = {1, 16, 64};
    /** So many are read, so many others are recorded in. */
    private static final int TERRITORIES = 64;

    private static final String DAY = "2018-06-15";
    /** Until the compiler has little left to do beside what is measured; half a minute is less than it takes. */
    private static final int WARM_SECONDS = 60;

    private static final int PLAIN_POOL = 16;
    private static final AtomicLong NUMBER = new AtomicLong();

    private final int seconds;

    HttpEdge(int seconds) {
        this.seconds = seconds;
    }

    /** One of the two, and the account to ask as. */
    private record Side(URI address, String account, String password, String prefix) {
        ClientWire connect() {
            try {
                return new ClientWire(address, account, password);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    void run(Table table) throws Exception {
        Directories.with(data -> {
            FilledLog.in(data, 2 * TERRITORIES * FilledLog.PER_TERRITORY);
            measure(data, table);
            return data;
        });
    }

    private void measure(Path data, Table table) throws Exception {
        try (StandaloneServer server =
                        StandaloneServer.start(new Options(InetAddress.getLoopbackAddress(), 0, data, false));
                HikariDataSource pool = Pools.of(server.part(EmbeddedPostgres.class), DatabaseRole.OWNER, PLAIN_POOL);
                PlainService plain = new PlainService(pool)) {
            Side jalon =
                    new Side(server.address(), "national", Objects.requireNonNull(server.firstPassword()), "/api/v1");
            Side other = new Side(plain.address(), PlainService.ACCOUNT, PlainService.PASSWORD, "");
            takeStatesOver(jalon, plain);
            // Until its code is compiled each costs many times what it does later.
            for (Side side : new Side[] {other, jalon}) {
                Load.timed(SENDERS[1], WARM_SECONDS / 2, reading(side));
                Load.timed(SENDERS[1], WARM_SECONDS / 2, recording(side));
            }
            for (int senders : SENDERS) {
                row(table, "one entry", senders, recording(other), recording(jalon));
            }
            for (int senders : SENDERS) {
                row(table, "a state", senders, reading(other), reading(jalon));
            }
            for (int senders : SENDERS) {
                row(table, "a state known already, beside a state", senders, reading(other), knowing(jalon));
            }
        }
    }

    private void row(Table table, String what, int senders, IntFunction<Load.Work> plain, IntFunction<Load.Work> jalon)
            throws Exception {
        Load.Rate before = Load.timed(senders, seconds, plain);
        Load.Rate rate = Load.timed(senders, seconds, jalon);
        table.row(
                what + ", " + senders + (senders == 1 ? " sender" : " senders"),
                told(before),
                told(rate),
                Whole.ratio(rate.perSecond() / before.perSecond()));
    }

    private static String told(Load.Rate rate) {
        return "%,.0f /s, %s".formatted(rate.perSecond(), rate.each());
    }

    /** So both answer with the same bytes. */
    private static void takeStatesOver(Side jalon, PlainService plain) throws IOException {
        try (ClientWire wire = jalon.connect()) {
            for (int i = 0; i < TERRITORIES; i++) {
                wire.get(jalon.prefix + state(FilledLog.territory(i)));
                plain.state(FilledLog.territory(i), new String(wire.body(), StandardCharsets.UTF_8));
            }
        }
    }

    private static IntFunction<Load.Work> reading(Side side) {
        return sender -> {
            ClientWire wire = side.connect();
            AtomicLong number = new AtomicLong(sender);
            return () ->
                    wire.get(side.prefix + state(FilledLog.territory((int) (number.getAndIncrement() % TERRITORIES))));
        };
    }

    /** The answer for the day is asked again and again, as it was known then. */
    private static IntFunction<Load.Work> knowing(Side side) {
        return sender -> {
            ClientWire wire = side.connect();
            String pinned = side.prefix + state(FilledLog.territory(sender % TERRITORIES)) + "&knownAt="
                    + FilledLog.PER_TERRITORY;
            try {
                wire.get(pinned);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
            String tag = wire.tag();
            return () -> wire.getUnchanged(pinned, tag);
        };
    }

    private static IntFunction<Load.Work> recording(Side side) {
        return sender -> {
            ClientWire wire = side.connect();
            String territory = FilledLog.territory(TERRITORIES + sender % TERRITORIES);
            return () -> wire.post(
                    side.prefix + "/territories/" + territory + "/entries", """
                    {"type": "watchpoint-raised", "effective": "2023-03", "watchpoint": "w%d", "kind": "priority", \
                    "topic": "worksites", "description": "Consolider les collectifs des structures porteuses", \
                    "source": {"title": "Comité de pilotage du 26 janvier 2023", "asserted": "2023-01-26"}}\
                    """.formatted(NUMBER.incrementAndGet()));
        };
    }

    private static String state(String territory) {
        return "/territories/" + territory + "?asOf=" + DAY;
    }
}

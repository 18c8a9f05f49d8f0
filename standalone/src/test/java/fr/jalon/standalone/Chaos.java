package fr.jalon.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.log.Checkpoint;
import fr.jalon.log.SignedNote;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writers who go on whatever befalls the services and their store, each sending an entry again under its id until
 * somebody acknowledges it; and what must be so in the end, wherever one asks.
 */
final class Chaos {
    private static final int WRITERS = 6;
    private static final int TERRITORIES = 4;
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration CUT = Duration.ofMillis(500);

    /** Longer than claims hold: another takes them, and the one that was paused goes on as if it had them. */
    private static final Duration PAUSE = Duration.ofSeconds(8);

    private final Stand stand;
    private final Random random;
    private final Map<UUID, Long> acknowledged = new ConcurrentHashMap<>();
    private final Queue<String> surprises = new ConcurrentLinkedQueue<>();
    private volatile boolean isOver;

    Chaos(Stand stand, long seed) {
        this.stand = stand;
        this.random = new Random(seed);
    }

    private enum Fault {
        COMMAND_SERVICE_KILLED,
        QUERY_SERVICE_KILLED,
        QUERY_SERVICE_PAUSED,
        DATABASE_CUT,
        STORE_CUT,
        STORE_KILLED
    }

    /**
     * Lets every kind of fault befall the services so many times, in an order that the seed gives, while writers write.
     * One round alone pauses nobody.
     */
    void befall(int rounds) throws Exception {
        for (int i = 0; i < TERRITORIES; i++) {
            UUID id = id();
            acknowledge("chaos-" + i, id, """
                    {"type": "territory-opened", "effective": "2015", "name": "Chaos", "kind": "city", "entryId": "%s"}
                    """.formatted(id), random);
        }
        List<Thread> writers = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            Random own = new Random(random.nextLong());
            writers.add(Thread.ofVirtual().start(() -> write(own)));
        }
        try {
            befallInTurn(rounds);
        } finally {
            isOver = true;
        }
        for (Thread writer : writers) {
            assertThat(writer.join(PATIENCE)).isTrue();
        }
    }

    private void befallInTurn(int rounds) {
        for (int round = 0; round < rounds; round++) {
            List<Fault> faults = new ArrayList<>(Arrays.asList(Fault.values()));
            if (rounds == 1) {
                // It takes its time, and stolen claims have a test of their own.
                faults.remove(Fault.QUERY_SERVICE_PAUSED);
            }
            Collections.shuffle(faults, random);
            for (Fault fault : faults) {
                awaitMore(20 + random.nextInt(60));
                System.out.println("Chaos, after " + acknowledged.size() + " entries: " + fault);
                befall(fault);
            }
        }
        awaitMore(20);
    }

    /** Every acknowledged entry is there once, wherever one asks, and sealed, and the self-check finds nothing. */
    void isSurvived() throws Exception {
        assertThat(surprises).isEmpty();
        for (Service service : stand.queryServices()) {
            Asking asking = stand.asking(service);
            List<UUID> held = new ArrayList<>();
            for (int i = 0; i < TERRITORIES; i++) {
                awaitAnswered(asking, "chaos-" + i);
                asking.history("chaos-" + i).stream().map(Chaos::id).forEach(held::add);
            }
            Set<UUID> once = new HashSet<>(held);
            assertThat(once).as("nothing twice").hasSameSizeAs(held);
            assertThat(once).as("all that was acknowledged, and nothing else").isEqualTo(acknowledged.keySet());
        }
        long head = stand.sql()
                .sql("select max(global_index) from events.event")
                .query(Long.class)
                .single();
        for (Service service : stand.queryServices()) {
            Asking asking = stand.asking(service);
            long end = System.nanoTime() + PATIENCE.toNanos();
            while (sealed(asking) < head) {
                assertThat(System.nanoTime()).as("still not sealed").isLessThan(end);
                pause();
            }
            JsonNode check = asking.check();
            assertThat(check.path("state").asString("")).as(check.toString()).isEqualTo("done");
            assertThat(check.path("findings")).as(check.toString()).isEmpty();
        }
        stand.awaitHealthy();
    }

    private void befall(Fault fault) {
        switch (fault) {
            case COMMAND_SERVICE_KILLED -> any(stand.commandServices(), random).killAndRestart();
            case QUERY_SERVICE_KILLED -> any(stand.queryServices(), random).killAndRestart();
            case QUERY_SERVICE_PAUSED -> any(stand.queryServices(), random).pauseAndResume(PAUSE);
            case DATABASE_CUT -> {
                stand.cutOff();
                LockSupport.parkNanos(CUT.toNanos());
                stand.reconnect();
            }
            case STORE_CUT -> {
                stand.cutStore();
                LockSupport.parkNanos(CUT.toNanos());
                stand.reconnectStore();
            }
            case STORE_KILLED -> stand.killStore();
        }
    }

    private void write(Random own) {
        try {
            while (!isOver) {
                UUID id = new UUID(own.nextLong(), own.nextLong());
                String entry = """
                        {"type": "watchpoint-raised", "effective": "2024", "watchpoint": "w-%1$s", "kind": "need",
                         "entryId": "%1$s"}
                        """.formatted(id);
                acknowledge("chaos-" + own.nextInt(TERRITORIES), id, entry, own);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Sends an entry to one service or another until one has it. */
    private void acknowledge(String territory, UUID id, String entry, Random own) throws InterruptedException {
        while (!acknowledged.containsKey(id)) {
            try {
                HttpResponse<String> answer = stand.asking(any(stand.commandServices(), own))
                        .post("/territories/" + territory + "/entries", entry);
                switch (answer.statusCode()) {
                    case 200, 201 ->
                        acknowledged.put(
                                id,
                                JsonMapper.shared()
                                        .readTree(answer.body())
                                        .path("position")
                                        .longValue());
                    case 503 -> pause();
                    default -> {
                        surprises.add(answer.statusCode() + ": " + answer.body());
                        return;
                    }
                }
            } catch (IOException killedOrNotBackYet) {
                pause();
            }
        }
    }

    private void awaitMore(int more) {
        int enough = acknowledged.size() + more;
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (acknowledged.size() < enough && surprises.isEmpty()) {
            assertThat(System.nanoTime()).as("still waiting for entries").isLessThan(end);
            pause();
        }
    }

    /** Until the read models have all of a register. */
    private void awaitAnswered(Asking asking, String territory) throws Exception {
        long last = stand.sql()
                .sql("select max(position) from events.event where territory = ?")
                .param(territory)
                .query(Long.class)
                .single();
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            assertThat(System.nanoTime()).as("still waiting for " + territory).isLessThan(end);
            try {
                int status = asking.status("/territories/" + territory + "?minPosition=" + last);
                if (status == 200) {
                    return;
                }
                assertThat(status).isEqualTo(503);
            } catch (IOException notBackYet) {
                pause();
            }
        }
    }

    private static long sealed(Asking asking) throws Exception {
        return Checkpoint.parse(SignedNote.parse(asking.text("/log/checkpoint")).text())
                .size();
    }

    private UUID id() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    private static UUID id(JsonNode item) {
        return UUID.fromString(item.path("entryId").asString(""));
    }

    private static Service any(Collection<Service> services, Random random) {
        return List.copyOf(services).get(random.nextInt(services.size()));
    }

    private static void pause() {
        LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
}

package fr.jalon.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import fr.jalon.command.api.Intake;
import fr.jalon.command.api.Sender;
import fr.jalon.command.territory.Decision;
import fr.jalon.command.territory.RecordEntry;
import fr.jalon.command.territory.Recorder;
import fr.jalon.events.entry.Entry;
import fr.jalon.events.json.EntryJson;
import fr.jalon.events.json.Json;
import fr.jalon.readmodel.processor.ProjectionProcessor;
import fr.jalon.readmodel.question.Places;
import fr.jalon.readmodel.question.Progress;
import fr.jalon.standalone.server.Options;
import fr.jalon.standalone.server.StandaloneServer;
import fr.jalon.web.account.Actor;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What it costs that names and free texts are sealed, and opened for who may read them: two registers side by side in
 * one process, of entries alike, one as it is and one that was recorded past the seal.
 */
final class Protection {
    private static final int TERRITORIES = 64;
    private static final int SENDERS = 16;
    private static final int ROUNDS = 3;
    private static final int READ = 300;
    private static final int PERSONS = 1_000;
    private static final int SHOWN = 50;
    private static final LocalDate TODAY = LocalDate.of(2026, 1, 1);
    private static final Sender NATIONAL = new Sender(Actor.of("national", "national"), "measured", false, null);

    /** Of the next entry, in whichever register. */
    private static final AtomicLong NUMBER = new AtomicLong();

    private final int seconds;

    Protection(int seconds) {
        this.seconds = seconds;
    }

    void run(Table table) throws Exception {
        Directories.with(first -> Directories.with(second -> {
            try (StandaloneServer ours =
                            StandaloneServer.start(new Options(InetAddress.getLoopbackAddress(), 0, first, false));
                    StandaloneServer open =
                            StandaloneServer.start(new Options(InetAddress.getLoopbackAddress(), 0, second, false))) {
                measure(ours, open, table);
            }
            return second;
        }));
    }

    private void measure(StandaloneServer ours, StandaloneServer open, Table table) throws Exception {
        Intake sealing = ours.part(Intake.class);
        Recorder past = open.part(Recorder.class);
        Way through = entry -> sealing.send(entry, NATIONAL);
        Way around = entry -> past.record(new RecordEntry(entry, null, TODAY), Map.of("actor", "national"));
        for (int i = 0; i <= TERRITORIES + 1; i++) {
            record(through, Entries.opening(territory(i)));
            record(around, Entries.opening(territory(i)));
        }
        for (Kind kind : Kind.values()) {
            recording(kind, through, around, () -> awaitRead(ours, open), table);
        }
        answers(ours, through, table);
        rebuild(ours, open, table);
    }

    /** By turns, and the middle of what they took: processor time, of which others on the machine take nothing. */
    private void recording(Kind kind, Way through, Way around, Load.Work rest, Table table) throws Exception {
        List<Double> with = new ArrayList<>();
        List<Double> without = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            without.add(microsAnEntry(around, kind, rest));
            with.add(microsAnEntry(through, kind, rest));
        }
        double clear = middle(without);
        double shut = middle(with);
        table.row(
                "Recording an entry, until it is read and sealed, " + kind.told,
                String.format(Locale.ROOT, "%.0f µs", clear),
                String.format(Locale.ROOT, "%.0f µs", shut),
                more(shut / clear));
    }

    /** Processor time of this process. */
    private double microsAnEntry(Way way, Kind kind, Load.Work rest) throws Exception {
        rest.once();
        long entries = NUMBER.get();
        long before = processorNanos();
        var _ = Load.perSecond(SENDERS, seconds, sender -> recording(way, kind, sender));
        rest.once();
        return (processorNanos() - before) / 1e3 / (NUMBER.get() - entries);
    }

    private static long processorNanos() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }

    private static double middle(List<Double> turns) {
        return turns.stream().sorted().toList().get(turns.size() / 2);
    }

    /** Without names is the same question asked for ids alone, which opens nothing. */
    private void answers(StandaloneServer ours, Way through, Table table) throws Exception {
        for (int i = 0; i < SHOWN; i++) {
            record(through, Kind.TEXT.entry(territory(TERRITORIES), i));
            record(through, Kind.NAME.entry(territory(TERRITORIES + 1), i));
        }
        awaitRead(ours);
        Api api = new Api(ours.address(), Objects.requireNonNull(ours.firstPassword()));
        String state = "territories/" + territory(TERRITORIES);
        answer(api, "A state of " + SHOWN + " facts with a text, p50", state, "?", table);
        String history = "territories/" + territory(TERRITORIES + 1) + "/history";
        answer(api, "A history of " + SHOWN + " entries with a name, p50", history + "?limit=" + SHOWN, "&", table);
    }

    private static void answer(Api api, String told, String question, String and, Table table) throws Exception {
        double without = Double.MAX_VALUE;
        double with = Double.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            without = Math.min(
                    without,
                    Timings.of(READ, () -> api.get(question + and + "people=ids"))
                            .at(0.5));
            with = Math.min(with, Timings.of(READ, () -> api.get(question)).at(0.5));
        }
        table.row(told, "%.2f ms".formatted(without), "%.2f ms".formatted(with), more(with / without));
    }

    /** Entries differ in number, as one was recorded faster than the other: it is the rate that is told. */
    private static void rebuild(StandaloneServer ours, StandaloneServer open, Table table) throws Exception {
        double with = Double.MAX_VALUE;
        double without = Double.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            without = Math.min(without, microsAnEntry(open));
            with = Math.min(with, microsAnEntry(ours));
        }
        table.row(
                "Rebuild, an entry",
                String.format(Locale.ROOT, "%.1f µs", without),
                String.format(Locale.ROOT, "%.1f µs", with),
                more(with / without));
    }

    private static double microsAnEntry(StandaloneServer server) throws Exception {
        awaitRead(server);
        long entries = server.part(Places.class).frontier().entries();
        ProjectionProcessor projection = server.part(ProjectionProcessor.class);
        return Timings.once(() -> projection.rebuild().run((step, done, total) -> {})) * 1e3 / entries;
    }

    private static void awaitRead(StandaloneServer... servers) throws InterruptedException {
        for (StandaloneServer server : servers) {
            Places places = server.part(Places.class);
            while (!server.part(Progress.class).isWhole(places.frontier())) {
                Thread.sleep(20);
            }
        }
    }

    /** What an entry says that is sealed. */
    private enum Kind {
        NEW_NAME("the name of somebody new", """
                {"type": "contribution-acknowledged", "effective": "2023-03",
                 "person": {"id": "p-%1$d", "name": "Camille Exemple"}, "reason": "Travail accompli"}
                """),
        NAME("the name of one of a thousand", """
                {"type": "contribution-acknowledged", "effective": "2023-03",
                 "person": {"id": "k-%2$d", "name": "Camille Exemple"}, "reason": "Travail accompli"}
                """),
        TEXT("a note and a source", """
                {"type": "watchpoint-raised", "effective": "2023-03", "watchpoint": "w-%1$d", "kind": "priority",
                 "note": "Consolider les collectifs des structures porteuses du territoire",
                 "source": {"title": "Comité de pilotage du 26 janvier 2023", "asserted": "2023-01-26"}}
                """),
        NOTHING("neither", """
                {"type": "watchpoint-raised", "effective": "2023-03", "watchpoint": "w-%1$d", "kind": "priority"}
                """);

        private final String told;
        private final String json;

        Kind(String told, String json) {
            this.told = told;
            this.json = json;
        }

        Entry entry(String territory, long number) {
            return EntryJson.read(
                    Json.parse(json.formatted(number, number % PERSONS)),
                    new EntryJson.Defaults(UUID.randomUUID(), territory));
        }
    }

    /** An entry's way into a register. */
    private interface Way {
        Decision send(Entry entry);
    }

    /** Each sender goes round its own share of the territories; each entry is about something else. */
    private static Load.Work recording(Way way, Kind kind, int sender) {
        int share = TERRITORIES / SENDERS;
        return () -> {
            long next = NUMBER.incrementAndGet();
            record(way, kind.entry(territory((int) (next % share) + sender * share), next));
        };
    }

    private static void record(Way way, Entry entry) {
        Decision decision = way.send(entry);
        if (!(decision instanceof Decision.Yes)) {
            throw new IllegalStateException("An entry of the measurement was refused: " + decision);
        }
    }

    private static String territory(int number) {
        return "territoire-" + number;
    }

    private static String more(double ratio) {
        return String.format(Locale.ROOT, "%+.0f %%", (ratio - 1) * 100);
    }
}

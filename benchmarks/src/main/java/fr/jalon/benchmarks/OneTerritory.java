package fr.jalon.benchmarks;

import fr.jalon.readmodel.processor.ProjectionProcessor;
import fr.jalon.seal.check.SelfCheck;
import fr.jalon.standalone.server.Options;
import fr.jalon.standalone.server.StandaloneServer;
import java.net.InetAddress;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.function.IntFunction;

/** What one more entry and each answer cost by the size of one territory: none may grow faster than what it says. */
final class OneTerritory {
    private static final int TIMES = 200;
    private static final double MOST_MILLIS = 6_000;
    private static final String PLACE = "territories/" + FilledLog.territory(0);

    private static final List<Question> QUESTIONS = List.of(
            new Question("A state, on a day when most is in force", _ -> PLACE + "?asOf=2016-12-31"),
            new Question("A state, on a day when all is over", _ -> PLACE + "?asOf=2024-12-31"),
            new Question("A state as it was known after ten entries", _ -> PLACE + "?asOf=2016-12-31&knownAt=10"),
            new Question("A difference of two days", _ -> PLACE + "/difference?from=2015-01-01&to=2016-12-31"),
            new Question(
                    "What the last ten entries taught",
                    entries -> PLACE + "/difference?asOf=2016-12-31&knownFrom=" + Math.max(1, entries - 10)
                            + "&knownTo=" + entries),
            new Question("A page of the history", _ -> PLACE + "/history?limit=50"),
            new Question("The newest page of it", _ -> PLACE + "/history?newest=true&limit=50"),
            new Question("What is known there", _ -> PLACE + "/things"),
            new Question("An export of all entries", _ -> PLACE + "/export/entries.ndjson"),
            new Question("A proof of its last entry", entries -> "log/entries/" + new UUID(0, entries) + "/proof"));

    /** What is asked, of a territory of so many entries. */
    private record Question(String title, IntFunction<String> path) {}

    private record Cost(Timings time, int bytes) {
        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%.2f ms, %,d KiB", time.at(0.5), (bytes + 1023) / 1024);
        }
    }

    private record Measured(Timings recording, List<Cost> answers, double check, double rebuild) {}

    void run(Sizes sizes) throws Exception {
        List<Sizes.Row<Measured>> rows = new ArrayList<>();
        rows.add(new Sizes.Row<>("One entry more, by HTTP, p50 / p99", (m, first, size) -> m.recording.toString()));
        rows.add(new Sizes.Row<>(
                "÷ that of the tenth, p50",
                (m, first, size) -> Whole.ratio(m.recording.at(0.5) / first.recording.at(0.5))));
        for (int i = 0; i < QUESTIONS.size(); i++) {
            int number = i;
            rows.add(new Sizes.Row<>(
                    QUESTIONS.get(i).title + ", p50 and size",
                    (m, first, size) -> m.answers.get(number).toString()));
        }
        rows.add(new Sizes.Row<>("A whole check, entries/s", (m, first, size) -> Whole.rate(size, m.check)));
        rows.add(new Sizes.Row<>("A rebuild, entries/s", (m, first, size) -> Whole.rate(size, m.rebuild)));
        sizes.table("By the entries of one territory", rows, this::measure);
    }

    private Measured measure(int entries) throws Exception {
        return Directories.with(data -> {
            FilledLog.in(data, 1, entries);
            try (StandaloneServer server =
                    StandaloneServer.start(new Options(InetAddress.getLoopbackAddress(), 0, data, false))) {
                Whole.awaitSealedAndChecked(server, entries);
                Api api = new Api(server.address(), Objects.requireNonNull(server.firstPassword()));
                api.get(PLACE + "?asOf=2024-12-31&minPosition=" + entries);
                List<Cost> answers = new ArrayList<>();
                for (Question question : QUESTIONS) {
                    answers.add(cost(api, question.path.apply(entries)));
                }
                return new Measured(
                        recording(api, entries),
                        answers,
                        Timings.once(() -> server.part(SelfCheck.class).now()),
                        Timings.once(() ->
                                server.part(ProjectionProcessor.class).rebuild().run((step, done, total) -> {})));
            }
        });
    }

    private static Timings recording(Api api, int entries) throws Exception {
        int[] number = {entries};
        return Timings.of(
                TIMES,
                () -> api.post(
                        PLACE + "/entries", "application/json", BodyPublishers.ofString("""
                        {"type": "watchpoint-raised", "effective": "2024", "watchpoint": "w%d", "kind": "need"}
                        """.formatted(++number[0]))));
    }

    /** As often as some seconds allow. */
    private static Cost cost(Api api, String path) throws Exception {
        List<Double> millis = new ArrayList<>();
        double all = 0;
        int bytes = api.get(path).length();
        while (millis.isEmpty() || (millis.size() < TIMES && all < MOST_MILLIS)) {
            double took = Timings.once(() -> api.get(path));
            millis.add(took);
            all += took;
        }
        return new Cost(Timings.of(millis), bytes);
    }
}

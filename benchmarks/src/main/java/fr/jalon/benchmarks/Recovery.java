package fr.jalon.benchmarks;

import fr.jalon.events.entry.Entry;
import fr.jalon.standalone.Stand;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;

/** How long services need to go on by themselves once what keeps the log, killed before, answers again. */
final class Recovery {
    private static final String TERRITORY = "retour";
    private static final int TIMES = 5;

    private Recovery() {}

    static boolean measured(Services.Place place, Path directory) throws Exception {
        try (Stand stand = place.in(directory)) {
            for (int i = 0; i < 2; i++) {
                stand.startCommandService();
                stand.startQueryService();
            }
            stand.awaitHealthy();
            List<Api> commands = Services.apis(stand.commandServices(), stand.password());
            List<Api> queries = Services.apis(stand.queryServices(), stand.password());
            commands.getFirst().record(Entries.opening(TERRITORY));
            Table table = new Table(
                    "Two and two services after what keeps the log was killed and answers again",
                    "",
                    "both command-services record",
                    "both query-services have it");
            int recorded = 0;
            for (int time = 1; time <= TIMES; time++) {
                stand.restartStore();
                long begun = System.nanoTime();
                for (Api each : commands) {
                    // Under one id, however often it is sent: an attempt whose answer was lost may have been recorded.
                    Entry entry = Entries.watchpoint(TERRITORY, ++recorded);
                    untilDone(() -> each.record(entry));
                }
                double recording = secondsSince(begun);
                int position = recorded + 1;
                for (Api each : queries) {
                    untilDone(() -> each.get("territories/" + TERRITORY + "?minPosition=" + position));
                }
                table.row("time " + time, seconds(recording), seconds(secondsSince(begun)));
            }
            return true;
        }
    }

    private static void untilDone(Load.Work work) throws Exception {
        while (true) {
            try {
                work.once();
                return;
            } catch (IllegalStateException | IOException notYet) {
                LockSupport.parkNanos(20_000_000);
            }
        }
    }

    private static double secondsSince(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }

    private static String seconds(double seconds) {
        return String.format(Locale.ROOT, "%.1f s", seconds);
    }
}

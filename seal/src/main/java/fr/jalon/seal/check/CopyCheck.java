package fr.jalon.seal.check;

import fr.jalon.seal.check.Finding.Kind;
import fr.jalon.store.log.EventLog;
import fr.jalon.store.log.StoredEvent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Holds this database's copy of the log against the log itself, as far as it has come. */
final class CopyCheck implements Check {
    private static final int PAGE = 1_000;

    private final EventLog log;
    private final EventLog copy;

    CopyCheck(EventLog log, EventLog copy) {
        this.log = log;
        this.copy = copy;
    }

    @Override
    public void run(Findings findings, Listener listener) {
        copy.after(Long.MIN_VALUE, PAGE).stream()
                .takeWhile(event -> event.globalIndex() < 1)
                .forEach(event ->
                        findings.add(Finding.of(Kind.COPY, event, "the copy holds it before the log's first")));
        long end = copy.head();
        for (long done = 0; done < end; done = Math.min(end, done + PAGE)) {
            int size = (int) Math.min(PAGE, end - done);
            Map<Long, StoredEvent> here = new HashMap<>();
            copy.after(done, size).forEach(event -> here.put(event.globalIndex(), event));
            List<StoredEvent> there = log.after(done, size);
            there.stream()
                    .filter(event -> !event.equals(here.get(event.globalIndex())))
                    .forEach(event -> findings.add(
                            Finding.of(Kind.COPY, event, "the copy of the log does not hold what the log holds")));
            if (there.size() < size) {
                long last = done + there.size();
                copy.after(last, 1)
                        .forEach(event ->
                                findings.add(Finding.of(Kind.COPY, event, "the log ends before its copy, at " + last)));
                return;
            }
        }
    }
}

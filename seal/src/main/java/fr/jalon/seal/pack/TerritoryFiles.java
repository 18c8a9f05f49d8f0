package fr.jalon.seal.pack;

import fr.jalon.answers.KnownAt;
import fr.jalon.answers.RegisterState;
import fr.jalon.answers.contract.StateAnswer;
import fr.jalon.events.entry.Entry;
import fr.jalon.events.entry.RegisterEntry;
import fr.jalon.events.json.Json;
import fr.jalon.events.register.Recorded;
import fr.jalon.events.register.Register;
import fr.jalon.people.ReaderNames;
import fr.jalon.seal.log.SealedLog;
import fr.jalon.seal.log.SealedLog.Signed;
import fr.jalon.seal.pack.AuditPacks.Wish;
import fr.jalon.seal.pack.PlainZip.Content;
import fr.jalon.seal.replay.HistoryLines;
import fr.jalon.seal.replay.RegisterEvents;
import fr.jalon.seal.report.Report;
import fr.jalon.seal.report.Told;
import fr.jalon.store.entry.ReadEvent;
import fr.jalon.store.log.EventLog;
import fr.jalon.store.log.StoredEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The files of one territory in a pack, under a log as it was signed. */
final class TerritoryFiles {
    private final EventLog log;
    private final Signed signed;
    private final LogFiles leaves;
    private final ReaderNames reader;

    /** @param reader whom the pack is made for */
    TerritoryFiles(EventLog log, SealedLog sealed, Signed signed, ReaderNames reader) {
        this.reader = reader;
        this.log = log;
        this.signed = signed;
        this.leaves = new LogFiles(sealed, signed.checkpoint());
    }

    /**
     * Writes them.
     *
     * @param last the position after which the register is not read
     * @return the state that they tell
     */
    StateAnswer write(ZipWriter zip, String directory, Wish wish, long last) throws IOException {
        Register all = Register.empty();
        Register known = all;
        PackNames names = new PackNames();
        for (Iterator<StoredEvent> events = events(wish, last); events.hasNext(); ) {
            StoredEvent event = events.next();
            names.add(event.entryId(), event.payload());
            Recorded recorded = ReadEvent.of(event).orThrow().recorded();
            all = all.with(recorded);
            if (wish.knownAt().includes(recorded.position(), recorded.recordedAt())) {
                known = all;
            }
        }
        String knownAt = knownAt(wish, known);
        RegisterState state = RegisterState.of(wish.territory(), known, wish.asOf());
        StateAnswer answer = StateAnswer.of(state, knownAt);
        Told told = new Told(wish.territory(), all, known, state, knownAt, signed.note());
        zip.add(directory + Manifest.REPORT, out -> Report.write(told, reader, () -> events(wish, last), out));
        zip.add(directory + Manifest.STATE, Content.of(ReaderNames.withoutNames(Json.text(answer)) + "\n"));
        zip.add(directory + Manifest.HISTORY, history(wish.territory(), all, () -> events(wish, last)));
        zip.add(directory + Manifest.LEAVES, leaves.leaves(() -> events(wish, last)));
        zip.add(directory + Manifest.PROOFS, leaves.proofs(() -> events(wish, last)));
        zip.add(directory + Manifest.NAMES, Content.of(names.disclosedTo(reader)));
        return answer;
    }

    /** Writes of a register only these entries and what was said of them, as far as the log is signed. */
    void write(ZipWriter zip, String directory, String territory, Set<UUID> entries) throws IOException {
        List<StoredEvent> events = new ArrayList<>();
        Register all = Register.empty();
        Iterator<StoredEvent> each = new RegisterEvents(log, territory, log.lastPosition(territory));
        while (each.hasNext()) {
            StoredEvent event = each.next();
            if (event.globalIndex() <= signed.checkpoint().size()) {
                Recorded recorded = ReadEvent.of(event).orThrow().recorded();
                Entry entry = recorded.entry();
                all = all.with(recorded);
                if (entries.contains(entry.entryId()) || isAbout(entry, entries, all)) {
                    events.add(event);
                }
            }
        }
        zip.add(directory + Manifest.HISTORY, history(territory, all, events::iterator));
        zip.add(directory + Manifest.LEAVES, leaves.leaves(events::iterator));
        zip.add(directory + Manifest.PROOFS, leaves.proofs(events::iterator));
        PackNames names = new PackNames();
        events.forEach(event -> names.add(event.entryId(), event.payload()));
        zip.add(directory + Manifest.NAMES, Content.of(names.disclosedTo(reader)));
    }

    private static boolean isAbout(Entry entry, Set<UUID> entries, Register all) {
        return entry instanceof RegisterEntry remark
                && all.subjectOf(remark)
                        .filter(file -> entries.contains(file.original().entryId()))
                        .isPresent();
    }

    private Iterator<StoredEvent> events(Wish wish, long last) {
        return new RegisterEvents(log, wish.territory(), last);
    }

    /** The instant asked for; else that of the last entry known, as any answer writes it. */
    private static @Nullable String knownAt(Wish wish, Register known) {
        Instant instant = wish.knownAt() instanceof KnownAt(Instant asked) ? asked : known.recordedAt();
        return instant == null ? null : instant.toString();
    }

    /** A history as JSON, one entry a line. */
    private static Content history(String territory, Register all, Supplier<Iterator<StoredEvent>> events) {
        return out -> {
            HistoryLines lines = new HistoryLines(all);
            String before = "{\"territory\":\"" + territory + "\",\"entries\":[\n";
            for (Iterator<StoredEvent> each = events.get(); each.hasNext(); before = ",\n") {
                String line = ReaderNames.withoutNames(
                        Json.text(lines.of(ReadEvent.of(each.next()).orThrow())));
                out.write((before + line).getBytes(StandardCharsets.UTF_8));
            }
            out.write("\n]}\n".getBytes(StandardCharsets.UTF_8));
        };
    }
}

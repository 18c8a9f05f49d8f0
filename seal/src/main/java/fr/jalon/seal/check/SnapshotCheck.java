package fr.jalon.seal.check;

import fr.jalon.events.register.Recorded;
import fr.jalon.events.register.Register;
import fr.jalon.seal.check.Finding.Kind;
import fr.jalon.seal.replay.RegisterEvents;
import fr.jalon.store.axon.StoredSnapshot;
import fr.jalon.store.entry.EntryCodec;
import fr.jalon.store.entry.ReadEvent;
import fr.jalon.store.log.EventLog;
import fr.jalon.store.log.StoredEvent;
import java.util.Iterator;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Holds each snapshot against its digest, and against the entries it says it folds: whoever knows how the digest is
 * made can make it again.
 */
final class SnapshotCheck implements Check {
    private final JdbcClient jdbc;
    private final EventLog log;

    SnapshotCheck(DataSource database, EventLog log) {
        this.jdbc = JdbcClient.create(database);
        this.log = log;
    }

    @Override
    public void run(Findings findings, Listener listener) {
        for (StoredSnapshot next = after(null); next != null; next = after(next.territory())) {
            String territory = next.territory();
            long position = next.position();
            fault(next).ifPresent(fault -> findings.add(Finding.of(Kind.SNAPSHOT, territory, position, fault)));
        }
    }

    private @Nullable StoredSnapshot after(@Nullable String territory) {
        return jdbc.sql("""
                        select * from events.snapshot where ?::text is null or territory > ? order by territory limit 1
                        """)
                .param(territory)
                .param(territory)
                .query((row, number) -> StoredSnapshot.of(row))
                .optional()
                .orElse(null);
    }

    private Optional<String> fault(StoredSnapshot snapshot) {
        if (!snapshot.revision().equals(EntryCodec.CURRENT.revisionOf(Register.empty()))) {
            // Of another version, which leaves it aside: this one could not read it.
            return Optional.empty();
        }
        StoredEvent last = null;
        try {
            Iterator<Recorded> folded = ((Register)
                            EntryCodec.CURRENT.decode(snapshot.type(), snapshot.revision(), snapshot.payload()))
                    .entries()
                    .iterator();
            for (Iterator<StoredEvent> events = new RegisterEvents(log, snapshot.territory(), snapshot.position());
                    events.hasNext(); ) {
                last = events.next();
                if (!folded.hasNext()
                        || !Objects.equals(
                                folded.next(), ReadEvent.of(last).orThrow().recorded())) {
                    return Optional.of("the snapshot does not hold entry " + last.position() + " as the log does");
                }
            }
            if (folded.hasNext() || last == null || last.position() != snapshot.position()) {
                return Optional.of("the snapshot holds entries that the log does not");
            }
        } catch (RuntimeException unreadable) {
            if (SelfCheck.isAway(unreadable)) {
                throw unreadable;
            }
            return Optional.of("the snapshot cannot be read");
        }
        return snapshot.digest() == null || snapshot.isBoundTo(last)
                ? Optional.empty()
                : Optional.of("the snapshot is not as it was taken");
    }
}

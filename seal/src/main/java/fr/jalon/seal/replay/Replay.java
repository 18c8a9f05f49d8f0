package fr.jalon.seal.replay;

import fr.jalon.answers.AsOf;
import fr.jalon.answers.RegisterState;
import fr.jalon.answers.contract.StateAnswer;
import fr.jalon.events.json.EntryJson;
import fr.jalon.events.register.Register;
import fr.jalon.store.entry.LoggedEntry;
import fr.jalon.store.entry.ReadEvent;
import fr.jalon.store.entry.UnreadableEntry;
import fr.jalon.store.log.EventLog;
import fr.jalon.store.log.StoredEvent;
import java.util.Iterator;
import java.util.Optional;
import java.util.UUID;

/**
 * A territory's register told again, entry by entry, by the fold, from the event store itself: no read model is asked
 * (<i>rejeu</i>).
 */
public final class Replay {
    static final String OUT_OF_ORDER = "entry-out-of-order";
    static final String UNREADABLE = "unreadable-entry";

    private final EventLog log;

    public Replay(EventLog log) {
        this.log = log;
    }

    /**
     * What is replayed.
     *
     * @param asOf the day of which each line's state is
     * @param last the position to stop after
     * @param withBefore whether each line has the state before its entry too
     */
    public record Wish(String territory, AsOf asOf, long last, boolean withBefore) {}

    /** The position of a territory's last entry, 0 where nobody opened it. */
    public long lastPosition(String territory) {
        return log.lastPosition(territory);
    }

    /**
     * A step an entry; one that cannot be read is the last. Nothing where nobody opened the territory.
     */
    public Optional<Iterator<ReplayStep>> of(Wish wish) {
        Iterator<StoredEvent> events = new RegisterEvents(log, wish.territory(), wish.last());
        return events.hasNext() ? Optional.of(new Steps(wish, events)) : Optional.empty();
    }

    private static final class Steps implements Iterator<ReplayStep> {
        private final Wish wish;
        private final Iterator<StoredEvent> events;
        private Register register = Register.empty();
        private StateAnswer state;
        private boolean broken;

        Steps(Wish wish, Iterator<StoredEvent> events) {
            this.wish = wish;
            this.events = events;
            this.state = state();
        }

        @Override
        public boolean hasNext() {
            return !broken && events.hasNext();
        }

        @Override
        public ReplayStep next() {
            StoredEvent event = events.next();
            if (event.position() != register.position() + 1) {
                return broken(event, OUT_OF_ORDER);
            }
            return switch (ReadEvent.of(event)) {
                case LoggedEntry entry -> step(event.entryId(), entry);
                case UnreadableEntry _ -> broken(event, UNREADABLE);
            };
        }

        private ReplayStep step(UUID entryId, LoggedEntry entry) {
            Register before = register;
            StateAnswer stateBefore = state;
            register = before.with(entry.recorded());
            state = state();
            return new ReplayStep.Taken(
                    entryId,
                    entry.position(),
                    entry.recorded().recordedAt(),
                    entry.actor(),
                    entry.role(),
                    EntryJson.tree(entry.recorded().entry()),
                    SubjectMove.between(before, register),
                    wish.withBefore() ? stateBefore : null,
                    state);
        }

        private StateAnswer state() {
            return StateAnswer.of(
                    RegisterState.of(wish.territory(), register, wish.asOf()),
                    register.recordedAt() == null ? null : register.recordedAt().toString());
        }

        private ReplayStep broken(StoredEvent event, String code) {
            broken = true;
            return new ReplayStep.Broken(
                    event.entryId(), event.position(), event.recordedAt(), new ReplayStep.Cause(code));
        }
    }
}

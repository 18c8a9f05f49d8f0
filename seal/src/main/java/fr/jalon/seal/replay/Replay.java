package fr.jalon.seal.replay;

import fr.jalon.answers.AsOf;
import fr.jalon.answers.RegisterState;
import fr.jalon.answers.StateJson;
import fr.jalon.events.json.Json;
import fr.jalon.events.register.Recorded;
import fr.jalon.events.register.Register;
import fr.jalon.store.EventLog;
import fr.jalon.store.LoggedEntry;
import fr.jalon.store.ReadEvent;
import fr.jalon.store.StoredEvent;
import fr.jalon.store.UnreadableEntry;
import java.util.Iterator;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * A territory's register told again, entry by entry, by the fold, from the event store itself: no read model is asked
 * (<i>rejeu</i>).
 */
public final class Replay {
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
     * One object an entry: the entry as in the history, {@code moved}, {@code state} after it. One that cannot be read is
     * the last: {@code error} stands in the place of what it would have moved. Nothing where nobody opened the territory.
     */
    public Optional<Iterator<ObjectNode>> of(Wish wish) {
        Iterator<StoredEvent> events = new RegisterEvents(log, wish.territory(), wish.last());
        return events.hasNext() ? Optional.of(new Steps(wish, events)) : Optional.empty();
    }

    private static final class Steps implements Iterator<ObjectNode> {
        private final Wish wish;
        private final Iterator<StoredEvent> events;
        private Register register = Register.empty();
        private ObjectNode state;
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
        public ObjectNode next() {
            StoredEvent event = events.next();
            if (event.position() != register.position() + 1) {
                return broken(event, "entry-out-of-order");
            }
            return switch (ReadEvent.of(event)) {
                case LoggedEntry entry -> step(event, entry.recorded());
                case UnreadableEntry _ -> broken(event, "unreadable-entry");
            };
        }

        private ObjectNode step(StoredEvent event, Recorded recorded) {
            Register before = register;
            ObjectNode stateBefore = state;
            register = before.with(recorded);
            state = state();
            ObjectNode json = RecordedJson.of(event, recorded.entry());
            json.set("moved", Moved.json(before, register));
            if (wish.withBefore()) {
                json.set("before", stateBefore);
            }
            json.set("state", state);
            return json;
        }

        private ObjectNode state() {
            return StateJson.of(
                    RegisterState.of(wish.territory(), register, wish.asOf()),
                    register.recordedAt() == null ? null : register.recordedAt().toString());
        }

        private ObjectNode broken(StoredEvent event, String code) {
            broken = true;
            ObjectNode json = Json.MAPPER.createObjectNode();
            json.put("entryId", event.entryId().toString());
            json.put("position", event.position());
            json.put("recordedAt", event.recordedAt().toString());
            json.putObject("error").put("code", code);
            return json;
        }
    }
}

package fr.jalon.command.axon;

import fr.jalon.command.territory.ReadRegister;
import fr.jalon.events.register.Register;
import fr.jalon.store.entry.Position;
import org.axonframework.common.caching.Cache;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.CachingEventSourcingRepository;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;

/**
 * Territories from the store, where other processes record too. It remembers each register as it was last read, so that
 * an aggregate lost to a conflict costs the entries that came since and not the whole register: else whoever lost would
 * be the slower one, and lose again.
 */
final class TerritoryRepository extends CachingEventSourcingRepository<TerritoryAggregate> {
    private final EventStore events;
    private final Cache cache;

    private TerritoryRepository(
            EventSourcingRepository.Builder<TerritoryAggregate> builder, EventStore events, Cache cache) {
        super(builder);
        this.events = events;
        this.cache = cache;
    }

    /** @param cache holds two things of each territory: Axon's aggregate, and its register as it was last read */
    static TerritoryRepository over(EventStore events, Cache cache) {
        EventSourcingRepository.Builder<TerritoryAggregate> builder = EventSourcingRepository.builder(
                        TerritoryAggregate.class)
                .eventStore(events)
                .cache(cache)
                .lockFactory(new FairLocks());
        return new TerritoryRepository(builder, events, cache);
    }

    /** Whose register was read; not the territory's name alone, which is Axon's key in the same cache. */
    private record Seen(String territory) {}

    /** Remembers a register of which all is committed. */
    void remember(Register committed, String territory) {
        if (committed.position() > 0) {
            cache.put(new Seen(territory), committed);
        }
    }

    /** A territory's register as it is now; empty where nobody opened it. */
    ReadRegister register(String territory) {
        Register seen = cache.get(new Seen(territory));
        ReadRegister read = seen == null ? RegisterFold.of(events.readEvents(territory)) : caughtUp(seen, territory);
        if (read instanceof ReadRegister.Whole(Register register)) {
            remember(register, territory);
        }
        return read;
    }

    /** The register with what was recorded since, by whichever process. */
    ReadRegister caughtUp(Register register, String territory) {
        return RegisterFold.following(register, events.readEvents(territory, register.position()));
    }

    @Override
    protected DomainEventStream readEvents(String territory) {
        Register seen = cache.get(new Seen(territory));
        return seen == null
                ? super.readEvents(territory)
                : DomainEventStream.concat(
                        DomainEventStream.of(new GenericDomainEventMessage<>(
                                TerritoryAggregate.TYPE, territory, new Position(seen.position()).sequence(), seen)),
                        events.readEvents(territory, seen.position()));
    }
}

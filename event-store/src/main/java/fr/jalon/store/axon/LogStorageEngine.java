package fr.jalon.store.axon;

import fr.jalon.store.entry.PayloadCodec;
import fr.jalon.store.entry.Position;
import fr.jalon.store.log.AppendConnection;
import fr.jalon.store.log.EntryIdTakenException;
import fr.jalon.store.log.EventLog;
import fr.jalon.store.log.GroupAppender;
import fr.jalon.store.log.LogWriter;
import fr.jalon.store.log.Pages;
import fr.jalon.store.log.PostgresEventLog;
import fr.jalon.store.log.StoreBusyException;
import fr.jalon.store.log.StoreUnavailableException;
import fr.jalon.store.log.StoredEvent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The log as Axon's event store sees it. Commit order is index order and there are no gaps, so a tracking token is one
 * number, and no reader passes over an event whose commit was slow.
 */
public final class LogStorageEngine implements EventStorageEngine, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LogStorageEngine.class);
    private static final int WAITING = 4096;

    /** How far back the newest recorded time may stand: as many writers as there could be. */
    private static final int RECENT = 512;

    /**
     * The resource of a unit of work that says when the last of its events was recorded: where others came first, later
     * than the clock had it.
     */
    public static final String RECORDED_AT = LogStorageEngine.class.getName() + ".recordedAt";

    private final EventLog log;
    private final EventMessages messages;
    private final Snapshots snapshots;
    private final GroupAppender appender;
    private final RecordedClock clock;

    private LogStorageEngine(
            EventLog log, LogWriter writer, Snapshots snapshots, PayloadCodec codec, RecordedClock clock) {
        this.log = log;
        this.messages = new EventMessages(codec);
        this.snapshots = snapshots;
        this.appender = new GroupAppender(writer, WAITING);
        this.clock = clock;
        observeRecent();
    }

    /** A nicety across territories: within one, whoever writes has read its last entry. So a store may be away. */
    private void observeRecent() {
        try {
            log.after(Math.max(0, log.head() - RECENT), RECENT).forEach(event -> clock.observe(event.recordedAt()));
        } catch (StoreUnavailableException e) {
            LOG.warn("The log cannot be read yet: {}", e.getMessage());
        }
    }

    /**
     * An engine whose log is in a migrated database. It keeps one connection for itself from the first append on.
     *
     * @param clock the installed clock; it is shown every recorded time a writer may come after
     */
    public static LogStorageEngine onPostgres(DataSource dataSource, PayloadCodec codec, RecordedClock clock) {
        return over(new PostgresEventLog(dataSource), AppendConnection.recording(dataSource), dataSource, codec, clock);
    }

    /**
     * An engine whose log is kept by any store.
     *
     * @param writer the end of the same log; closed with the engine
     * @param snapshots a migrated database, where snapshots are kept: they are a shortcut, and no part of the log
     * @param clock the installed clock; it is shown every recorded time a writer may come after
     */
    public static LogStorageEngine over(
            EventLog log, LogWriter writer, DataSource snapshots, PayloadCodec codec, RecordedClock clock) {
        return new LogStorageEngine(log, writer, new Snapshots(snapshots, log, codec), codec, clock);
    }

    /**
     * Appends all events or none, and returns once they are safe on disk.
     *
     * @throws org.axonframework.modelling.command.ConcurrencyException if a position is taken
     * @throws EntryIdTakenException if an entry's id is taken
     * @throws StoreBusyException if too many appends wait already
     * @throws StoreUnavailableException if the store is away
     */
    @Override
    public void appendEvents(List<? extends EventMessage<?>> events) {
        if (!events.isEmpty()) {
            Instant last = appender.append(events.stream().map(messages::event).toList())
                    .getLast();
            clock.observe(last);
            CurrentUnitOfWork.ifStarted(unit -> unit.root().resources().put(RECORDED_AT, last));
        }
    }

    @Override
    public Stream<? extends TrackedEventMessage<?>> readEvents(@Nullable TrackingToken token, boolean mayBlock) {
        return Pages.stream(index(token), StoredEvent::globalIndex, after -> log.after(after, Pages.SIZE))
                .map(messages::message);
    }

    @Override
    public DomainEventStream readEvents(String territory, long firstSequence) {
        AtomicReference<@Nullable Long> last = new AtomicReference<>();
        Stream<DomainEventMessage<?>> events = Pages.stream(
                        firstSequence, StoredEvent::position, after -> log.of(territory, after + 1, Pages.SIZE))
                .map(event -> {
                    clock.observe(event.recordedAt());
                    last.set(new Position(event.position()).sequence());
                    return messages.message(event);
                });
        return DomainEventStream.of(events, last::get);
    }

    @Override
    public void storeSnapshot(DomainEventMessage<?> snapshot) {
        snapshots.store(snapshot);
    }

    @Override
    public Optional<DomainEventMessage<?>> readSnapshot(String territory) {
        Optional<DomainEventMessage<?>> snapshot = snapshots.read(territory);
        snapshot.map(EventMessage::getTimestamp).ifPresent(clock::observe);
        return snapshot;
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String territory) {
        long last = log.lastPosition(territory);
        return last == 0 ? Optional.empty() : Optional.of(new Position(last).sequence());
    }

    @Override
    public @Nullable TrackingToken createTailToken() {
        return null;
    }

    @Override
    public @Nullable TrackingToken createHeadToken() {
        return token(log.head());
    }

    @Override
    public @Nullable TrackingToken createTokenAt(Instant recordedAt) {
        return token(log.before(recordedAt));
    }

    /** Lets the appends that wait finish; those that come later are refused. */
    @Override
    public void close() {
        appender.close();
    }

    private static @Nullable TrackingToken token(long index) {
        return index == 0 ? null : new GlobalSequenceTrackingToken(index);
    }

    private static long index(@Nullable TrackingToken token) {
        OptionalLong index = token == null ? OptionalLong.of(0) : token.position();
        return index.orElse(0);
    }
}

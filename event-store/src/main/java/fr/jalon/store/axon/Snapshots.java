package fr.jalon.store.axon;

import fr.jalon.store.entry.PayloadCodec;
import fr.jalon.store.entry.Position;
import fr.jalon.store.log.EventLog;
import fr.jalon.store.log.Failures;
import fr.jalon.store.log.StoredEvent;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The newest snapshot of each territory, bound to the log it folds. One that cannot be read, or is not of this log,
 * counts as none: the log has everything.
 */
final class Snapshots {
    private static final Logger LOG = LoggerFactory.getLogger(Snapshots.class);

    private final DataSource dataSource;
    private final EventLog log;
    private final PayloadCodec codec;

    Snapshots(DataSource dataSource, EventLog log, PayloadCodec codec) {
        this.dataSource = dataSource;
        this.log = log;
        this.codec = codec;
    }

    void store(DomainEventMessage<?> message) {
        StoredSnapshot snapshot = new StoredSnapshot(
                message.getAggregateIdentifier(),
                Position.of(message).value(),
                message.getTimestamp().truncatedTo(ChronoUnit.MICROS),
                codec.typeOf(message.getPayload()),
                codec.revisionOf(message.getPayload()),
                codec.encode(message.getPayload()),
                null);
        StoredEvent last = last(snapshot)
                .orElseThrow(() -> new IllegalStateException("the log has no entry " + snapshot.position() + " of "
                        + snapshot.territory() + " to end a snapshot"));
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement("""
                        insert into events.snapshot as held
                            (territory, position, recorded_at, type, revision, payload, digest)
                        values (?, ?, ?, ?, ?, ?, ?)
                        on conflict (territory) do update
                        set position = excluded.position, recorded_at = excluded.recorded_at, type = excluded.type,
                            revision = excluded.revision, payload = excluded.payload, digest = excluded.digest
                        where held.position <= excluded.position
                        """)) {
            statement.setString(1, snapshot.territory());
            statement.setLong(2, snapshot.position());
            statement.setObject(3, snapshot.recordedAt().atOffset(ZoneOffset.UTC));
            statement.setString(4, snapshot.type());
            statement.setString(5, snapshot.revision());
            statement.setString(6, snapshot.payload());
            statement.setString(7, snapshot.digest(last));
            statement.executeUpdate();
        } catch (SQLException e) {
            throw Failures.ofRead(e);
        }
    }

    Optional<DomainEventMessage<?>> read(String territory) {
        StoredSnapshot snapshot = row(territory);
        if (snapshot == null || snapshot.digest() == null) {
            return Optional.empty();
        }
        if (!last(snapshot).map(snapshot::isBoundTo).orElse(false)) {
            LOG.error("The snapshot of {} is not of this log: it was altered and is left aside", territory);
            return Optional.empty();
        }
        try {
            return Optional.of(message(snapshot));
        } catch (RuntimeException e) {
            LOG.info("The snapshot of {} is of another version and is left aside: {}", territory, e.getMessage());
            return Optional.empty();
        }
    }

    private @Nullable StoredSnapshot row(String territory) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement =
                        connection.prepareStatement("select * from events.snapshot where territory = ?")) {
            statement.setString(1, territory);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? StoredSnapshot.of(row) : null;
            }
        } catch (SQLException e) {
            throw Failures.ofRead(e);
        }
    }

    private Optional<StoredEvent> last(StoredSnapshot snapshot) {
        return log.of(snapshot.territory(), snapshot.position(), 1).stream()
                .filter(event -> event.position() == snapshot.position())
                .findFirst();
    }

    private DomainEventMessage<?> message(StoredSnapshot snapshot) {
        return new GenericDomainEventMessage<>(
                EventMessages.TERRITORY,
                snapshot.territory(),
                new Position(snapshot.position()).sequence(),
                codec.decode(snapshot.type(), snapshot.revision(), snapshot.payload()),
                Map.of(),
                UUID.randomUUID().toString(),
                snapshot.recordedAt());
    }
}

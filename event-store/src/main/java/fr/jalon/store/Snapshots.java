package fr.jalon.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The newest snapshot of each territory. One that cannot be read counts as none: the log has everything. */
final class Snapshots {
    private static final Logger LOG = LoggerFactory.getLogger(Snapshots.class);

    private final DataSource dataSource;
    private final PayloadCodec codec;

    Snapshots(DataSource dataSource, PayloadCodec codec) {
        this.dataSource = dataSource;
        this.codec = codec;
    }

    void store(DomainEventMessage<?> snapshot) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement("""
                        insert into events.snapshot as held (territory, position, recorded_at, type, revision, payload)
                        values (?, ?, ?, ?, ?, ?)
                        on conflict (territory) do update
                        set position = excluded.position, recorded_at = excluded.recorded_at, type = excluded.type,
                            revision = excluded.revision, payload = excluded.payload
                        where held.position <= excluded.position
                        """)) {
            statement.setString(1, snapshot.getAggregateIdentifier());
            statement.setLong(2, snapshot.getSequenceNumber() + 1);
            statement.setObject(3, OffsetDateTime.ofInstant(snapshot.getTimestamp(), ZoneOffset.UTC));
            statement.setString(4, codec.typeOf(snapshot.getPayload()));
            statement.setString(5, codec.revisionOf(snapshot.getPayload()));
            statement.setString(6, codec.encode(snapshot.getPayload()));
            statement.executeUpdate();
        } catch (SQLException e) {
            throw Failures.ofRead(e);
        }
    }

    Optional<DomainEventMessage<?>> read(String territory) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement("""
                        select position, recorded_at, type, revision, payload
                        from events.snapshot where territory = ?
                        """)) {
            statement.setString(1, territory);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(message(territory, row)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw Failures.ofRead(e);
        } catch (UnreadableSnapshot e) {
            LOG.info("The snapshot of {} is of another version and is left aside: {}", territory, e.getMessage());
            return Optional.empty();
        }
    }

    private DomainEventMessage<?> message(String territory, ResultSet row) throws SQLException, UnreadableSnapshot {
        Object payload;
        try {
            payload = codec.decode(row.getString("type"), row.getString("revision"), row.getString("payload"));
        } catch (RuntimeException e) {
            throw new UnreadableSnapshot(e);
        }
        return new GenericDomainEventMessage<>(
                Messages.TERRITORY,
                territory,
                row.getLong("position") - 1,
                payload,
                Map.of(),
                UUID.randomUUID().toString(),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant());
    }

    private static final class UnreadableSnapshot extends Exception {
        UnreadableSnapshot(RuntimeException cause) {
            super(cause.getMessage(), cause);
        }
    }
}

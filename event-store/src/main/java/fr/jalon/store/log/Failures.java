package fr.jalon.store.log;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** What PostgreSQL's refusals mean to those who asked. */
public final class Failures {
    private static final String UNIQUE_VIOLATION = "23505";
    private static final String CHECK_VIOLATION = "23514";

    private Failures() {}

    /** Why a group was refused; told of its first event, which is the one at fault where it stands alone. */
    static RefusedAppendException ofAppend(SQLException e, NewEvent first) {
        return endsConnection(e) || isOutOfResources(e)
                ? RefusedAppendException.ofAll(e, () -> reason(e, first))
                : RefusedAppendException.ofSome(e, () -> reason(e, first));
    }

    private static RuntimeException reason(SQLException e, NewEvent first) {
        if (endsConnection(e)) {
            return new StoreUnavailableException("the connection broke: the entry may be stored or not", true, e);
        }
        if (isOutOfResources(e)) {
            return new StoreUnavailableException("the database has no room: nothing was stored", false, e);
        }
        if (UNIQUE_VIOLATION.equals(e.getSQLState())) {
            if ("event_position_key".equals(constraint(e))) {
                return new ConcurrencyException(
                        "position %d of %s is taken".formatted(first.position(), first.territory()), e);
            }
            if ("event_entry_id_key".equals(constraint(e))) {
                return new EntryIdTakenException("the id of %s is taken".formatted(first.entryId()), e);
            }
        }
        if (CHECK_VIOLATION.equals(e.getSQLState()) && "event_clock".equals(constraint(e))) {
            return new StoreUnavailableException(
                    "this machine's clock is more than three hours from the database's: nothing was stored", false, e);
        }
        return new EventStoreException("the log refused an append", e);
    }

    /** Why a question to the database has no answer. */
    public static RuntimeException ofRead(SQLException e) {
        return endsConnection(e) || isOutOfResources(e)
                ? new StoreUnavailableException("the database does not answer", false, e)
                : new EventStoreException("the store could not be read", e);
    }

    /** Connection lost (08), server going down or not up yet (57P), or no longer the one that takes writes (25006). */
    static boolean endsConnection(SQLException e) {
        String state = state(e);
        return state.startsWith("08")
                || state.startsWith("57P")
                || state.equals("25006")
                || e instanceof SQLTransientConnectionException;
    }

    /** Disk or memory full, too many connections (53), or the disk itself ill (58). */
    private static boolean isOutOfResources(SQLException e) {
        return state(e).startsWith("53") || state(e).startsWith("58");
    }

    private static String state(SQLException e) {
        return e.getSQLState() == null ? "" : e.getSQLState();
    }

    private static @Nullable String constraint(SQLException e) {
        ServerErrorMessage message = e instanceof PSQLException p ? p.getServerErrorMessage() : null;
        return message == null ? null : message.getConstraint();
    }
}

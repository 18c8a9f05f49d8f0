package fr.jalon.readmodel.processor;

import fr.jalon.readmodel.projection.Batch;
import fr.jalon.readmodel.projection.BatchWriter;
import fr.jalon.readmodel.projection.Change;
import fr.jalon.readmodel.projection.Failures;
import fr.jalon.readmodel.projection.MissingEntriesException;
import fr.jalon.readmodel.projection.Projected;
import fr.jalon.readmodel.projection.ProjectedRegisters;
import fr.jalon.readmodel.projection.StaleProjectionException;
import fr.jalon.store.LoggedEntry;
import fr.jalon.store.ReadEvent;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventMessageHandler;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.SQLExceptionTranslator;
import org.springframework.jdbc.support.SQLStateSQLExceptionTranslator;

/**
 * Takes in the log, entry by entry, and writes what changed once a batch, in the transaction that moves the token. Where
 * the database refuses a batch for what is in it, that batch comes again entry by entry, so that only the culprit parks.
 */
final class RegisterProjection implements EventMessageHandler {
    private static final String CHANGES = RegisterProjection.class.getName();

    private final DataSource dataSource;
    private final TransactionManager transactions;
    private final ProjectedRegisters registers;
    private final BatchWriter writer;
    private final SQLExceptionTranslator translator = new SQLStateSQLExceptionTranslator();
    private final AtomicLong handled = new AtomicLong();
    private final AtomicLong untold = new AtomicLong();
    private volatile long oneByOneThrough;

    RegisterProjection(
            DataSource dataSource, TransactionManager transactions, ProjectedRegisters registers, BatchWriter writer) {
        this.dataSource = dataSource;
        this.transactions = transactions;
        this.registers = registers;
        this.writer = writer;
    }

    @Override
    public @Nullable Object handle(EventMessage<?> message) {
        handled.incrementAndGet();
        LoggedEntry entry = ReadEvent.of((DomainEventMessage<?>) message).orThrow();
        UnitOfWork<?> unit = CurrentUnitOfWork.get();
        Changes changes = unit.getOrComputeResource(CHANGES, none -> new Changes(unit));
        Projected before = changes.before(entry);
        if (before != null) {
            Change change = before.with(entry);
            untold.addAndGet(change.untold());
            changes.take(change);
        }
        return null;
    }

    /** How many entries were brought to it, taken in or not: a sign of life. */
    long handled() {
        return handled.get();
    }

    /** How often an entry left a subject with more readings than are told apart. */
    long untold() {
        return untold.get();
    }

    @Override
    public boolean supportsReset() {
        return false;
    }

    /** What one unit of work changes: a batch from the log, or one letter tried again inside the work on its sequence. */
    private final class Changes {
        private final Optional<Changes> around;
        private final Map<String, Projected> seen = new HashMap<>();
        private Batch pending = new Batch();
        private long last;

        Changes(UnitOfWork<?> unit) {
            around = unit.parent().map(parent -> parent.getOrComputeResource(CHANGES, none -> new Changes(parent)));
            unit.onPrepareCommit(ready -> flush());
            unit.onCommit(done -> around.ifPresent(outer -> outer.seen.putAll(seen)));
            unit.afterCommit(done -> seen.forEach(registers::keep));
        }

        /** The territory just before an entry; null where that is projected already. */
        @Nullable
        Projected before(LoggedEntry entry) {
            Projected here = seen.get(entry.territory());
            if (here == null && around.isPresent()) {
                here = around.get().seen.get(entry.territory());
            }
            if (here == null) {
                return registers.before(entry.territory(), entry.position());
            }
            if (here.position() < entry.position() - 1) {
                throw new MissingEntriesException(entry.territory(), entry.position(), here.position());
            }
            return here.position() >= entry.position() ? null : here;
        }

        void take(Change change) {
            last = Math.max(last, change.entry().globalIndex());
            if (last <= oneByOneThrough) {
                Batch alone = new Batch();
                alone.add(change);
                inside(alone);
            } else {
                pending.add(change);
            }
            seen.put(change.entry().territory(), change.after());
        }

        /** Writes a batch so that, if it fails, what came before it in the transaction stands. */
        private void inside(Batch alone) {
            Transaction savepoint = transactions.startTransaction();
            try {
                write(alone);
                savepoint.commit();
            } catch (RuntimeException e) {
                savepoint.rollback();
                throw e;
            }
        }

        private void flush() {
            if (pending.isEmpty()) {
                return;
            }
            try {
                write(pending);
            } catch (RuntimeException e) {
                if (Failures.liesInTheData(e)) {
                    oneByOneThrough = Math.max(oneByOneThrough, last);
                }
                throw e;
            }
            pending = new Batch();
        }
    }

    private void write(Batch batch) {
        Connection connection = DataSourceUtils.getConnection(dataSource);
        try {
            writer.write(batch, connection);
        } catch (SQLException e) {
            DataAccessException known = translator.translate("projection", null, e);
            throw known == null ? new IllegalStateException(e) : known;
        } catch (StaleProjectionException e) {
            registers.forget();
            throw e;
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }
}

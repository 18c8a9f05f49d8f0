package fr.jalon.web.access;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The access record in PostgreSQL, {@code access.record}. Services may add rows and not alter them; the database gives
 * their times. What need not be waited for is written by one thread, from a queue that a flood of refusals can fill
 * without holding up anybody.
 */
public final class StoredAccessRecord implements AccessRecord, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StoredAccessRecord.class);
    private static final int WAITING = 2_000;
    private static final Duration IDLE = Duration.ofSeconds(10);
    private static final Duration LAST_WORDS = Duration.ofSeconds(5);

    private final JdbcClient jdbc;
    private final Counter lost;
    private final ThreadPoolExecutor writer;

    public StoredAccessRecord(DataSource database, MeterRegistry meters) {
        this.jdbc = JdbcClient.create(database);
        this.lost = Counter.builder("jalon.access.lost")
                .description("Accesses that could not be written into the access record")
                .register(meters);
        this.writer = new ThreadPoolExecutor(
                1,
                1,
                IDLE.toSeconds(),
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(WAITING),
                Thread.ofPlatform().daemon().name("access-record").factory());
        writer.allowCoreThreadTimeOut(true);
    }

    @Override
    public void add(Access access) {
        try {
            writer.execute(() -> write(access));
        } catch (RejectedExecutionException full) {
            lost.increment();
        }
    }

    private void write(Access access) {
        try {
            require(access);
        } catch (UnrecordedAccessException e) {
            lost.increment();
        }
    }

    @Override
    public void require(Access access) {
        try {
            insert(access);
        } catch (DataAccessException e) {
            LOG.warn(
                    "An access of kind {} is not in the access record: {}",
                    access.kind().code(),
                    e.getMostSpecificCause().getMessage());
            throw new UnrecordedAccessException(e);
        }
    }

    private void insert(Access access) {
        jdbc.sql("""
                insert into access.record (kind, account, role, operation, about, code, address, request, left_out)
                values (:kind, :account, :role, :operation, :about, :code, :address, :request, :leftOut)
                """)
                .param("kind", access.kind().code())
                .param("account", access.account())
                .param("role", access.role())
                .param("operation", access.operation())
                .param("about", access.about())
                .param("code", access.code())
                .param("address", access.origin().address())
                .param("request", access.origin().request())
                .param("leftOut", access.leftOut())
                .update();
    }

    /** Writes what waits, for some seconds at most. */
    @Override
    public void close() {
        writer.shutdown();
        try {
            if (!writer.awaitTermination(LAST_WORDS.toSeconds(), TimeUnit.SECONDS)) {
                lost.increment(writer.shutdownNow().size());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

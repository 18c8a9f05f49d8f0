package fr.jalon.web.access;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;

/**
 * The access record in PostgreSQL, {@code access.record}. Services may add rows and not alter them; the database gives
 * their times. What need not be waited for is written by one thread, all that waits at once, from a queue that a flood
 * of refusals can fill without holding up anybody.
 */
public final class StoredAccessRecord implements AccessRecord, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StoredAccessRecord.class);
    private static final String INSERT = """
            insert into access.record (kind, account, role, operation, about, code, address, request, left_out)
            values (:kind, :account, :role, :operation, :about, :code, :address, :request, :leftOut)
            """;
    private static final int WAITING = 2_000;
    private static final int TOGETHER = 200;
    private static final Duration IDLE = Duration.ofSeconds(10);
    private static final Duration LAST_WORDS = Duration.ofSeconds(5);

    private final NamedParameterJdbcTemplate jdbc;
    private final Counter lost;
    private final BlockingQueue<Access> waiting = new ArrayBlockingQueue<>(WAITING);
    private final ThreadPoolExecutor writer;

    public StoredAccessRecord(DataSource database, MeterRegistry meters) {
        this.jdbc = new NamedParameterJdbcTemplate(database);
        this.lost = Counter.builder("jalon.access.lost")
                .description("Accesses that could not be written into the access record")
                .register(meters);
        this.writer = new ThreadPoolExecutor(
                1,
                1,
                IDLE.toSeconds(),
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(1),
                Thread.ofPlatform().daemon().name("access-record").factory(),
                // Whoever waits for the thread writes what came meanwhile, too.
                new ThreadPoolExecutor.DiscardPolicy());
        writer.allowCoreThreadTimeOut(true);
    }

    @Override
    public void add(Access access) {
        boolean isKept = waiting.offer(access);
        writer.execute(this::writeWaiting);
        if (!isKept || (writer.isShutdown() && waiting.remove(access))) {
            lost.increment();
        }
    }

    private void writeWaiting() {
        List<Access> together = new ArrayList<>();
        while (waiting.drainTo(together, TOGETHER) > 0) {
            write(together);
            together.clear();
        }
    }

    /** One that the database refuses for what is in it takes no other with it. */
    private void write(List<Access> accesses) {
        try {
            insert(accesses);
        } catch (UnrecordedAccessException e) {
            if (accesses.size() > 1 && e.getCause() instanceof DataIntegrityViolationException) {
                accesses.forEach(each -> write(List.of(each)));
            } else {
                lost.increment(accesses.size());
            }
        }
    }

    @Override
    public void require(Access access) {
        insert(List.of(access));
    }

    private void insert(List<Access> accesses) {
        try {
            jdbc.batchUpdate(
                    INSERT, accesses.stream().map(StoredAccessRecord::columns).toArray(SqlParameterSource[]::new));
        } catch (DataAccessException e) {
            LOG.warn(
                    "{} accesses, the first of kind {}, are not in the access record: {}",
                    accesses.size(),
                    accesses.getFirst().kind().code(),
                    e.getMostSpecificCause().getMessage());
            throw new UnrecordedAccessException(e);
        }
    }

    private static SqlParameterSource columns(Access access) {
        return new MapSqlParameterSource()
                .addValue("kind", access.kind().code())
                .addValue("account", access.account())
                .addValue("role", access.role())
                .addValue("operation", access.operation())
                .addValue("about", access.about())
                .addValue("code", access.code())
                .addValue("address", access.origin().address())
                .addValue("request", access.origin().request())
                .addValue("leftOut", access.leftOut());
    }

    /** Writes what waits, for some seconds at most. */
    @Override
    public void close() {
        writer.shutdown();
        try {
            if (!writer.awaitTermination(LAST_WORDS.toSeconds(), TimeUnit.SECONDS)) {
                writer.shutdownNow();
                lost.increment(waiting.size());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

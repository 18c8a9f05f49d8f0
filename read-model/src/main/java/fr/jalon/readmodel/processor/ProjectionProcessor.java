package fr.jalon.readmodel.processor;

import fr.jalon.readmodel.projection.ModelSchema;
import fr.jalon.readmodel.projection.ParkedRows;
import fr.jalon.readmodel.projection.ProjectedRegisters;
import fr.jalon.readmodel.projection.ProjectionCheck;
import fr.jalon.readmodel.projection.SearchedWords;
import fr.jalon.readmodel.rebuild.Rebuild;
import fr.jalon.readmodel.tracking.Advance;
import fr.jalon.readmodel.tracking.Projection;
import fr.jalon.readmodel.tracking.ProjectionSettings;
import fr.jalon.readmodel.tracking.Tokens;
import fr.jalon.readmodel.tracking.TrackingCheck;
import fr.jalon.store.axon.NestedTransactions;
import fr.jalon.store.log.EventLog;
import fr.jalon.store.log.PostgresEventLog;
import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.SimpleEventHandlerInvoker;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.async.SequentialPerAggregatePolicy;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/**
 * The live projection: follows the log, survives what befalls the database, tries parked territories again. Made of
 * parts wired by hand, so that the transactions are real ones.
 */
public final class ProjectionProcessor implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ProjectionProcessor.class);
    private static final long STOP_SECONDS = 5;

    private final StreamableMessageSource<TrackedEventMessage<?>> source;
    private final ProjectionSettings settings;
    private final NestedTransactions transactions;
    private final JdbcClient jdbc;
    private final Tokens tokens;
    private final ProjectedRegisters registers;
    private final RegisterProjection projection;
    private final EventHandlerInvoker invoker;
    private final ParkedTerritories parked;
    private final Rebuild rebuild;
    private final ProjectionWatch watch;
    private final ProjectionCheck check;
    private final TrackingCheck tracking;
    private @Nullable Running running;

    private record Running(
            PooledStreamingEventProcessor processor, ScheduledExecutorService threads, FairShare share) {}

    /**
     * A projection that does not run yet.
     *
     * @param dataSource connections of the role that owns the read models
     * @param source the log as Axon's readers see it
     */
    public ProjectionProcessor(
            DataSource dataSource,
            StreamableMessageSource<TrackedEventMessage<?>> source,
            ProjectionSettings settings) {
        this(dataSource, source, settings, SearchedWords.PLAIN);
    }

    /** @param words how the words of entries are kept */
    public ProjectionProcessor(
            DataSource dataSource,
            StreamableMessageSource<TrackedEventMessage<?>> source,
            ProjectionSettings settings,
            SearchedWords words) {
        EventLog log = new PostgresEventLog(dataSource);
        this.source = source;
        this.settings = settings;
        this.transactions = new NestedTransactions(new JdbcTransactionManager(dataSource));
        this.tokens = new Tokens(dataSource, log, settings);
        this.jdbc = JdbcClient.create(dataSource);
        this.registers = new ProjectedRegisters(ModelSchema.LIVE, dataSource, log, settings.keptEntries());
        ModelWriter writer = new ModelWriter(dataSource, transactions, registers, words);
        ParkedRows rows = new ParkedRows(dataSource);
        this.projection = new RegisterProjection(registers, writer);
        this.invoker = SimpleEventHandlerInvoker.builder()
                .eventHandlers(new Parking(projection, rows))
                .sequencingPolicy(SequentialPerAggregatePolicy.instance())
                .listenerInvocationErrorHandler(PropagatingErrorHandler.instance())
                .build();
        this.parked = new ParkedTerritories(rows, log, registers, writer, transactions);
        this.rebuild = new Rebuild(dataSource, log, registers, tokens, settings.keptEntries(), words);
        this.watch = new ProjectionWatch(this, settings);
        this.check = new ProjectionCheck(dataSource, log, settings.patience(), words);
        this.tracking = new TrackingCheck(jdbc, log);
    }

    /** Sees to it that a copy of this version answers, then follows the log. */
    public synchronized void start() {
        rebuild.ensureCurrent();
        tokens.make();
        run();
        watch.start();
    }

    /** Lets the batch under way finish, and a try at a parked territory its step. */
    @Override
    public void close() {
        parked.close();
        watch.close();
        synchronized (this) {
            stop();
        }
    }

    public Rebuild rebuild() {
        return rebuild;
    }

    public ParkedTerritories parked() {
        return parked;
    }

    /** What compares the read models with the log. */
    public ProjectionCheck check() {
        return check;
    }

    /** What asks whether the projection's own notes can be true. */
    public TrackingCheck tracking() {
        return tracking;
    }

    /** Where it stands; fails where the database does not answer. */
    public Advance advance() {
        return tokens.advance();
    }

    /** Where the slowest of the segments stands that are this process's business; the greatest number where none is. */
    long ownReached() {
        return tokens.ownReached();
    }

    /** How many segments of the log this process holds. */
    public synchronized int segments() {
        return running == null ? 0 : running.processor().processingStatus().size();
    }

    /** Changes as long as claims are looked after. */
    synchronized long looks() {
        return running == null ? 0 : running.share().looks();
    }

    /** Changes as long as anything goes on. */
    long signOfLife() {
        return projection.handled();
    }

    /**
     * How often, here, an entry left a subject with more readings than are told apart: all is possible there, nothing
     * certain.
     */
    long untold() {
        return projection.untold() + parked.untold();
    }

    /** Whether it follows the log, or will once it can. */
    public synchronized boolean isRunning() {
        return running != null && running.processor().isRunning();
    }

    /** Whether the last attempt to read the log failed. */
    public synchronized boolean isInError() {
        return running != null && running.processor().isError();
    }

    /**
     * Replaces the running parts by new ones: Axon's coordinator may be dead after an outage, or wait for a minute
     * though the database is back. Two that overlap do no harm, for every batch says where it believes the read models
     * to be.
     */
    synchronized void restart() {
        if (running != null) {
            LOG.warn("The projection stands still; it is started anew");
            stop();
            run();
        }
    }

    /** Ends what runs without a word to it, as an outage may. */
    synchronized void killThreads() {
        if (running != null) {
            running.threads().shutdownNow();
        }
    }

    private void run() {
        ScheduledExecutorService threads = Executors.newScheduledThreadPool(
                settings.segments() + 2,
                Thread.ofPlatform().daemon().name("projection-", 1).factory());
        FairShare share = new FairShare(jdbc, settings, registers);
        PooledStreamingEventProcessor processor = PooledStreamingEventProcessor.builder()
                .name(Projection.NAME)
                .eventHandlerInvoker(invoker)
                .messageSource(new PromptSource(source, threads))
                .tokenStore(tokens.store())
                .transactionManager(transactions)
                .coordinatorExecutor(threads)
                .workerExecutor(threads)
                .initialSegmentCount(settings.segments())
                .batchSize(settings.batchSize())
                .tokenClaimInterval(ProjectionSettings.CLAIM_MILLIS)
                .maxSegmentProvider(share)
                .claimExtensionThreshold(settings.claimTimeout().toMillis() / 2)
                .clock(Clock.systemUTC())
                .build();
        running = new Running(processor, threads, share);
        processor.start();
    }

    private void stop() {
        Running stopping = running;
        running = null;
        if (stopping != null) {
            try {
                stopping.processor().shutdownAsync().get(STOP_SECONDS, TimeUnit.SECONDS);
                stopping.share().leave();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (Exception e) {
                LOG.warn("The projection did not stop in order: {}", e.toString());
            }
            stopping.threads().shutdownNow();
        }
    }
}

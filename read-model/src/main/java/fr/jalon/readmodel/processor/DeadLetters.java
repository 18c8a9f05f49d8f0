package fr.jalon.readmodel.processor;

import static org.axonframework.messaging.deadletter.ThrowableCause.truncated;

import fr.jalon.readmodel.projection.Failures;
import fr.jalon.readmodel.projection.Projection;
import fr.jalon.store.PayloadCodec;
import fr.jalon.store.PostgresDeadLetterQueue;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventMessageHandler;
import org.axonframework.eventhandling.async.SequentialPerAggregatePolicy;
import org.axonframework.eventhandling.deadletter.DeadLetteringEventHandlerInvoker;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.deadletter.Decisions;
import org.axonframework.messaging.deadletter.EnqueueDecision;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;

/** Entries that could not be taken in, each with those of its territory that came after it; the others flow. */
public final class DeadLetters {
    private final PostgresDeadLetterQueue queue;
    private final DeadLetteringEventHandlerInvoker invoker;

    DeadLetters(
            DataSource dataSource,
            PayloadCodec codec,
            TransactionManager transactions,
            EventMessageHandler projection) {
        queue = new PostgresDeadLetterQueue(Projection.NAME, dataSource, codec);
        invoker = DeadLetteringEventHandlerInvoker.builder()
                .eventHandlers(projection)
                .queue(queue)
                .sequencingPolicy(SequentialPerAggregatePolicy.instance())
                .transactionManager(transactions)
                .enqueuePolicy(DeadLetters::decide)
                .enableSequenceIdentifierCache()
                .build();
    }

    /** The territories that are parked. */
    public List<String> territories() {
        return queue.sequences();
    }

    /** How many entries are parked. */
    public long size() {
        return queue.size();
    }

    /** Tries every parked territory again, each as far as it goes. */
    public void retry() {
        queue.retryAll(invoker);
    }

    EventHandlerInvoker invoker() {
        return invoker;
    }

    /** What is no fault of the entry's undoes the batch, which is tried again; a letter tried again never gets lost. */
    private static EnqueueDecision<EventMessage<?>> decide(
            DeadLetter<? extends EventMessage<?>> letter, Throwable cause) {
        boolean triedAgain = CurrentUnitOfWork.map(unit -> unit.resources().containsKey(DeadLetter.class.getName()))
                .orElse(false);
        if (triedAgain || Failures.liesInTheData(cause)) {
            return Decisions.enqueue(truncated(cause));
        }
        throw cause instanceof RuntimeException unchecked ? unchecked : new IllegalStateException(cause);
    }
}

package fr.jalon.command.axon;

import fr.jalon.command.territory.Decision;
import fr.jalon.command.territory.ReadRegister;
import fr.jalon.command.territory.RecordEntry;
import fr.jalon.command.territory.Recorder;
import fr.jalon.store.log.EntryIdTakenException;
import fr.jalon.store.log.StoreBusyException;
import fr.jalon.store.log.StoreUnavailableException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import org.axonframework.commandhandling.AnnotationCommandHandlerAdapter;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.callbacks.FutureCallback;
import org.axonframework.common.caching.Cache;
import org.axonframework.common.lock.LockAcquisitionFailedException;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.modelling.command.ConcurrencyException;

/** Records in this process. Whatever Axon and the store throw ends here: what follows is given decisions, or a bug. */
public final class TerritoryGateway implements Recorder, AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int LONGEST_PAUSE_MILLIS = 16;

    private final CommandBus commands;
    private final TerritoryRepository territories;
    private final RegisterSnapshots snapshots;

    /** Wires the aggregate over this store and this cache of aggregates. */
    public TerritoryGateway(EventStore events, Cache cache) {
        this.territories = TerritoryRepository.over(events, cache);
        this.snapshots = new RegisterSnapshots(events);
        this.commands = SimpleCommandBus.builder().build();
        new AnnotationCommandHandlerAdapter<>(new TerritoryCommandHandler(territories, snapshots)).subscribe(commands);
    }

    /** As declared. A conflict with another process is tried again: the rules then see its entries. */
    @Override
    public Decision record(RecordEntry command, Map<String, String> metadata) {
        PendingCommand pending = new PendingCommand(command);
        long end = System.nanoTime() + PATIENCE.toNanos();
        boolean idWasTaken = false;
        for (int attempt = 1; ; attempt++) {
            CommandResultMessage<? extends Decision> result = dispatch(pending, metadata);
            if (!result.isExceptional()) {
                return pending.answer(result.getPayload());
            }
            Throwable failure = result.exceptionResult();
            boolean isWorthAnotherTry = switch (failure) {
                case ConcurrencyException _ -> System.nanoTime() - end < 0;
                // By this very entry perhaps, sent to another process at the same time: the register, read again,
                // tells.
                case EntryIdTakenException _ -> !idWasTaken;
                default -> false;
            };
            if (!isWorthAnotherTry) {
                return meaning(failure);
            }
            idWasTaken |= failure instanceof EntryIdTakenException;
            pause(attempt);
        }
    }

    @Override
    public ReadRegister register(String territory) {
        try {
            return territories.register(territory);
        } catch (StoreUnavailableException away) {
            return new ReadRegister.Incomplete(meaning(away));
        }
    }

    private CommandResultMessage<? extends Decision> dispatch(PendingCommand pending, Map<String, String> metadata) {
        FutureCallback<PendingCommand, Decision> answer = new FutureCallback<>();
        commands.dispatch(new GenericCommandMessage<>(pending, metadata), answer);
        return answer.getResult();
    }

    private static Decision.No meaning(Throwable failure) {
        return switch (failure) {
            case ConcurrencyException _, LockAcquisitionFailedException _, StoreBusyException _ -> new Decision.Busy();
            case StoreUnavailableException away -> new Decision.Unavailable(away.outcomeUnknown());
            case EntryIdTakenException _ -> new Decision.IdTakenElsewhere();
            case RuntimeException bug -> throw bug;
            case Throwable checked -> throw new IllegalStateException(checked);
        };
    }

    /** Two processes in step would go on hindering one another. */
    private static void pause(int attempt) {
        long most =
                Duration.ofMillis(Math.min(attempt - 1, LONGEST_PAUSE_MILLIS)).toNanos();
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(most + 1));
    }

    @Override
    public void close() {
        snapshots.close();
    }
}

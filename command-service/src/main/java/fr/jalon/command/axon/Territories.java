package fr.jalon.command.axon;

import fr.jalon.command.territory.Decision;
import fr.jalon.command.territory.RecordEntry;
import fr.jalon.events.register.Register;
import fr.jalon.store.EntryIdTakenException;
import fr.jalon.store.StoreBusyException;
import fr.jalon.store.UnreadableRegisterException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import org.axonframework.commandhandling.AnnotationCommandHandlerAdapter;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.callbacks.FutureCallback;
import org.axonframework.common.caching.Cache;
import org.axonframework.common.lock.LockAcquisitionFailedException;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.annotation.MessageHandlerInvocationException;
import org.axonframework.modelling.command.ConcurrencyException;

/** The write side's door: one blocking call, from any thread, for one command (<i>command gateway</i>). */
public final class Territories implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int LONGEST_PAUSE_MILLIS = 16;

    private final CommandBus commands;
    private final EventStore events;
    private final RegisterSnapshots snapshots;

    /** Wires the aggregate over this store and this cache of aggregates. */
    public Territories(EventStore events, Cache cache) {
        this.events = events;
        this.snapshots = new RegisterSnapshots(events);
        this.commands = SimpleCommandBus.builder().build();
        TerritoryCommandHandler handler =
                new TerritoryCommandHandler(TerritoryRepository.over(events, cache), snapshots);
        new AnnotationCommandHandlerAdapter<>(handler).subscribe(commands);
    }

    /**
     * Records an entry, or says why not. A conflict with another process is tried again: the rules then see its entries.
     *
     * @param metadata who does it: actor, role, correlation
     * @throws UnreadableRegisterException if a newer version wrote in the territory's register
     * @throws StoreBusyException if others came first for many seconds
     * @throws EntryIdTakenException if the id is that of an entry of another territory
     */
    public Decision record(RecordEntry command, Map<String, String> metadata) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        boolean idWasTaken = false;
        for (int attempt = 1; ; attempt++) {
            try {
                return dispatch(command, metadata);
            } catch (ConcurrencyException conflict) {
                if (System.nanoTime() - end >= 0) {
                    throw StoreBusyException.outrun(conflict);
                }
            } catch (LockAcquisitionFailedException heldTooLong) {
                throw StoreBusyException.outrun(heldTooLong);
            } catch (EntryIdTakenException taken) {
                // By this very entry perhaps, sent to another process at the same time: the register, read again,
                // tells.
                if (idWasTaken) {
                    throw taken;
                }
                idWasTaken = true;
            }
            pause(attempt);
        }
    }

    /** Two processes in step would go on hindering one another. */
    private static void pause(int attempt) {
        long most =
                Duration.ofMillis(Math.min(attempt - 1, LONGEST_PAUSE_MILLIS)).toNanos();
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(most + 1));
    }

    /** A territory's register as it is now; empty where nobody opened it. */
    public Register register(String territory) {
        return RegisterFold.of(events.readEvents(territory));
    }

    private Decision dispatch(RecordEntry command, Map<String, String> metadata) {
        FutureCallback<PendingCommand, Decision> answer = new FutureCallback<>();
        PendingCommand recording = new PendingCommand(command);
        commands.dispatch(new GenericCommandMessage<>(recording, metadata), answer);
        var result = answer.getResult();
        if (result.isExceptional()) {
            throw switch (result.exceptionResult()) {
                // Axon wraps what an event sourcing handler throws.
                case MessageHandlerInvocationException wrapped
                when wrapped.getCause() instanceof UnreadableRegisterException unreadable -> unreadable;
                case RuntimeException unchecked -> unchecked;
                case Throwable checked -> new IllegalStateException(checked);
            };
        }
        return recording.answer(result.getPayload());
    }

    @Override
    public void close() {
        snapshots.close();
    }
}

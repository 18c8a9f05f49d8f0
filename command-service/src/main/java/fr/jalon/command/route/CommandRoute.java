package fr.jalon.command.route;

import fr.jalon.axonserver.AxonServer;
import fr.jalon.command.territory.Decision;
import fr.jalon.command.territory.RecordEntry;
import fr.jalon.store.EntryIdTakenException;
import fr.jalon.store.StoreBusyException;
import fr.jalon.store.StoreUnavailableException;
import fr.jalon.store.UnreadableRegisterException;
import io.axoniq.axonserver.connector.ErrorCategory;
import io.axoniq.axonserver.connector.Registration;
import io.axoniq.axonserver.grpc.MetaDataValue;
import io.axoniq.axonserver.grpc.ProcessingInstruction;
import io.axoniq.axonserver.grpc.ProcessingKey;
import io.axoniq.axonserver.grpc.command.Command;
import io.axoniq.axonserver.grpc.command.CommandResponse;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends each command where its territory is at hand: all of one territory go to the same process, as long as it is there,
 * so that its register is in memory and writers seldom meet.
 */
public final class CommandRoute implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CommandRoute.class);
    private static final String COMMAND = "jalon.record-entry";
    private static final int LOAD_FACTOR = 100;
    private static final int UNDER_WAY = 512;
    private static final long ANSWER_SECONDS = 30;
    private static final long END_SECONDS = 20;

    private final AxonServer server;
    private final BiFunction<RecordEntry, Map<String, String>, Decision> here;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore room = new Semaphore(UNDER_WAY);
    private @Nullable Registration registration;

    /** @param here records an entry of a territory that is this process's to keep at hand */
    public CommandRoute(AxonServer server, BiFunction<RecordEntry, Map<String, String>, Decision> here) {
        this.server = server;
        this.here = here;
    }

    /** Takes commands in, from now on. */
    public void open() {
        registration = server.commands().registerCommandHandler(this::handle, LOAD_FACTOR, COMMAND);
    }

    /**
     * Has an entry recorded, wherever that is.
     *
     * @throws StoreBusyException if whoever has the territory has too much to do
     * @throws StoreUnavailableException if nobody answers
     * @throws UnreadableRegisterException if a newer version wrote in the territory's register
     * @throws EntryIdTakenException if its id is that of an entry of another territory
     */
    public Decision record(RecordEntry command, Map<String, String> metadata) {
        CompletableFuture<CommandResponse> answer = server.commands()
                .sendCommand(Command.newBuilder()
                        .setMessageIdentifier(UUID.randomUUID().toString())
                        .setName(COMMAND)
                        .setPayload(Letters.write(command, metadata))
                        .addProcessingInstructions(ProcessingInstruction.newBuilder()
                                .setKey(ProcessingKey.ROUTING_KEY)
                                .setValue(MetaDataValue.newBuilder()
                                        .setTextValue(command.entry().territory())))
                        .build());
        try {
            return read(answer.get(ANSWER_SECONDS, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unknown(e);
        } catch (TimeoutException | ExecutionException e) {
            throw unknown(e);
        }
    }

    private static Decision read(CommandResponse response) {
        if (!response.getErrorCode().isEmpty()) {
            throw switch (ErrorCategory.getFromCode(response.getErrorCode())) {
                case NO_HANDLER_FOR_COMMAND ->
                    new StoreUnavailableException("no process takes commands: nothing was stored", false, null);
                case COMMAND_EXECUTION_ERROR ->
                    new IllegalStateException(response.getErrorMessage().getMessage());
                default ->
                    unknown(new IllegalStateException(response.getErrorMessage().getMessage()));
            };
        }
        return switch (Letters.readReply(response.getPayload())) {
            case Reply.Decided(Decision decision) -> decision;
            case Reply.IdTaken() -> throw new EntryIdTakenException("the id is taken in another territory", null);
            case Reply.Unreadable(long position) -> throw new UnreadableRegisterException(position);
            case Reply.Busy() -> throw StoreBusyException.elsewhere();
            case Reply.Unavailable(boolean outcomeUnknown) ->
                throw new StoreUnavailableException(
                        "the store is away from who has the territory", outcomeUnknown, null);
        };
    }

    private static StoreUnavailableException unknown(Throwable cause) {
        return new StoreUnavailableException("no answer came: the entry may be stored or not", true, cause);
    }

    private CompletableFuture<CommandResponse> handle(Command command) {
        if (!room.tryAcquire()) {
            return CompletableFuture.completedFuture(response(new Reply.Busy()));
        }
        return CompletableFuture.supplyAsync(() -> response(reply(command)), threads)
                .whenComplete((response, failure) -> {
                    room.release();
                    if (failure != null) {
                        LOG.error("A command could not be handled", failure);
                    }
                });
    }

    private Reply reply(Command command) {
        try {
            Letters.Sent sent = Letters.readCommand(command.getPayload());
            return new Reply.Decided(here.apply(sent.command(), sent.metadata()));
        } catch (EntryIdTakenException e) {
            return new Reply.IdTaken();
        } catch (UnreadableRegisterException e) {
            return new Reply.Unreadable(e.position());
        } catch (StoreBusyException e) {
            return new Reply.Busy();
        } catch (StoreUnavailableException e) {
            return new Reply.Unavailable(e.outcomeUnknown());
        }
    }

    private static CommandResponse response(Reply reply) {
        return CommandResponse.newBuilder()
                .setMessageIdentifier(UUID.randomUUID().toString())
                .setPayload(Letters.write(reply))
                .build();
    }

    /** Takes no more commands in, and lets those under way finish. */
    @Override
    public void close() {
        try {
            if (registration != null) {
                registration.cancel().get(END_SECONDS, TimeUnit.SECONDS);
            }
            if (!room.tryAcquire(UNDER_WAY, END_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("Commands were still under way at the end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (TimeoutException | ExecutionException e) {
            LOG.debug("Axon Server was not told in time that this process takes no more commands", e);
        }
        threads.shutdown();
    }
}

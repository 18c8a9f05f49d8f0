package fr.jalon.command.route;

import fr.jalon.axonserver.AxonServer;
import fr.jalon.command.territory.Decision;
import fr.jalon.command.territory.ReadRegister;
import fr.jalon.command.territory.RecordEntry;
import fr.jalon.command.territory.Recorder;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has each entry recorded where its territory is at hand: all of one territory go to the same process, as long as it is
 * there, so that its register is in memory and writers seldom meet.
 */
public final class CommandRoute implements Recorder, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CommandRoute.class);
    private static final String COMMAND = "jalon.record-entry";
    private static final int LOAD_FACTOR = 100;
    private static final int UNDER_WAY = 512;
    private static final long ANSWER_SECONDS = 30;
    private static final long END_SECONDS = 20;
    private static final Decision NO_ANSWER_CAME = new Decision.Unavailable(true);
    private static final Decision NOBODY_TOOK_IT = new Decision.Unavailable(false);

    private final AxonServer server;
    private final Recorder here;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore room = new Semaphore(UNDER_WAY);
    private final Registration registration;

    /**
     * Takes commands in, from now on.
     *
     * @param here records what others send, of territories that are this process's to keep at hand
     */
    public CommandRoute(AxonServer server, Recorder here) {
        this.server = server;
        this.here = here;
        this.registration = server.commands().registerCommandHandler(this::handle, LOAD_FACTOR, COMMAND);
    }

    @Override
    public Decision record(RecordEntry command, Map<String, String> metadata) {
        CompletableFuture<CommandResponse> answer = server.commands()
                .sendCommand(Command.newBuilder()
                        .setMessageIdentifier(UUID.randomUUID().toString())
                        .setName(COMMAND)
                        .setPayload(WireForm.write(command, metadata))
                        .addProcessingInstructions(ProcessingInstruction.newBuilder()
                                .setKey(ProcessingKey.ROUTING_KEY)
                                .setValue(MetaDataValue.newBuilder()
                                        .setTextValue(command.entry().territory())))
                        .build());
        try {
            return read(answer.get(ANSWER_SECONDS, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return NO_ANSWER_CAME;
        } catch (TimeoutException | ExecutionException e) {
            return NO_ANSWER_CAME;
        }
    }

    /** Read in this process: every process has the log. */
    @Override
    public ReadRegister register(String territory) {
        return here.register(territory);
    }

    private static Decision read(CommandResponse response) {
        if (response.getErrorCode().isEmpty()) {
            return WireForm.readDecision(response.getPayload());
        }
        return switch (ErrorCategory.getFromCode(response.getErrorCode())) {
            case NO_HANDLER_FOR_COMMAND -> NOBODY_TOOK_IT;
            case COMMAND_EXECUTION_ERROR ->
                throw new IllegalStateException(response.getErrorMessage().getMessage());
            default -> NO_ANSWER_CAME;
        };
    }

    private CompletableFuture<CommandResponse> handle(Command command) {
        if (!room.tryAcquire()) {
            return CompletableFuture.completedFuture(response(new Decision.Busy()));
        }
        return CompletableFuture.supplyAsync(() -> response(decide(command)), threads)
                .whenComplete((response, failure) -> {
                    room.release();
                    if (failure != null) {
                        LOG.error("A command could not be handled", failure);
                    }
                });
    }

    private Decision decide(Command command) {
        WireForm.Sent sent = WireForm.readCommand(command.getPayload());
        return here.record(sent.command(), sent.metadata());
    }

    private static CommandResponse response(Decision decision) {
        return CommandResponse.newBuilder()
                .setMessageIdentifier(UUID.randomUUID().toString())
                .setPayload(WireForm.write(decision))
                .build();
    }

    /** Takes no more commands in, and lets those under way finish. */
    @Override
    public void close() {
        try {
            registration.cancel().get(END_SECONDS, TimeUnit.SECONDS);
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

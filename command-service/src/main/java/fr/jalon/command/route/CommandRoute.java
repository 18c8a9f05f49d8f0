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
import java.time.Duration;
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
import tools.jackson.core.JacksonException;

/**
 * Has each entry recorded where its territory is at hand: all of one territory go to the same process, as long as it
 * is there, so that its register is in memory and writers seldom meet.
 */
public final class CommandRoute implements Recorder, AutoCloseable {
    static final String COMMAND = "jalon.record-entry";
    static final int UNDER_WAY = 512;

    private static final Logger LOG = LoggerFactory.getLogger(CommandRoute.class);
    private static final int LOAD_FACTOR = 100;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long END_SECONDS = 20;
    private static final Decision NO_ANSWER_CAME = new Decision.Unavailable(true);
    private static final Decision NOBODY_TOOK_IT = new Decision.Unavailable(false);

    private final AxonServer server;
    private final Recorder here;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore room = new Semaphore(UNDER_WAY);
    private final Registration registration;
    private final Duration patience;

    /**
     * Takes commands in, from now on.
     *
     * @param here records what others send, of territories that are this process's to keep at hand
     */
    public CommandRoute(AxonServer server, Recorder here) {
        this(server, here, PATIENCE);
    }

    /** @param patience how long an answer is waited for */
    CommandRoute(AxonServer server, Recorder here, Duration patience) {
        this.server = server;
        this.here = here;
        this.patience = patience;
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
            return read(answer.get(patience.toMillis(), TimeUnit.MILLISECONDS));
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
            return decided(response);
        }
        return switch (ErrorCategory.getFromCode(response.getErrorCode())) {
            case NO_HANDLER_FOR_COMMAND -> NOBODY_TOOK_IT;
            case COMMAND_EXECUTION_ERROR ->
                throw new IllegalStateException(response.getErrorMessage().getMessage());
            default -> NO_ANSWER_CAME;
        };
    }

    /** A newer version may decide what this one has no word for, and may have recorded the entry. */
    private static Decision decided(CommandResponse response) {
        try {
            return WireForm.readDecision(response.getPayload());
        } catch (JacksonException e) {
            LOG.error("A decision of a process of another version cannot be read: {}", e.getClass());
            return NO_ANSWER_CAME;
        }
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
        WireForm.Delivery sent;
        try {
            sent = WireForm.readCommand(command.getPayload());
        } catch (RuntimeException e) {
            // Its message may repeat what somebody wrote.
            LOG.error("An entry from a process of another version cannot be read: {}", e.getClass());
            return NOBODY_TOOK_IT;
        }
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
            takeNoMore();
            if (!room.tryAcquire(UNDER_WAY, END_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("Commands were still under way at the end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        threads.shutdown();
    }

    private void takeNoMore() throws InterruptedException {
        try {
            registration.cancel().get(END_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            LOG.debug("Axon Server was not told in time that this process takes no more commands", e);
        }
    }
}

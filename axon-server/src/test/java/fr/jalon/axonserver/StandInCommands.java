package fr.jalon.axonserver;

import io.axoniq.axonserver.grpc.ErrorMessage;
import io.axoniq.axonserver.grpc.MetaDataValue;
import io.axoniq.axonserver.grpc.ProcessingInstruction;
import io.axoniq.axonserver.grpc.ProcessingKey;
import io.axoniq.axonserver.grpc.command.Command;
import io.axoniq.axonserver.grpc.command.CommandProviderInbound;
import io.axoniq.axonserver.grpc.command.CommandProviderOutbound;
import io.axoniq.axonserver.grpc.command.CommandResponse;
import io.axoniq.axonserver.grpc.command.CommandServiceGrpc;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Brings commands as Axon Server does: those of one routing key to one process, as long as it is there. */
final class StandInCommands extends CommandServiceGrpc.CommandServiceImplBase {
    private static final String NO_HANDLER = "AXONIQ-4000";
    private static final String HANDLER_LOST = "AXONIQ-4001";

    private final Map<String, Handler> handlers = new TreeMap<>();
    private final Map<String, Sent> underWay = new HashMap<>();

    private record Sent(Handler to, StreamObserver<CommandResponse> answer) {}

    synchronized int handlers() {
        return handlers.size();
    }

    synchronized void loseHandlers() {
        for (Handler handler : List.copyOf(handlers.values())) {
            handler.out.onError(Status.UNAVAILABLE.asRuntimeException());
            handler.lose();
        }
    }

    @Override
    public synchronized void dispatch(Command command, StreamObserver<CommandResponse> answer) {
        List<Handler> all = List.copyOf(handlers.values());
        if (all.isEmpty()) {
            answer(answer, error(command.getMessageIdentifier(), NO_HANDLER));
            return;
        }
        Handler handler = all.get(Math.floorMod(routingKey(command).hashCode(), all.size()));
        underWay.put(command.getMessageIdentifier(), new Sent(handler, answer));
        handler.out.onNext(
                CommandProviderInbound.newBuilder().setCommand(command).build());
    }

    @Override
    public StreamObserver<CommandProviderOutbound> openStream(StreamObserver<CommandProviderInbound> out) {
        return new Handler(out);
    }

    private static String routingKey(Command command) {
        return command.getProcessingInstructionsList().stream()
                .filter(instruction -> instruction.getKey() == ProcessingKey.ROUTING_KEY)
                .map(ProcessingInstruction::getValue)
                .findFirst()
                .map(MetaDataValue::getTextValue)
                .orElse(command.getMessageIdentifier());
    }

    private static CommandResponse error(String request, String code) {
        return CommandResponse.newBuilder()
                .setMessageIdentifier(UUID.randomUUID().toString())
                .setRequestIdentifier(request)
                .setErrorCode(code)
                .setErrorMessage(ErrorMessage.newBuilder().setMessage(code))
                .build();
    }

    private static void answer(StreamObserver<CommandResponse> answer, CommandResponse response) {
        answer.onNext(response);
        answer.onCompleted();
    }

    /** One process that takes commands. */
    private final class Handler implements StreamObserver<CommandProviderOutbound> {
        private final StreamObserver<CommandProviderInbound> out;

        Handler(StreamObserver<CommandProviderInbound> out) {
            this.out = out;
        }

        @Override
        public void onNext(CommandProviderOutbound message) {
            synchronized (StandInCommands.this) {
                switch (message.getRequestCase()) {
                    case SUBSCRIBE -> handlers.put(message.getSubscribe().getClientId(), this);
                    case UNSUBSCRIBE -> handlers.values().remove(this);
                    case COMMAND_RESPONSE -> respond(message.getCommandResponse());
                    case FLOW_CONTROL, ACK, REQUEST_NOT_SET -> {
                        // Whoever is here is sent all there is.
                    }
                }
                if (!message.getInstructionId().isEmpty()) {
                    out.onNext(CommandProviderInbound.newBuilder()
                            .setAck(StandIn.done(message.getInstructionId()))
                            .build());
                }
            }
        }

        private void respond(CommandResponse response) {
            Sent sent = underWay.remove(response.getRequestIdentifier());
            if (sent != null) {
                answer(sent.answer, response);
            }
        }

        @Override
        public void onError(Throwable gone) {
            lose();
        }

        private void lose() {
            synchronized (StandInCommands.this) {
                handlers.values().remove(this);
                underWay.entrySet().removeIf(command -> {
                    boolean isLost = command.getValue().to == this;
                    if (isLost) {
                        answer(command.getValue().answer, error(command.getKey(), HANDLER_LOST));
                    }
                    return isLost;
                });
            }
        }

        @Override
        public void onCompleted() {
            lose();
            out.onCompleted();
        }
    }
}

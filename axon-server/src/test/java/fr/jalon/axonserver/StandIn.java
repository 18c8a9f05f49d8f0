package fr.jalon.axonserver;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.axoniq.axonserver.grpc.InstructionAck;
import io.axoniq.axonserver.grpc.control.ClientIdentification;
import io.axoniq.axonserver.grpc.control.PlatformInboundInstruction;
import io.axoniq.axonserver.grpc.control.PlatformInfo;
import io.axoniq.axonserver.grpc.control.PlatformOutboundInstruction;
import io.axoniq.axonserver.grpc.control.PlatformServiceGrpc;
import io.grpc.Metadata;
import io.grpc.Server;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * Stands in for Axon Server where no jar of it is at hand: it speaks the same protocol, as far as Jalon does, and
 * keeps its events in memory, where they outlive {@link #kill()}.
 */
public final class StandIn implements AutoCloseable {
    static final Metadata.Key<String> ERROR_CODE =
            Metadata.Key.of("AxonIQ-ErrorCode", Metadata.ASCII_STRING_MARSHALLER);

    static {
        // The connector warns of each connection that a test cuts.
        ((Logger) LoggerFactory.getLogger("io.axoniq")).setLevel(Level.ERROR);
    }

    private final StandInEvents events = new StandInEvents();
    private final StandInCommands commands = new StandInCommands();
    private final StandInWire wire = new StandInWire();
    private final Optional<String> token;
    private int port;
    private @Nullable Server server;

    private StandIn(Optional<String> token) {
        this.token = token;
    }

    /** An empty one that answers. */
    public static StandIn start() {
        return start(Optional.empty());
    }

    /** One that answers whoever has this token. */
    static StandIn asking(String token) {
        return start(Optional.of(token));
    }

    private static StandIn start(Optional<String> token) {
        StandIn standIn = new StandIn(token);
        standIn.begin();
        return standIn;
    }

    /** Answers, with all it holds, where it did before. */
    public void begin() {
        try {
            server = NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
                    .addService(new Platform())
                    .addService(events)
                    .addService(commands)
                    .intercept(new Door(token))
                    .intercept(wire)
                    .permitKeepAliveTime(1, TimeUnit.SECONDS)
                    .permitKeepAliveWithoutCalls(true)
                    .build()
                    .start();
            port = server.getPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Cuts every connection; nobody listens from now on. */
    public void kill() {
        if (server == null) {
            return;
        }
        try {
            if (!server.shutdownNow().awaitTermination(20, TimeUnit.SECONDS)) {
                throw new IllegalStateException("it does not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** How a process of Jalon finds it. */
    public AxonServerSettings settings(String component) {
        return new AxonServerSettings(
                component, List.of(new AxonServerSettings.Node("127.0.0.1", port)), "default", null, false, null);
    }

    /** Where it is, as {@code jalon.axon-server.servers} names it. */
    public String address() {
        return "127.0.0.1:" + port;
    }

    /** Looks for a text in every message from now on, whoever sends it. */
    public void lookFor(String text) {
        wire.lookFor(text);
    }

    /** In how many messages a text was that is looked for. */
    public long found(String text) {
        return wire.found(text);
    }

    /** How many processes take commands. */
    public int handlers() {
        return commands.handlers();
    }

    /** Has lost all processes that take commands; they come back by themselves. */
    public void loseHandlers() {
        commands.loseHandlers();
    }

    /** Forgets all but its first events, as one that was put back to an older back-up. */
    public void cutBack(int size) {
        events.cutBack(size);
    }

    @Override
    public void close() {
        kill();
    }

    /** Lets in whoever has the token, where one is asked for. */
    private record Door(Optional<String> token) implements ServerInterceptor {
        private static final Metadata.Key<String> TOKEN =
                Metadata.Key.of("AxonIQ-Access-Token", Metadata.ASCII_STRING_MARSHALLER);

        @Override
        public <Q, A> ServerCall.Listener<Q> interceptCall(
                ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
            if (token.isEmpty() || token.get().equals(headers.get(TOKEN))) {
                return next.startCall(call, headers);
            }
            Metadata trailers = new Metadata();
            trailers.put(ERROR_CODE, headers.containsKey(TOKEN) ? "AXONIQ-1001" : "AXONIQ-1000");
            call.close(Status.PERMISSION_DENIED, trailers);
            return new ServerCall.Listener<>() {};
        }
    }

    static InstructionAck done(String instruction) {
        return InstructionAck.newBuilder()
                .setInstructionId(instruction)
                .setSuccess(true)
                .build();
    }

    /** Lets everybody in, on the connection they came by. */
    private static final class Platform extends PlatformServiceGrpc.PlatformServiceImplBase {
        @Override
        public void getPlatformServer(ClientIdentification client, StreamObserver<PlatformInfo> answer) {
            answer.onNext(PlatformInfo.newBuilder().setSameConnection(true).build());
            answer.onCompleted();
        }

        @Override
        public StreamObserver<PlatformInboundInstruction> openStream(StreamObserver<PlatformOutboundInstruction> out) {
            return new StreamObserver<>() {
                @Override
                public void onNext(PlatformInboundInstruction instruction) {
                    if (!instruction.getInstructionId().isEmpty()) {
                        out.onNext(PlatformOutboundInstruction.newBuilder()
                                .setAck(done(instruction.getInstructionId()))
                                .build());
                    }
                }

                @Override
                public void onError(Throwable gone) {
                    // The connection is cut already.
                }

                @Override
                public void onCompleted() {
                    out.onCompleted();
                }
            };
        }
    }
}

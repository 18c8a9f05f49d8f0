package fr.jalon.axonserver;

import io.axoniq.axonserver.connector.AxonServerConnection;
import io.axoniq.axonserver.connector.AxonServerConnectionFactory;
import io.axoniq.axonserver.connector.command.CommandChannel;
import io.axoniq.axonserver.connector.event.EventChannel;
import io.axoniq.axonserver.connector.impl.ServerAddress;
import io.grpc.netty.shaded.io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.shaded.io.netty.handler.ssl.SslContext;
import io.grpc.netty.shaded.io.netty.handler.ssl.SslContextBuilder;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A process's connection to Axon Server: made at the start, made again whenever it is lost. */
public final class AxonServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AxonServer.class);
    private static final Duration ANSWER = Duration.ofSeconds(2);
    private static final Duration START = Duration.ofSeconds(5);

    /** The longest message taken in: an entry is far shorter. */
    private static final int MESSAGE = 16 << 20;

    private final AxonServerConnectionFactory factory;
    private final AxonServerConnection connection;
    private final CallWatch watch = new CallWatch();

    private AxonServer(AxonServerSettings settings) {
        AxonServerConnectionFactory.Builder builder = AxonServerConnectionFactory.forClient(settings.component())
                .routingServers(settings.servers().stream()
                        .map(node -> new ServerAddress(node.host(), node.port()))
                        .toArray(ServerAddress[]::new))
                .connectTimeout(3, TimeUnit.SECONDS)
                .reconnectInterval(500, TimeUnit.MILLISECONDS)
                .usingKeepAlive(5, 5, TimeUnit.SECONDS, true)
                .maxInboundMessageSize(MESSAGE)
                .threadPoolSize(2)
                .customize(channel -> channel.intercept(watch));
        if (settings.token() != null) {
            builder.token(settings.token());
        }
        if (settings.tls()) {
            builder.useTransportSecurity(trusting(settings));
        }
        this.factory = builder.build();
        this.connection = factory.connect(settings.context());
    }

    /**
     * Connects, and goes on trying where nobody answers; a fault is in the log within ten seconds, and
     * {@linkplain #trouble() told} until it is mended.
     *
     * @throws IllegalArgumentException if the certificates to trust cannot be read
     */
    public static AxonServer connect(AxonServerSettings settings) {
        return connect(settings, START);
    }

    /** @param patience how long it is tried before its trouble is in the log */
    static AxonServer connect(AxonServerSettings settings, Duration patience) {
        AxonServer server = new AxonServer(settings);
        long end = System.nanoTime() + patience.toNanos();
        Optional<String> trouble = server.trouble();
        while (trouble.isPresent() && System.nanoTime() < end) {
            trouble = server.trouble();
        }
        trouble.ifPresent(fault -> LOG.error("{} ({}); it is tried again and again", fault, settings.servers()));
        return server;
    }

    /** Events, as the connector sees them. */
    EventChannel events() {
        return connection.eventChannel();
    }

    /** Commands, as the connector sees them. */
    public CommandChannel commands() {
        return connection.commandChannel();
    }

    /** Why it does not answer, in a sentence; empty where it does. Asks it, and waits two seconds at most. */
    public Optional<String> trouble() {
        CompletableFuture<Long> answer = connection.eventChannel().getLastToken();
        try {
            answer.get(ANSWER.toMillis(), TimeUnit.MILLISECONDS);
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of("nobody waited for Axon Server's answer");
        } catch (TimeoutException e) {
            answer.cancel(true);
            return Optional.of(watch.trouble().orElse("Axon Server does not answer"));
        } catch (Exception e) {
            pause();
            return Optional.of(watch.trouble().orElse("Axon Server does not answer"));
        }
    }

    /** A refused connection is refused at once: that is no reason to ask a thousand times a second. */
    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static SslContext trusting(AxonServerSettings settings) {
        try {
            SslContextBuilder context = GrpcSslContexts.forClient();
            if (settings.certificates() != null) {
                context.trustManager(settings.certificates().toFile());
            }
            return context.build();
        } catch (SSLException | IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "The certificates to trust cannot be read: " + settings.certificates(), e);
        }
    }

    @Override
    public void close() {
        connection.disconnect();
        factory.shutdown();
    }
}

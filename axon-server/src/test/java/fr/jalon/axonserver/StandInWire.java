package fr.jalon.axonserver;

import com.google.protobuf.MessageLite;
import io.grpc.ForwardingServerCall.SimpleForwardingServerCall;
import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Looks for texts in whatever goes over the wire, either way. */
final class StandInWire implements ServerInterceptor {
    private final Map<String, AtomicLong> found = new ConcurrentHashMap<>();

    void lookFor(String text) {
        found.putIfAbsent(text, new AtomicLong());
    }

    long found(String text) {
        return Objects.requireNonNull(found.get(text)).get();
    }

    private void look(Object message) {
        if (!found.isEmpty()) {
            // Whatever bytes there are, each is a letter of this encoding.
            String all = new String(((MessageLite) message).toByteArray(), StandardCharsets.ISO_8859_1);
            found.forEach((text, times) -> {
                if (all.contains(text)) {
                    times.incrementAndGet();
                }
            });
        }
    }

    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
        ServerCall<Q, A> out = new SimpleForwardingServerCall<>(call) {
            @Override
            public void sendMessage(A message) {
                look(message);
                super.sendMessage(message);
            }
        };
        return new SimpleForwardingServerCallListener<>(next.startCall(out, headers)) {
            @Override
            public void onMessage(Q message) {
                look(message);
                super.onMessage(message);
            }
        };
    }
}

package fr.jalon.axonserver;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.ForwardingClientCallListener.SimpleForwardingClientCallListener;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Remembers why the connection does not work. The connector tries again for ever and says in its log alone that a token
 * is wrong or the other end speaks another protocol.
 */
final class CallWatch implements ClientInterceptor {
    private volatile @Nullable String trouble;

    /** What the last call failed of; empty once one has been answered. */
    Optional<String> trouble() {
        return Optional.ofNullable(trouble);
    }

    @Override
    public <Q, A> ClientCall<Q, A> interceptCall(MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
        return new SimpleForwardingClientCall<>(next.newCall(method, options)) {
            @Override
            public void start(Listener<A> responses, Metadata headers) {
                super.start(
                        new SimpleForwardingClientCallListener<>(responses) {
                            @Override
                            public void onMessage(A message) {
                                trouble = null;
                                super.onMessage(message);
                            }

                            @Override
                            public void onClose(Status status, Metadata trailers) {
                                Faults.ofConnection(status, trailers).ifPresent(fault -> trouble = fault);
                                super.onClose(status, trailers);
                            }
                        },
                        headers);
            }
        };
    }
}

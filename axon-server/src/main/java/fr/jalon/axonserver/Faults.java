package fr.jalon.axonserver;

import fr.jalon.store.log.StoreUnavailableException;
import io.grpc.Metadata;
import io.grpc.Status;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** What Axon Server's refusals mean. Its codes are those of the connector's {@code ErrorCategory}. */
final class Faults {
    private static final Metadata.Key<String> CODE =
            Metadata.Key.of("AxonIQ-ErrorCode", Metadata.ASCII_STRING_MARSHALLER);
    private static final String INVALID_SEQUENCE = "AXONIQ-2000";

    private Faults() {}

    /** Whether a position or an entry's id is taken. */
    static boolean isTaken(Throwable failure) {
        return INVALID_SEQUENCE.equals(code(Status.trailersFromThrowable(cause(failure))));
    }

    /** Why a question has no answer. */
    static StoreUnavailableException unavailable(Throwable failure) {
        return new StoreUnavailableException("Axon Server does not answer", false, cause(failure));
    }

    /** What a call's end says of the connection, in a sentence; empty where it says nothing against it. */
    static Optional<String> ofConnection(Status status, Metadata trailers) {
        String code = code(trailers);
        if (code.startsWith("AXONIQ-100") || status.getCode() == Status.Code.UNAUTHENTICATED) {
            return Optional.of("Axon Server refuses the token");
        }
        if (status.getCode() != Status.Code.UNAVAILABLE) {
            return Optional.empty();
        }
        String cause = causes(status.getCause());
        if (cause.contains("NotSslRecord") || cause.contains("SSL")) {
            return Optional.of("Axon Server does not speak TLS, or its certificate is not trusted");
        }
        if (String.valueOf(status.getDescription()).contains("Network closed")
                || cause.contains("Connection reset")
                || cause.contains("First received frame was not SETTINGS")) {
            return Optional.of("Axon Server closes the connection: it may ask for TLS");
        }
        return Optional.of("Axon Server cannot be reached");
    }

    static Throwable cause(Throwable failure) {
        return (failure instanceof ExecutionException || failure instanceof CompletionException)
                        && failure.getCause() != null
                ? failure.getCause()
                : failure;
    }

    private static String code(@Nullable Metadata trailers) {
        String code = trailers == null ? null : trailers.get(CODE);
        return code == null ? "" : code;
    }

    private static String causes(@Nullable Throwable first) {
        StringBuilder text = new StringBuilder();
        for (Throwable cause = first; cause != null; cause = cause.getCause()) {
            text.append(cause).append('\n');
        }
        return text.toString();
    }
}

package fr.jalon.axonserver;

import io.axoniq.axonserver.grpc.event.Confirmation;
import io.axoniq.axonserver.grpc.event.Event;
import io.axoniq.axonserver.grpc.event.EventStoreGrpc;
import io.axoniq.axonserver.grpc.event.EventWithToken;
import io.axoniq.axonserver.grpc.event.GetAggregateEventsRequest;
import io.axoniq.axonserver.grpc.event.GetEventsRequest;
import io.axoniq.axonserver.grpc.event.GetLastTokenRequest;
import io.axoniq.axonserver.grpc.event.GetTokenAtRequest;
import io.axoniq.axonserver.grpc.event.ReadHighestSequenceNrRequest;
import io.axoniq.axonserver.grpc.event.ReadHighestSequenceNrResponse;
import io.axoniq.axonserver.grpc.event.TrackingToken;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Events as Axon Server keeps them: the token is the place in the list, an aggregate's numbers follow one another. */
final class StandInEvents extends EventStoreGrpc.EventStoreImplBase {
    private final List<Event> events = new ArrayList<>();
    private final Map<String, Long> highest = new HashMap<>();

    @Override
    public StreamObserver<Event> appendEvent(StreamObserver<Confirmation> answer) {
        List<Event> transaction = new ArrayList<>();
        return new Incoming<>(transaction::add, () -> {
            if (append(transaction)) {
                answer.onNext(Confirmation.newBuilder().setSuccess(true).build());
                answer.onCompleted();
            } else {
                Metadata trailers = new Metadata();
                trailers.put(StandIn.ERROR_CODE, "AXONIQ-2000");
                answer.onError(Status.OUT_OF_RANGE
                        .withDescription("Invalid sequence number")
                        .asRuntimeException(trailers));
            }
        });
    }

    private synchronized boolean append(List<Event> transaction) {
        int before = events.size();
        for (Event event : transaction) {
            if (event.getAggregateSequenceNumber() != highest(event.getAggregateIdentifier()) + 1) {
                cutBack(before);
                return false;
            }
            events.add(event);
            highest.put(event.getAggregateIdentifier(), event.getAggregateSequenceNumber());
        }
        return true;
    }

    private long highest(String aggregate) {
        return highest.getOrDefault(aggregate, -1L);
    }

    synchronized void cutBack(int size) {
        events.subList(size, events.size()).clear();
        highest.clear();
        events.forEach(event -> highest.put(event.getAggregateIdentifier(), event.getAggregateSequenceNumber()));
    }

    @Override
    public synchronized void listAggregateEvents(GetAggregateEventsRequest asked, StreamObserver<Event> answer) {
        events.stream()
                .filter(event -> event.getAggregateIdentifier().equals(asked.getAggregateId()))
                .filter(event -> event.getAggregateSequenceNumber() >= asked.getInitialSequence())
                .forEach(answer::onNext);
        answer.onCompleted();
    }

    /** Sends as many as it is let, of those that are there when it is. */
    @Override
    public StreamObserver<GetEventsRequest> listEvents(StreamObserver<EventWithToken> answer) {
        long[] next = {-1};
        return new Incoming<>(
                asked -> {
                    next[0] = Math.max(next[0], asked.getTrackingToken());
                    next[0] += send(next[0], asked.getNumberOfPermits(), answer);
                },
                answer::onCompleted);
    }

    private synchronized int send(long first, long permits, StreamObserver<EventWithToken> answer) {
        int end = (int) Math.min(events.size(), first + permits);
        for (int token = (int) first; token < end; token++) {
            answer.onNext(EventWithToken.newBuilder()
                    .setToken(token)
                    .setEvent(events.get(token))
                    .build());
        }
        return Math.max(0, end - (int) first);
    }

    @Override
    public synchronized void readHighestSequenceNr(
            ReadHighestSequenceNrRequest asked, StreamObserver<ReadHighestSequenceNrResponse> answer) {
        answer.onNext(ReadHighestSequenceNrResponse.newBuilder()
                .setToSequenceNr(highest(asked.getAggregateId()))
                .build());
        answer.onCompleted();
    }

    @Override
    public synchronized void getLastToken(GetLastTokenRequest asked, StreamObserver<TrackingToken> answer) {
        token(events.size() - 1, answer);
    }

    @Override
    public synchronized void getTokenAt(GetTokenAtRequest asked, StreamObserver<TrackingToken> answer) {
        int token = IntStream.range(0, events.size())
                .filter(index -> events.get(index).getTimestamp() >= asked.getInstant())
                .findFirst()
                .orElse(events.size() - 1);
        token(token, answer);
    }

    private static void token(int token, StreamObserver<TrackingToken> answer) {
        answer.onNext(TrackingToken.newBuilder().setToken(token).build());
        answer.onCompleted();
    }

    /** What a client streams; when the client is gone nothing is owed to it. */
    private record Incoming<T>(Consumer<T> next, Runnable end) implements StreamObserver<T> {
        @Override
        public void onNext(T message) {
            next.accept(message);
        }

        @Override
        public void onError(Throwable gone) {}

        @Override
        public void onCompleted() {
            end.run();
        }
    }
}

package fr.jalon.readmodel.processor;

import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;

/**
 * The log, whose reader looks again many times a second: Axon's coordinator otherwise looks only every half second, and
 * so long would an entry stay unseen.
 */
final class PromptSource implements StreamableMessageSource<TrackedEventMessage<?>> {
    private static final long EVERY_MILLIS = 10;

    private final StreamableMessageSource<TrackedEventMessage<?>> log;
    private final ScheduledExecutorService clock;

    PromptSource(StreamableMessageSource<TrackedEventMessage<?>> log, ScheduledExecutorService clock) {
        this.log = log;
        this.clock = clock;
    }

    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken after) {
        return new Prompt(log.openStream(after));
    }

    @Override
    public @Nullable TrackingToken createTailToken() {
        return log.createTailToken();
    }

    @Override
    public TrackingToken createHeadToken() {
        return log.createHeadToken();
    }

    private final class Prompt implements BlockingStream<TrackedEventMessage<?>> {
        private final BlockingStream<TrackedEventMessage<?>> stream;
        private @Nullable ScheduledFuture<?> looking;

        Prompt(BlockingStream<TrackedEventMessage<?>> stream) {
            this.stream = stream;
        }

        @Override
        public synchronized boolean setOnAvailableCallback(Runnable look) {
            stopLooking();
            looking = clock.scheduleWithFixedDelay(look, EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
            return true;
        }

        @Override
        public Optional<TrackedEventMessage<?>> peek() {
            return stream.peek();
        }

        @Override
        public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
            return stream.hasNextAvailable(timeout, unit);
        }

        @Override
        public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
            return stream.nextAvailable();
        }

        @Override
        public synchronized void close() {
            stopLooking();
            stream.close();
        }

        private void stopLooking() {
            if (looking != null) {
                looking.cancel(false);
            }
        }
    }
}

package fr.jalon.web.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;

/** Lets the same event through so often, then once in a while with the number of those left out. */
final class Repeats {
    private static final int KINDS = 10_000;
    private static final int AT_ONCE = 10;
    private static final Duration REFILL = Duration.ofMinutes(1);

    private final Cache<String, Repeated> seen = Caffeine.newBuilder()
            .maximumSize(KINDS)
            .expireAfterAccess(REFILL.multipliedBy(AT_ONCE))
            .build();

    private record Repeated(Bucket lines, AtomicLong leftOut) {
        Repeated() {
            this(
                    Bucket.builder()
                            .addLimit(limit -> limit.capacity(AT_ONCE).refillGreedy(AT_ONCE, REFILL))
                            .build(),
                    new AtomicLong());
        }
    }

    void unlessTooOften(String event, LongConsumer line) {
        Repeated repeated = seen.get(event, ignored -> new Repeated());
        if (repeated.lines.tryConsume(1)) {
            line.accept(repeated.leftOut.getAndSet(0));
        } else {
            repeated.leftOut.incrementAndGet();
        }
    }
}

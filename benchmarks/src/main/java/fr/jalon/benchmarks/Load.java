package fr.jalon.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.IntFunction;

/** Senders that do one thing after another for a while, each its own; the rate is what they did together. */
final class Load {
    private static final long NANOS = 1_000_000_000L;

    private Load() {}

    /** What one sender does again and again. */
    interface Work {
        void once() throws Exception;
    }

    /** Times per second, after a warm-up of as many seconds again. */
    static double perSecond(int senders, int seconds, IntFunction<Work> work) throws Exception {
        LongAdder done = new LongAdder();
        AtomicBoolean stopped = new AtomicBoolean();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Void>> all = new ArrayList<>();
            for (int sender = 0; sender < senders; sender++) {
                Work own = work.apply(sender);
                all.add(threads.submit(() -> {
                    while (!stopped.get()) {
                        own.once();
                        done.increment();
                    }
                    return null;
                }));
            }
            Thread.sleep(seconds * 1000L);
            long before = done.sum();
            long start = System.nanoTime();
            Thread.sleep(seconds * 1000L);
            double rate = (double) (done.sum() - before) * NANOS / (System.nanoTime() - start);
            stopped.set(true);
            for (Future<Void> each : all) {
                each.get();
            }
            return rate;
        }
    }
}

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
    private static final double HARDLY_FASTER = 1.05;

    /** So many stretches are warm-up enough, even where it still gets faster. */
    private static final int WARM_UP = 8;

    private Load() {}

    /** What one sender does again and again. */
    interface Work {
        void once() throws Exception;
    }

    /** Times per second over so many seconds, once warm: when a stretch as long is hardly faster than the ones before. */
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
            double best = 0;
            double rate = rate(done, seconds);
            for (int stretch = 1; stretch < WARM_UP && rate > best * HARDLY_FASTER; stretch++) {
                best = rate;
                rate = rate(done, seconds);
            }
            double measured = rate(done, seconds);
            stopped.set(true);
            for (Future<Void> each : all) {
                each.get();
            }
            return measured;
        }
    }

    private static double rate(LongAdder done, int seconds) throws InterruptedException {
        long before = done.sum();
        long start = System.nanoTime();
        Thread.sleep(seconds * 1000L);
        return (double) (done.sum() - before) * NANOS / (System.nanoTime() - start);
    }
}

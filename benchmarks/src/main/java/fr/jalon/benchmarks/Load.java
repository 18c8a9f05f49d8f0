package fr.jalon.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntFunction;

/** Senders that do one thing after another for a while, each its own; the rate is what they did together. */
final class Load {
    private static final long NANOS = 1_000_000_000L;

    private Load() {}

    /** What one sender does again and again. */
    interface Work {
        void once() throws Exception;
    }

    /**
     * What senders did together.
     *
     * @param perSecond how often
     * @param each how long each time took whoever waited for it
     */
    record Rate(double perSecond, Timings each) {}

    /** Times per second, after a warm-up of as many seconds again. */
    static double perSecond(int senders, int seconds, IntFunction<Work> work) throws Exception {
        return timed(Executors.newVirtualThreadPerTaskExecutor(), senders, seconds, work)
                .perSecond();
    }

    /** The same, with what each time took; senders are threads of the machine, as clients would be. */
    static Rate timed(int senders, int seconds, IntFunction<Work> work) throws Exception {
        return timed(Executors.newFixedThreadPool(senders), senders, seconds, work);
    }

    private static Rate timed(ExecutorService threads, int senders, int seconds, IntFunction<Work> work)
            throws Exception {
        AtomicBoolean counted = new AtomicBoolean();
        AtomicBoolean stopped = new AtomicBoolean();
        try (threads) {
            List<Future<List<Double>>> all = new ArrayList<>();
            for (int sender = 0; sender < senders; sender++) {
                Work own = work.apply(sender);
                all.add(threads.submit(() -> {
                    List<Double> millis = new ArrayList<>();
                    while (!stopped.get()) {
                        double took = Timings.once(own);
                        if (counted.get()) {
                            millis.add(took);
                        }
                    }
                    return millis;
                }));
            }
            Thread.sleep(seconds * 1000L);
            counted.set(true);
            long start = System.nanoTime();
            Thread.sleep(seconds * 1000L);
            double elapsed = System.nanoTime() - start;
            stopped.set(true);
            List<Double> millis = new ArrayList<>();
            for (Future<List<Double>> each : all) {
                millis.addAll(each.get());
            }
            return new Rate(millis.size() * NANOS / elapsed, Timings.of(millis));
        }
    }
}

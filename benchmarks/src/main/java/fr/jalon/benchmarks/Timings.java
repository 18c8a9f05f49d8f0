package fr.jalon.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Future;

/** How long one thing took, again and again. */
final class Timings {
    private final double[] millis;

    private Timings(double[] millis) {
        this.millis = millis;
    }

    /** Those that somebody took, in milliseconds. */
    static Timings of(List<Double> millis) {
        return new Timings(millis.stream().mapToDouble(each -> each).sorted().toArray());
    }

    /** Does it so many times, after half as many that are not counted. */
    static Timings of(int times, Load.Work work) throws Exception {
        for (int i = 0; i < times / 2; i++) {
            work.once();
        }
        double[] millis = new double[times];
        for (int i = 0; i < times; i++) {
            millis[i] = once(work);
        }
        Arrays.sort(millis);
        return new Timings(millis);
    }

    /** Times the second thing only, each time after the first was done. */
    static Timings afterEach(int times, Load.Work first, Load.Work timed) throws Exception {
        double[] millis = new double[times];
        for (int i = 0; i < times; i++) {
            first.once();
            millis[i] = once(timed);
        }
        Arrays.sort(millis);
        return new Timings(millis);
    }

    /** Times the second thing only, each time after the first was done, until something else has ended. */
    static Timings whileRunning(Future<?> other, Load.Work first, Load.Work timed) throws Exception {
        List<Double> millis = new ArrayList<>();
        do {
            first.once();
            millis.add(once(timed));
        } while (!other.isDone());
        return of(millis);
    }

    /** How long it took, in milliseconds. */
    static double once(Load.Work work) throws Exception {
        long start = System.nanoTime();
        work.once();
        return (System.nanoTime() - start) / 1e6;
    }

    double at(double share) {
        return millis[(int) Math.min(millis.length - 1L, Math.round(share * millis.length))];
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.2f / %.2f ms", at(0.5), at(0.99));
    }
}

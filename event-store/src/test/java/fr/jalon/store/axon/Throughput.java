package fr.jalon.store.axon;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;

/** Appends a second, by 1, 16 and 64 senders of one event at a time, each on its own territory. */
final class Throughput {
    private Throughput() {}

    public static void main(String... arguments) throws Exception {
        int seconds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5;
        try (Database database = Database.migrated()) {
            LogStorageEngine engine = database.engine();
            measure(engine, "warm", 64, seconds);
            for (int senders : new int[] {1, 16, 64}) {
                measure(engine, "run", senders, seconds);
            }
            read(engine);
        }
    }

    private static void measure(LogStorageEngine engine, String name, int senders, int seconds)
            throws InterruptedException {
        AtomicBoolean running = new AtomicBoolean(true);
        LongAdder appended = new LongAdder();
        CountDownLatch ended = new CountDownLatch(senders);
        String text = "x".repeat(300);
        long start = System.nanoTime();
        long cpu = cpuNanos();
        for (int i = 0; i < senders; i++) {
            String territory = name + "-" + senders + "-" + i;
            Thread.ofPlatform().start(() -> {
                for (long position = 1; running.get(); position++) {
                    engine.appendEvents(List.of(Events.event(territory, position, text)));
                    appended.increment();
                }
                ended.countDown();
            });
        }
        Thread.sleep(Duration.ofSeconds(seconds));
        running.set(false);
        ended.await();
        double took = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                "%s, %d senders: %.0f appends/s, %.0f us of this process's CPU each%n",
                name, senders, appended.sum() / took, (cpuNanos() - cpu) / 1e3 / appended.sum());
    }

    /** What a busy machine leaves comparable. */
    private static long cpuNanos() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    private static void read(LogStorageEngine engine) {
        for (int round = 0; round < 2; round++) {
            long start = System.nanoTime();
            long count = engine.readEvents(null, false).count();
            System.out.printf("read: %.0f events/s%n", count / ((System.nanoTime() - start) / 1e9));
        }
    }
}

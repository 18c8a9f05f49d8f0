package fr.jalon.standalone;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Writers who send to one service as a proxy does: for as long as it says that it is ready. */
final class Writers {
    private final int number;
    private final Service service;
    private final Callable<?> record;
    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicInteger acknowledged = new AtomicInteger();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Future<?>> all;

    /**
     * Starts them.
     *
     * @param record records one entry and fails if it is not acknowledged
     */
    Writers(int number, Service service, Callable<?> record) {
        this.number = number;
        this.service = service;
        this.record = record;
        this.all = IntStream.range(0, number)
                .<Future<?>>mapToObj(_ -> threads.submit(() -> {
                    recordWhileReady();
                    return null;
                }))
                .toList();
    }

    /** How many entries were acknowledged. */
    int acknowledged() {
        return acknowledged.get();
    }

    /** Whether each has sent an entry and nobody has an answer. */
    boolean areAllWaiting() {
        return underWay.get() == number;
    }

    /** Waits until the last has ended. */
    void join() throws ExecutionException, InterruptedException {
        for (Future<?> each : all) {
            each.get();
        }
        threads.close();
    }

    private void recordWhileReady() throws Exception {
        while (service.isReady()) {
            underWay.incrementAndGet();
            record.call();
            underWay.decrementAndGet();
            acknowledged.incrementAndGet();
        }
    }
}

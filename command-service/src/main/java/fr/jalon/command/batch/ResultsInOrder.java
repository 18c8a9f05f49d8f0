package fr.jalon.command.batch;

import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lines under way, bounded in number and in size: one thread puts them in, another writes their results in order. */
final class ResultsInOrder {
    private static final Logger LOG = LoggerFactory.getLogger(ResultsInOrder.class);
    private static final int BYTES = 4 << 20;

    /** What the smallest line takes up, so that no more than 256 are under way. */
    private static final int LEAST = BYTES / 256;

    private static final Place END = new Place(new CompletableFuture<>(), -1);

    /** Where results go. */
    interface Sink {
        void write(AnsweredLine line) throws IOException;

        void flush() throws IOException;
    }

    private record Place(CompletableFuture<AnsweredLine> result, int bytes) {
        boolean isEnd() {
            return bytes < 0;
        }
    }

    private interface Step {
        void take() throws IOException;
    }

    private final Sink sink;
    private final BlockingQueue<Place> places = new LinkedBlockingQueue<>();
    private final Semaphore room = new Semaphore(BYTES);
    private volatile boolean unheard;
    private volatile boolean broken;

    ResultsInOrder(Sink sink) {
        this.sink = sink;
    }

    /** Waits for room, and only then sets a line under way: one that is, has its place here. */
    void put(Supplier<CompletableFuture<AnsweredLine>> line, int bytes) throws InterruptedException {
        int size = Math.clamp(bytes, LEAST, BYTES);
        room.acquire(size);
        places.add(new Place(line.get(), size));
    }

    /** No line follows. */
    void end() {
        places.add(END);
    }

    /** Whether nobody takes the results any more. */
    boolean isUnheard() {
        return unheard;
    }

    /** Whether that is so because something of Jalon's own is broken. */
    boolean isBroken() {
        return broken;
    }

    /**
     * Writes the results, in order, until the end. Even where nobody takes them any more each line is waited for, so
     * that at the end none is under way.
     */
    void write() {
        boolean interrupted = false;
        boolean open = true;
        while (open) {
            try {
                Place place = next();
                open = !place.isEnd();
                if (open) {
                    write(place);
                }
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private Place next() throws InterruptedException {
        Place place = places.poll();
        if (place == null) {
            heard(sink::flush);
            place = places.take();
        }
        return place;
    }

    private void write(Place place) {
        if (!place.result().isDone()) {
            // What is there goes out before anything is waited for.
            heard(sink::flush);
        }
        try {
            AnsweredLine line = place.result().join();
            heard(() -> sink.write(line));
        } catch (RuntimeException e) {
            broken(e);
        } finally {
            room.release(place.bytes());
        }
    }

    private void heard(Step step) {
        if (unheard) {
            return;
        }
        try {
            step.take();
        } catch (IOException e) {
            LOG.debug("Nobody takes the results any more", e);
            unheard = true;
        } catch (RuntimeException | Error e) {
            broken(e);
        }
    }

    private void broken(Throwable e) {
        if (!broken) {
            LOG.error("The results of many lines break off", e);
        }
        broken = true;
        unheard = true;
    }
}

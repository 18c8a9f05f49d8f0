package fr.jalon.command.batch;

import java.io.IOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lines under way, bounded in number and in size: one thread puts them in, another writes their results in order. */
final class ResultsInOrder {
    private static final Logger LOG = LoggerFactory.getLogger(ResultsInOrder.class);
    private static final int LINES = 256;
    private static final int BYTES = 4 << 20;
    private static final Place END = new Place(new CompletableFuture<>(), -1);

    /** Where results go. */
    interface Sink {
        void write(LineResult result) throws IOException;

        void flush() throws IOException;
    }

    private record Place(CompletableFuture<LineResult> result, int bytes) {
        boolean isEnd() {
            return bytes < 0;
        }
    }

    private final Sink sink;
    private final BlockingQueue<Place> places = new ArrayBlockingQueue<>(LINES);
    private final Semaphore room = new Semaphore(BYTES);
    private volatile boolean unheard;

    ResultsInOrder(Sink sink) {
        this.sink = sink;
    }

    /** Takes a line in; waits for room. */
    void put(CompletableFuture<LineResult> result, int bytes) throws InterruptedException {
        int size = Math.min(bytes, BYTES);
        room.acquire(size);
        places.put(new Place(result, size));
    }

    /** No line follows. */
    void end() throws InterruptedException {
        places.put(END);
    }

    /** Whether nobody takes the results any more. */
    boolean isUnheard() {
        return unheard;
    }

    /** Writes the results, in order, until the end: even after the reader has left, so that nobody waits for room. */
    void write() {
        try {
            for (Place place = next(); !place.isEnd(); place = next()) {
                if (!unheard) {
                    write(place.result());
                }
                room.release(place.bytes());
            }
        } catch (InterruptedException e) {
            unheard = true;
            Thread.currentThread().interrupt();
        }
    }

    private Place next() throws InterruptedException {
        Place place = places.poll();
        if (place == null) {
            flush();
            place = places.take();
        }
        return place;
    }

    private void write(CompletableFuture<LineResult> result) {
        if (!result.isDone()) {
            flush();
        }
        try {
            sink.write(result.join());
        } catch (IOException e) {
            left(e);
        }
    }

    /** What is there goes out before anything is waited for. */
    private void flush() {
        try {
            if (!unheard) {
                sink.flush();
            }
        } catch (IOException e) {
            left(e);
        }
    }

    private void left(IOException e) {
        LOG.debug("Nobody takes the results any more", e);
        unheard = true;
    }
}

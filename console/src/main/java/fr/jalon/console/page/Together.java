package fr.jalon.console.page;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** Asks the register several things at once, as a page waits for the slowest of them and not for their sum. */
public final class Together {
    private static final ExecutorService THREADS = Executors.newVirtualThreadPerTaskExecutor();

    private Together() {}

    /** Something that is asked for. */
    public static final class Asked<T> {
        private final CompletableFuture<T> answer;

        private Asked(CompletableFuture<T> answer) {
            this.answer = answer;
        }

        /** The answer, once it is there; what was thrown in its place is thrown here. */
        public T get() {
            try {
                return answer.join();
            } catch (CompletionException e) {
                if (e.getCause() instanceof RuntimeException refused) {
                    throw refused;
                }
                throw e;
            }
        }
    }

    /** Asks, and goes on. */
    public static <T> Asked<T> ask(Supplier<T> question) {
        return new Asked<>(CompletableFuture.supplyAsync(question, THREADS));
    }
}

package fr.jalon.store.log;

import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Rows fetched a page at a time, the next page when the one before is used up. */
public final class Pages extends Spliterators.AbstractSpliterator<StoredEvent> {
    public static final int SIZE = 1000;

    private final LongFunction<List<StoredEvent>> fetch;
    private final ToLongFunction<StoredEvent> key;
    private long after;
    private Iterator<StoredEvent> page = Collections.emptyIterator();
    private boolean last;

    private Pages(long after, ToLongFunction<StoredEvent> key, LongFunction<List<StoredEvent>> fetch) {
        super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL);
        this.after = after;
        this.key = key;
        this.fetch = fetch;
    }

    /**
     * All rows whose key follows {@code after}. A page that is not full is the last, yet who asks again after the end
     * is given what has come since: Axon's readers do.
     */
    public static Stream<StoredEvent> stream(
            long after, ToLongFunction<StoredEvent> key, LongFunction<List<StoredEvent>> fetch) {
        return StreamSupport.stream(new Pages(after, key, fetch), false);
    }

    @Override
    public boolean tryAdvance(Consumer<? super StoredEvent> action) {
        if (!page.hasNext()) {
            if (last) {
                last = false;
                return false;
            }
            List<StoredEvent> fetched = fetch.apply(after);
            page = fetched.iterator();
            last = !fetched.isEmpty() && fetched.size() < SIZE;
            if (fetched.isEmpty()) {
                return false;
            }
        }
        StoredEvent event = page.next();
        after = key.applyAsLong(event);
        action.accept(event);
        return true;
    }
}

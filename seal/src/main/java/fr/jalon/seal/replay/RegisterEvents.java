package fr.jalon.seal.replay;

import fr.jalon.store.log.EventLog;
import fr.jalon.store.log.StoredEvent;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** A territory's events as the event store holds them, in their order, a page in memory at a time. */
public final class RegisterEvents implements Iterator<StoredEvent> {
    private static final int PAGE = 500;

    private final EventLog log;
    private final String territory;
    private final long last;
    private Iterator<StoredEvent> page = Collections.emptyIterator();
    private long next = 1;

    /** @param last the position after which to stop */
    public RegisterEvents(EventLog log, String territory, long last) {
        this.log = log;
        this.territory = territory;
        this.last = last;
    }

    @Override
    public boolean hasNext() {
        if (!page.hasNext() && next <= last) {
            List<StoredEvent> fetched = log.of(territory, next, (int) Math.min(PAGE, last - next + 1));
            page = fetched.iterator();
        }
        return page.hasNext();
    }

    @Override
    public StoredEvent next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        StoredEvent event = page.next();
        next = event.position() + 1;
        return event;
    }
}

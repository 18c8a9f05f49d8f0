package fr.jalon.store.log;

import org.axonframework.common.AxonTransientException;

/** More appends wait than the store takes on; nothing of this one was stored, and it may be sent again later. */
public final class StoreBusyException extends AxonTransientException {
    StoreBusyException(int waiting) {
        super(waiting + " appends wait already");
    }
}

package fr.jalon.store.log;

import java.util.function.Supplier;

/** Why a group of events was not added to the log. */
public final class RefusedAppendException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Supplier<RuntimeException> reason;
    private final boolean concernsAll;

    private RefusedAppendException(Throwable cause, Supplier<RuntimeException> reason, boolean concernsAll) {
        super(cause);
        this.reason = reason;
        this.concernsAll = concernsAll;
    }

    /** The store itself is ill: there is no culprit to look for in the group. */
    public static RefusedAppendException ofAll(Throwable cause, Supplier<RuntimeException> reason) {
        return new RefusedAppendException(cause, reason, true);
    }

    /** One event or several of the group cannot join the log. */
    public static RefusedAppendException ofSome(Throwable cause, Supplier<RuntimeException> reason) {
        return new RefusedAppendException(cause, reason, false);
    }

    /** What is said to who waits for it: made anew for each of them. */
    public RuntimeException reason() {
        return reason.get();
    }

    boolean concernsAll() {
        return concernsAll;
    }
}
